import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ErrorCodes,
  HoverRequest,
  InitializeRequest,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { registry } from '../../server/src/lsp/registry.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { withLine } from '../features/support.ts';
import { Client, memoryFiles, pulling, pushing } from './support.ts';

const uri = 'file:///reports/a.nianbao';
const textDocument = { uri };
const hover = { textDocument, position: { line: 0, character: 0 } };
const initialize = { processId: null, rootUri: null, capabilities: pushing };

/** A server that nobody has greeted yet. */
function connect(): ProtocolConnection {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, { files: () => memoryFiles(new Map()), nextTurn: setImmediate });
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  return client;
}

async function codeOf(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    () => 'answered',
    ({ code }: { readonly code: unknown }) => code,
  );
}

test('before initialize every request is refused, and nothing else is broken by it', async () => {
  const client = connect();
  await client.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'nianbao', version: 1, text: '一、' },
  });
  for (const method of [HoverRequest.method, ShutdownRequest.method, 'nianbao/preview', 'no/such'])
    expect(await codeOf(client.sendRequest(method, hover))).toBe(ErrorCodes.ServerNotInitialized);
  expect(await codeOf(client.sendRequest(InitializeRequest.type, initialize))).toBe('answered');
  expect(await codeOf(client.sendRequest(HoverRequest.type, hover))).toBe('answered');
});

test('initialize comes once', async () => {
  const client = connect();
  await client.sendRequest(InitializeRequest.type, initialize);
  expect(await codeOf(client.sendRequest(InitializeRequest.type, initialize))).toBe(ErrorCodes.InvalidRequest);
  expect(await codeOf(client.sendRequest(HoverRequest.type, hover))).toBe('answered');
});

test('after shutdown every request is refused', async () => {
  const client = connect();
  await client.sendRequest(InitializeRequest.type, initialize);
  await client.sendRequest(ShutdownRequest.type);
  for (const method of [HoverRequest.method, ShutdownRequest.method, InitializeRequest.method, 'no/such'])
    expect(await codeOf(client.sendRequest(method, { ...hover, ...initialize }))).toBe(ErrorCodes.InvalidRequest);
});

test('a method that nobody knows', async () => {
  const client = await Client.start();
  expect(await codeOf(client.connection.sendRequest('no/such', {}))).toBe(ErrorCodes.MethodNotFound);
});

test.each(registry.map(({ method }) => method))('%s with wrong parameters', async (method) => {
  const client = await Client.start();
  for (const params of [null, 'a', 1]) {
    expect(await codeOf(client.connection.sendRequest(method, params))).toBe(ErrorCodes.InvalidParams);
  }
  if (!method.startsWith('textDocument/')) return;
  for (const wrong of [{}, { textDocument: 'a' }, { textDocument: { uri: 1 } }, { position: hover.position }])
    expect(await codeOf(client.connection.sendRequest(method, wrong))).toBe(ErrorCodes.InvalidParams);
});

test.each([{ line: '0', character: 0 }, { line: 0.5, character: 0 }, { line: -1, character: 0 }, { line: 0 }, null])(
  'the position %j',
  async (position) => {
    const client = await Client.start();
    const answer = client.connection.sendRequest('textDocument/hover', { textDocument, position });
    expect(await codeOf(answer)).toBe(ErrorCodes.InvalidParams);
    expect(client.logged).toEqual([]);
  },
);

test('a report that is opened again with its first version and another text is not unchanged', async () => {
  const client = await Client.start({ capabilities: pulling });
  const pull = (previousResultId?: string) =>
    client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  await client.open(uri, withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 1 |'));
  const before = await pull();
  await client.close(uri);
  await client.open(uri, withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 2 |'));
  expect(await pull(before.resultId)).toMatchObject({ kind: 'full', items: [{ code: 'dispute-total' }] });
});

test('a text that is as it was is unchanged, whatever its version', async () => {
  const client = await Client.start({ capabilities: pulling });
  await client.open(uri, '一、');
  const before = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  await client.edit(uri, 2, [0, 0, 0], '二');
  await client.edit(uri, 3, [0, 0, 1], '');
  const previous = { textDocument, previousResultId: before.resultId ?? '' };
  expect(await client.connection.sendRequest(DocumentDiagnosticRequest.type, previous)).toMatchObject({
    kind: 'unchanged',
  });
});
