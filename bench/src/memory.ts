// What the server keeps: `node --expose-gc bench/src/memory.ts [edits] [openings]` prints its heap at steps on the way, which has to stay flat.
import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.ts';
import { samples } from './data.ts';
import { printTable, verdict } from './table.ts';

const STEPS = 10;
/** Of the second half over the first. */
const MOST_GROWTH_MB = 8;

/** So many edits of one document, each followed by a request; then so many documents opened and closed, each asked about. */
export async function memory(edits: number, openings: number): Promise<void> {
  const connection = await served();
  const text = samples()[0]?.markup ?? '';
  const uri = 'file:///work/report.nianbao';
  const rows: string[][] = [];
  await open(connection, uri, text);
  rows.push(
    await measured(`${edits} edits`, edits, async (i) => {
      // Other words each time, so that what is remembered by text has something to forget.
      const contentChanges = [
        { text: text.replace('群众可以', `第${i}号栏，群众可以`).replace('行政许可', `事项${i}`) },
      ];
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: i + 2 },
        contentChanges,
      });
      await connection.sendRequest('nianbao/summary', { uri });
    }),
  );
  rows.push(
    await measured(`${openings} openings`, openings, async (i) => {
      const other = `file:///work/folder${i % 97}/${i}.nianbao`;
      await open(connection, other, text.replaceAll('青禾镇', `青禾${i}镇`));
      await connection.sendRequest('nianbao/summary', { uri: other });
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri: other } });
    }),
  );
  connection.dispose();
  printTable(
    'The heap in MB after each tenth of',
    ['work', ...Array.from({ length: STEPS }, (_, i) => `${(i + 1) * STEPS} %`), 'budget'],
    rows,
  );
}

async function measured(name: string, count: number, work: (i: number) => Promise<void>): Promise<string[]> {
  const sizes: number[] = [];
  for (let i = 0; i < count; i++) {
    await work(i);
    if ((i + 1) % Math.ceil(count / STEPS) === 0) sizes.push(await heap());
  }
  // What is remembered by text grows until it is forgotten all at once: the highest tells.
  const half = Math.floor(STEPS / 2);
  const growth = Math.max(...sizes.slice(half)) - Math.max(...sizes.slice(0, half));
  return [
    name,
    ...sizes.map((size) => size.toFixed(1)),
    `≤ ${MOST_GROWTH_MB} MB more ${verdict(growth, MOST_GROWTH_MB)}`,
  ];
}

async function heap(): Promise<number> {
  // What waits for its turn still holds on to something.
  await new Promise((next) => setTimeout(next, 50));
  if (!globalThis.gc) throw new Error('start with --expose-gc');
  await globalThis.gc({ execution: 'async' });
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** A client of a server in this process. */
async function served(): Promise<MessageConnection> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
    files: () => ({ read: async () => null, find: async () => [] }),
    nextTurn: setImmediate,
  });
  const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  connection.listen();
  const textDocument = { publishDiagnostics: { relatedInformation: true, versionSupport: true } };
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: { textDocument } });
  await connection.sendNotification('initialized', {});
  return connection;
}

function open(connection: MessageConnection, uri: string, text: string): Promise<void> {
  return connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'nianbao', version: 1, text },
  });
}

if (import.meta.main) {
  const [edits = 100_000, openings = 10_000] = process.argv.slice(2).map(Number);
  await memory(edits, openings);
}
