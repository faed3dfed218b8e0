import { expect, test } from 'vitest';
import {
  type Cells,
  type CopyCellsResult,
  cellsRequest,
  copyCellsRequest,
  type EditTableResult,
  editTableRequest,
} from '../../server/src/lsp/protocol.ts';
import { cleanReport } from '../features/support.ts';
import { Client, pulling } from './support.ts';

const uri = 'file:///reports/a.nianbao';

test('nianbao/cells: where the cells of each table stand, at the version of the text', async () => {
  const client = await Client.start({ capabilities: pulling });
  await client.open(uri, cleanReport);
  const cells = await client.connection.sendRequest<Cells | null>(cellsRequest, { uri });
  expect(cells?.version).toBe(1);
  expect(cells?.tables.map(({ id }) => id)).toEqual(['disclosure', 'requests', 'disputes']);
  const row = cells?.tables[2]?.rows.find((each) => each.cells.some(({ row: id }) => id === 'reconsideration'));
  expect(cleanReport.split('\n')[row?.line ?? 0]).toMatch(/^\| 行政复议/);
  expect(row?.cells.map(({ kind, column, editable, total }) => [kind, column, editable, total])).toEqual([
    ['label', null, false, false],
    ['value', 'upheld', true, false],
    ['value', 'corrected', true, false],
    ['value', 'other', true, false],
    ['value', 'pending', true, false],
    ['value', 'total', true, true],
  ]);
  for (const { room } of row?.cells ?? []) {
    expect(cleanReport[room.start - 1]).toBe('|');
    expect(cleanReport[room.end]).toBe('|');
  }
  expect(await client.connection.sendRequest(cellsRequest, { uri: 'file:///reports/other.nianbao' })).toBeNull();
});

test('nianbao/editTable and nianbao/copyCells: at a selection, or nothing', async () => {
  const client = await Client.start({ capabilities: pulling });
  await client.open(uri, cleanReport);
  const line = cleanReport.split('\n').findIndex((each) => each.startsWith('| 行政复议'));
  const place = { line, character: 3 };
  const range = { start: place, end: place };
  const send = <Result>(method: string, more: object) =>
    client.connection.sendRequest<Result>(method, { uri, range, ...more });
  const right = await send<EditTableResult>(editTableRequest, { action: 'recomputeTotals' });
  expect(right).toEqual({ edits: [], message: '合计都对，没有改动' });
  expect(await send<CopyCellsResult>(copyCellsRequest, {})).toBe('行政复议\n');
  const outside = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
  expect(await send<EditTableResult>(editTableRequest, { action: 'clearValues', ...outside })).toBeNull();
  expect(await send<CopyCellsResult>(copyCellsRequest, outside)).toBeNull();
});
