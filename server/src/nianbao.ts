// The composition root of the command line: the one place that knows both the commands and the language server.
import { run } from './cli/main.ts';
import { nodeIo } from './cli/node-io.ts';

const home = new URL('.', import.meta.url);

process.exitCode = await run(process.argv.slice(2), {
  ...nodeIo(),
  home,
  serve: async () =>
    (await import('./lsp/main-node.ts')).serveStdio({
      home,
      printPdf: async (page) => (await import('./print-pdf.ts')).printPdf(page),
    }),
});
