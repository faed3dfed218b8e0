import { expect, test } from 'vitest';
import { RenameRequest, WillRenameFilesRequest, WorkspaceSymbolRequest } from 'vscode-languageserver';
import { Client, memoryFiles, pulling } from './support.ts';

const folder = 'file:///r';
const texts = new Map([
  [`${folder}/a-2022.nianbao`, '# 青禾镇2022年政府信息公开工作年度报告\n'],
  [`${folder}/a-2023.nianbao`, '---\n上年: a-2022.nianbao\n---\n# 青禾镇2023年政府信息公开工作年度报告\n'],
  [`${folder}/b-2023.nianbao`, '---\n上年: b-2022.nianbao\n---\n# 稻香镇2023年政府信息公开工作年度报告\n'],
]);
const start = () => Client.start({ capabilities: pulling, files: memoryFiles(texts), folders: [folder] });

test('paths in reports that are open or not follow a renamed file', async () => {
  const client = await start();
  const files = [{ oldUri: `${folder}/a-2022.nianbao`, newUri: `${folder}/old/a.nianbao` }];
  const edit = await client.connection.sendRequest(WillRenameFilesRequest.type, { files });
  const range = { start: { line: 1, character: 4 }, end: { line: 1, character: 18 } };
  const edits = [{ range, newText: 'old/a.nianbao' }];
  const change = (version: number | null) => ({
    documentChanges: [{ textDocument: { uri: `${folder}/a-2023.nianbao`, version }, edits }],
  });
  expect(edit).toEqual(change(null));
  await client.open(`${folder}/a-2023.nianbao`, texts.get(`${folder}/a-2023.nianbao`) ?? '', 7);
  expect(await client.connection.sendRequest(WillRenameFilesRequest.type, { files })).toEqual(change(7));
});

test('nothing follows where nothing names the file', async () => {
  const client = await start();
  const files = [{ oldUri: `${folder}/c.nianbao`, newUri: `${folder}/d.nianbao` }];
  expect(await client.connection.sendRequest(WillRenameFilesRequest.type, { files })).toBeNull();
});

test('reports of the folder are found by name', async () => {
  const client = await start();
  const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '青禾' });
  expect(found?.map(({ name }) => name)).toEqual(['青禾镇 2023年', '青禾镇 2022年']);
});

test('a name that can be none is an error with its reason', async () => {
  const client = await start();
  const uri = `${folder}/a-2023.nianbao`;
  await client.open(uri, texts.get(uri) ?? '');
  const renaming = client.connection.sendRequest(RenameRequest.type, {
    textDocument: { uri },
    position: { line: 3, character: 6 },
    newName: '二十三',
  });
  await expect(renaming).rejects.toThrow('年度要写成四位数字');
  expect(client.logged).toEqual([]);
});
