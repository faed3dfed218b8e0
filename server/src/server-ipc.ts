// `dist/server.js`: the language server as VS Code's client starts it where there is Node.
import { serveIpc } from './lsp/main-node.ts';

serveIpc();
