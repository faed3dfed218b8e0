// The texts of a table's cells, and the edits that write others into them.
import { lineWriter } from '../report/align.ts';
import { placeRows } from '../report/place-rows.ts';
import type { Report, Table, ValueRow } from '../report/report.ts';
import { placedRow } from '../report/table-rows.ts';
import { isBar, withoutBars } from '../syntax/cells.ts';
import type { CellNode } from '../syntax/tree.ts';
import { partOf } from '../syntax/white-space.ts';
import { plainNumber, readCell } from '../text/cell-value.ts';
import { displayWidth } from '../text/display-width.ts';
import { type Edit, leastEdit } from '../text/edit.ts';
import { roomOf } from '../text/rooms.ts';

/** A text for the place of a row and a column of the form, by their ids. */
export interface CellText {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

/** A place as the key of a map. */
export function keyOf({ row, column }: Omit<CellText, 'text'>): string {
  return `${row}\n${column}`;
}

/** The text of every place of the form that a table has a cell for. */
export function textsOf({ rows }: Table): ReadonlyMap<string, string> {
  return new Map(
    [...rows.values()].flatMap(({ row, cells }) =>
      cells.map(({ column, text }): [string, string] => [keyOf({ row: row.id, column: column.id }), text]),
    ),
  );
}

/** A text as a cell holds it: in one line, without bars; a number without separators and in narrow digits. */
export function cleanText(text: string): string {
  const line = withoutBars(text).replace(/\s+/g, ' ');
  const { text: clean } = partOf(line, 0, line.length);
  const reading = readCell(clean);
  return (reading.kind === 'number' && reading.unit === null ? plainNumber(clean) : null) ?? clean;
}

/** The edits of the cells alone, each within its bars, which stay where they are if the text fits between them. */
export function cellEdits({ tree: { text } }: Report, table: Table, wanted: readonly CellText[]): readonly Edit[] {
  return [...byRow(table, wanted)].flatMap(([row, texts]) =>
    row.cells.flatMap(({ column, node }): Edit[] => {
      const value = texts.get(column.id);
      const edit = value === undefined || value === node.text ? null : cellEdit(text, node, value);
      return edit ? [edit] : [];
    }),
  );
}

function cellEdit(text: string, { room, span, text: old }: CellNode, value: string): Edit | null {
  const barred = [isBar(text, room.start - 1), isBar(text, room.end)];
  if (barred.every(Boolean)) {
    const width = displayWidth(text.slice(room.start, room.end));
    return leastEdit(text, { span: room, text: roomOf(value, width) });
  }
  if (old !== '') return { span, text: value };
  return { span: room, text: barred.some(Boolean) ? ` ${value} ` : value };
}

/** The edits that write the rows of the cells anew, between bars. Rows that hold the values of several stay as they are. */
export function rowEdits(table: Table, wanted: readonly CellText[]): readonly Edit[] {
  const write = lineWriter(placeRows(table));
  return [...byRow(table, wanted)].flatMap(([row, texts]): Edit[] => {
    const first = row.cells[0] ? row.line.cells.indexOf(row.cells[0].node) : -1;
    if (row.labels.length === 0 || first < 1) return [];
    const labels = row.line.cells.slice(0, first).map(({ text }) => text);
    const values = row.cells.map(({ column, text }) => texts.get(column.id) ?? text);
    return [{ span: row.line.span, text: write(placedRow([...labels, ...values], row.block, 'values', first)) }];
  });
}

function byRow(table: Table, wanted: readonly CellText[]): ReadonlyMap<ValueRow, ReadonlyMap<string, string>> {
  const rows = new Map<ValueRow, Map<string, string>>();
  for (const { row: id, column, text } of wanted) {
    const row = table.rows.get(id);
    if (!row) continue;
    const texts = rows.get(row) ?? new Map<string, string>();
    rows.set(row, texts.set(column, text));
  }
  return rows;
}
