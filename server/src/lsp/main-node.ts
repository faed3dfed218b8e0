// The server on Node: over standard input and output, or over the channel to a parent process.
import { createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import type { ClientTraits } from './client-traits.ts';
import type { Files } from './files.ts';
import { clientFiles } from './files-client.ts';
import { nodeFiles } from './files-node.ts';
import { nodeResources } from './resources-node.ts';
import { type Host, startServer } from './server.ts';

/**
 * Serves whoever holds the other ends of the standard streams. The process ends with the connection, with 0 after
 * `shutdown` and 1 without: the promise only keeps the caller waiting.
 */
export function serveStdio(home: URL): Promise<number> {
  startServer(createConnection(process.stdin, process.stdout), hostAt(home));
  return new Promise(() => {});
}

/** Serves the parent process that started this one with a channel, as VS Code does. */
export function serveIpc(home: URL): void {
  startServer(createConnection(new IPCMessageReader(process), new IPCMessageWriter(process)), hostAt(home));
}

/** `home` is the folder of the program's own files. */
function hostAt(home: URL): Host {
  return { files, nextTurn, resources: nodeResources(home) };
}

function files(connection: Parameters<typeof clientFiles>[0], traits: ClientTraits): Files {
  const fromClient = traits.files ? clientFiles(connection) : nodeFiles;
  return {
    read: (uri) => (uri.startsWith('file:') ? nodeFiles.read(uri) : fromClient.read(uri)),
    findReports: fromClient.findReports,
  };
}

function nextTurn(action: () => void): void {
  setImmediate(action);
}
