import { expect, test } from 'vitest';
import { InlayHintRequest } from 'vscode-languageserver';
import { withLine } from '../features/support.ts';
import { Client, pulling } from './support.ts';

const uri = 'file:///reports/a.nianbao';
const row = '| 行政复议 | 1 | 0 | 2 | 2 | 6 |';
const wrong = withLine('| 行政复议 ', row);
const line = wrong.split('\n').indexOf(row);

test('a hint goes from the line being edited and comes back with an edit elsewhere', async () => {
  const client = await Client.start({ capabilities: pulling });
  await client.open(uri, wrong);
  const range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
  const hints = async () =>
    (await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range }))?.map(
      ({ position, label }) => [position.line - line, label],
    );
  expect(await hints()).toEqual([[0, '总计 5，差 1']]);
  const value = row.lastIndexOf('6');
  await client.edit(uri, 2, [line, value, value + 1], '7');
  expect(await hints()).toEqual([]);
  await client.edit(uri, 3, [line + 1, 0, 0], '\n\n');
  expect(await hints()).toEqual([[0, '总计 5，差 2']]);
  await client.edit(uri, 4, [line - 1, 0, 0], '\n');
  expect(await hints()).toEqual([[1, '总计 5，差 2']]);
});
