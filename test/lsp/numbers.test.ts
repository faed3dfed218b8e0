import { expect, test } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  InlayHintRequest,
} from 'vscode-languageserver';
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

test('the call hierarchy goes from an item to its calls and on from these', async () => {
  const client = await Client.start({ capabilities: pulling });
  await client.open(uri, wrong);
  const position = { line, character: row.lastIndexOf('6') };
  const { connection } = client;
  const [total] =
    (await connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument: { uri }, position })) ?? [];
  if (!total) throw new Error('no item');
  expect(total.name).toBe('行政复议 · 总计');
  const outgoing = await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: total });
  expect(outgoing?.map(({ to }) => to.detail)).toEqual(['1', '0', '2', '2']);
  const [first] = outgoing ?? [];
  if (!first) throw new Error('no call');
  const incoming = await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: first.to });
  expect(incoming?.map(({ from }) => from)).toEqual([total]);
});
