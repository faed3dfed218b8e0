// The composition root of the language server that VS Code starts as a process of its own.
import { serveIpc } from './lsp/main-node.ts';

serveIpc(new URL('.', import.meta.url));
