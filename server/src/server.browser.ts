// The composition root of the language server that VS Code starts as a web worker.
import { serveWorker } from './lsp/main-browser.ts';

serveWorker();
