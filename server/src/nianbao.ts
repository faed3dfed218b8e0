// The composition root of the command line: the one place that knows both the commands and the language server.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { run } from './cli/main.ts';
import { nodeIo } from './cli/node-io.ts';
import type { RunImport } from './importers/run-import.ts';

let starting: Promise<RunImport> | null = null;

const runImport: RunImport = async (...order) => {
  starting ??= import('./node/imports.ts').then(({ nodeImports }) =>
    nodeImports(import.meta.url, availableParallelism()),
  );
  return (await starting)(...order);
};

process.exitCode = await run(process.argv.slice(2), {
  ...nodeIo(),
  runImport,
  program: [process.execPath, fileURLToPath(new URL('nianbao.cjs', import.meta.url))],
  threads: { script: new URL('files-worker.js', import.meta.url), count: availableParallelism() - 1 },
  serveMcp: async (language) => (await import('./mcp/serve.ts')).serveMcp(language, process.cwd(), runImport),
  serve: async () =>
    (await import('./lsp/main-node.ts')).serveStdio({
      runImport,
      printPdf: async (page) => (await import('./print-pdf.ts')).printPdf(page),
    }),
});
