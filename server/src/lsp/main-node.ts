// The server on Node: over standard input and output, or over the channel to a parent process.
import { type Connection, createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import type { PrintPdf } from '../features/export-report.ts';
import type { RunImport } from '../importers/run-import.ts';
import type { Localized } from '../text/language.ts';
import type { ClientTraits } from './client-traits.ts';
import type { Files } from './files.ts';
import { clientFiles } from './files-client.ts';
import { nodeFilesTelling } from './files-node.ts';
import { lenient } from './lenient.ts';
import { type Host, startServer } from './server.ts';
import { warmUp } from './warm-up.ts';

/** What the server has around it. */
export interface Surroundings {
  readonly runImport: RunImport;
  readonly printPdf: PrintPdf;
}

/**
 * Serves whoever holds the other ends of the standard streams. The process ends with the connection, with 0 after
 * `shutdown` and 1 without: the promise only keeps the caller waiting.
 */
export function serveStdio(surroundings: Surroundings): Promise<number> {
  startServer(createConnection(process.stdin, process.stdout, lenient), hostIn(surroundings));
  return new Promise(() => {});
}

/** Serves the parent process that started this one with a channel, as VS Code does. */
export function serveIpc(surroundings: Surroundings): void {
  startServer(
    createConnection(new IPCMessageReader(process), new IPCMessageWriter(process), lenient),
    hostIn(surroundings),
  );
}

function hostIn(surroundings: Surroundings): Host {
  return { files, nextTurn, warmUp: warmUp(), ...surroundings };
}

const noFile: Localized = {
  zh: '不是普通文件，是管道或者设备，没有读。',
  en: 'a pipe or a device, not a file, and was not read.',
};

function files(connection: Connection, traits: ClientTraits): Files {
  const onDisk = nodeFilesTelling((path) => connection.console.warn(`${path}: ${noFile[traits.language]}`));
  const fromClient = traits.files ? clientFiles(connection) : onDisk;
  return {
    read: (uri) => (uri.startsWith('file:') ? onDisk.read(uri) : fromClient.read(uri)),
    /** What front matter names is looked for as the command line does; for the rest the client knows what it hides. */
    find: (folders, depth) =>
      depth !== undefined && folders.every((folder) => folder.startsWith('file:'))
        ? onDisk.find(folders, depth)
        : fromClient.find(folders, depth),
  };
}

function nextTurn(action: () => void): void {
  setImmediate(action);
}
