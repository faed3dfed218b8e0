import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, HoverRequest, LSPErrorCodes } from 'vscode-languageserver/node';
import { defaultLimits, type ImportLimits } from '../../server/src/importers/import-limits.ts';
import { importRequest } from '../../server/src/lsp/protocol.ts';
import { nodeImports } from '../../server/src/node/imports.ts';
import { cleanReport } from '../features/support.ts';
import { makeDocx, p } from '../importers/make-docx.ts';
import { Client } from './support.ts';

const runImport = nodeImports(new URL('../../server/src/nianbao.ts', import.meta.url).href);
const uri = 'file:///reports/a.nianbao';
/** Takes a second or more to be read. */
const slow = { name: 'slow.docx', bytes: base64(makeDocx(p('公开工作').repeat(60_000))) };

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

describe('while a file is being imported', { timeout: 120_000 }, () => {
  test('other requests are answered', async () => {
    const client = await Client.start({ runImport });
    await client.open(uri, cleanReport);
    const order: string[] = [];
    const imported = client.connection.sendRequest(importRequest, slow).then(() => order.push('import'));
    const position = { line: 25, character: 3 };
    await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    order.push('hover');
    await imported;
    expect(order).toEqual(['hover', 'import']);
    expect(client.logged).toEqual([]);
  });

  test('it can be stopped, and the next is read', async () => {
    const client = await Client.start({ runImport });
    const stop = new CancellationTokenSource();
    const imported = client.connection.sendRequest(importRequest, slow, stop.token);
    setTimeout(() => stop.cancel(), 50);
    await expect(imported).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    const next = { name: 'a.docx', bytes: base64(makeDocx(p('青禾镇2023年政府信息公开工作年度报告'))) };
    expect(await client.connection.sendRequest(importRequest, next)).toHaveProperty('markup');
  });
});

test('the limits that the client has set hold', async () => {
  const given: (ImportLimits | undefined)[] = [];
  const client = await Client.start({
    runImport: async (_, { limits } = {}) => {
      given.push(limits);
      return { failure: { zh: '没有读', en: 'not read' } };
    },
  });
  const settings = { nianbao: { import: { timeout: 7, memory: 256 } } };
  for (const change of [{ settings: {} }, { settings }]) {
    await client.connection.sendNotification('workspace/didChangeConfiguration', change);
    await client.connection.sendRequest(importRequest, { name: 'a.txt', text: '甲' });
  }
  expect(given).toEqual([defaultLimits, { seconds: 7, megabytes: 256 }]);
});
