// The composition root of the language server that VS Code starts as a process of its own.
import { enableCompileCache } from 'node:module';
import { nodeImports } from './node/imports.ts';

// What is imported from here on comes compiled from an earlier start.
enableCompileCache();
const { serveIpc } = await import('./lsp/main-node.ts');

serveIpc({
  runImport: nodeImports(import.meta.url),
  printPdf: async (page) => (await import('./print-pdf.ts')).printPdf(page),
});
