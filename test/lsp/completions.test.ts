import { expect, test } from 'vitest';
import { type ClientCapabilities, CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver';
import type { CompletionItem } from 'vscode-languageserver-types';
import { Client, memoryFiles, pulling } from './support.ts';

const folder = 'file:///reports';
const uri = `${folder}/a.nianbao`;
const resolving: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    completion: { completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } } },
  },
};

async function items(client: Client, line: number, character: number): Promise<readonly CompletionItem[]> {
  const found = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position: { line, character },
  });
  return Array.isArray(found) ? found : (found?.items ?? []);
}

const text = '---\n\n---\n一、总体情况\n';

test('documentation comes when it is asked for, where the client asks; else with the list', async () => {
  const client = await Client.start({ capabilities: resolving });
  expect(client.initialized.capabilities.completionProvider?.resolveProvider).toBe(true);
  await client.open(uri, text);
  const [item] = await items(client, 1, 0);
  if (!item) throw new Error('no item');
  expect([item.label, item.documentation]).toEqual(['机关', undefined]);
  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
  expect(resolved).toEqual({ ...item, documentation: '报告的机关全称。不写时取自标题。' });
  const plain = await Client.start({ capabilities: pulling });
  await plain.open(uri, text);
  expect((await items(plain, 1, 0))[0]?.documentation).toBe(resolved.documentation);
});

test('an item of a document that has gone, or of nobody, comes back as it is', async () => {
  const client = await Client.start({ capabilities: resolving });
  await client.open(uri, text);
  const [item] = await items(client, 1, 0);
  if (!item) throw new Error('no item');
  await client.edit(uri, 2, [1, 0, 0], '# ');
  const ask = (asked: CompletionItem) => client.connection.sendRequest(CompletionResolveRequest.type, asked);
  const gone = { ...item, data: { uri: `${folder}/b.nianbao`, offset: 4 } };
  const foreign = { label: '机关', data: 'x' };
  expect([await ask(gone), await ask(foreign)]).toEqual([gone, foreign]);
});

test('bodies are those of the reports of the folder', async () => {
  const files = new Map([
    [`${folder}/b.nianbao`, '# 白石镇人民政府2023年政府信息公开工作年度报告\n'],
    [uri, ''],
  ]);
  const client = await Client.start({ capabilities: pulling, folders: [folder], files: memoryFiles(files) });
  await client.open(uri, '---\n机关: \n---\n');
  expect((await items(client, 1, 4)).map(({ label, detail }) => [label, detail])).toEqual([
    ['白石镇人民政府', '2023年'],
  ]);
});
