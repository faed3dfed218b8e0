// The server in a web worker.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { RunImport } from '../importers/run-import.ts';
import { noFiles } from './files.ts';
import { clientFiles } from './files-client.ts';
import { lenient } from './lenient.ts';
import { startServer } from './server.ts';
import { warmUp } from './warm-up.ts';

/** Serves the page or extension host that started this worker. What the build leaves to be loaded on demand it loads from `nianbaoHome`. */
export function serveWorker(): void {
  const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
  startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), lenient), {
    prepare: ({ home }) => Object.assign(globalThis, { nianbaoHome: home ?? '' }),
    files: (connection, traits) => (traits.files ? clientFiles(connection) : noFiles),
    nextTurn: (action) => void setTimeout(action),
    warmUp: warmUp(),
    runImport: async (...order) => (await imports())(...order),
  });
}

let starting: Promise<RunImport> | null = null;

/** Loaded with the first file. */
function imports(): Promise<RunImport> {
  starting ??= import('./imports-browser.ts').then(({ browserImports }) => browserImports());
  return starting;
}
