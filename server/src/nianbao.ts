// The composition root of the command line: the one place that knows both the commands and the language server.
import { run } from './cli/main.ts';
import { nodeIo } from './cli/node-io.ts';

process.exitCode = await run(process.argv.slice(2), {
  ...nodeIo(),
  serve: async () => (await import('./lsp/main-node.ts')).serveStdio(),
});
