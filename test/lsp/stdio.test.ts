import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { withLine } from '../features/support.ts';
import { pushing } from './support.ts';

const room = pathToFileURL(join(import.meta.dirname, '../../server/src/lsp/main-node.ts'));
const program = ['--input-type=module', '--eval', `import { serveStdio } from '${room}'; serveStdio({});`];

async function start(client: object = { capabilities: pushing }) {
  const server: ChildProcess = spawn(process.execPath, program, {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { stdin, stdout } = server;
  if (!stdin || !stdout) throw new Error('no streams');
  const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  connection.listen();
  await connection.sendRequest(InitializeRequest.method, { processId: process.pid, rootUri: null, ...client });
  await connection.sendNotification(InitializedNotification.type, {});
  return { server, connection, stdin, ended: once(server, 'exit').then(([code]) => code as number) };
}

test('a whole session: diagnostics, shutdown, exit with 0', async () => {
  const { connection, ended } = await start();
  const published = new Promise<readonly unknown[]>((resolve) => {
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      if (uri === 'untitled:1') resolve(diagnostics.map(({ code }) => code));
    });
  });
  const text = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 2 |');
  const textDocument = { uri: 'untitled:1', languageId: 'nianbao', version: 1, text };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  expect(await published).toEqual(['dispute-total']);
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  expect(await ended).toBe(0);
});

test('exit without shutdown: 1', async () => {
  const { connection, ended } = await start();
  await connection.sendNotification(ExitNotification.type);
  expect(await ended).toBe(1);
});

test('the other end goes away: the process ends, too', async () => {
  const { stdin, ended } = await start();
  stdin.end();
  expect(await ended).toBe(1);
});

test.each([[{}], [{ capabilities: null }]])(
  'an initialize that says nothing of the client is answered: %j',
  async (client) => {
    const { connection, ended } = await start(client);
    const published = new Promise((resolve) => connection.onNotification(PublishDiagnosticsNotification.type, resolve));
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: {
        uri: 'untitled:1',
        languageId: 'nianbao',
        version: 1,
        text: '# 青禾镇2023年政府信息公开工作年度报告\n',
      },
    });
    expect(await published).toMatchObject({ uri: 'untitled:1' });
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    expect(await ended).toBe(0);
  },
);
