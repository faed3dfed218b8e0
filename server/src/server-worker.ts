// `dist/server.browser.js`: the language server as VS Code's client starts it in a browser.
import { serveWorker } from './lsp/main-browser.ts';

serveWorker();
