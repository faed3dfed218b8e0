// The composition root of the language server that VS Code starts as a process of its own.
import { serveIpc } from './lsp/main-node.ts';
import { nodeImports } from './node/imports.ts';

serveIpc({
  runImport: nodeImports(import.meta.url),
  printPdf: async (page) => (await import('./print-pdf.ts')).printPdf(page),
});
