// The block of cells that a selection touches, and what is written into cells.

import { isBar } from '../syntax/cells.ts';
import type { CellNode } from '../syntax/tree.ts';
import { type Edit, leastEdit } from '../text/edit.ts';
import { greatest, least } from '../text/lists.ts';
import { roomOf, usualWidth } from '../text/rooms.ts';
import { type Span, touches } from '../text/span.ts';
import { type CellPlace, type Cells, cellPlaces, type RowPlaces, type TablePlaces } from './cell-places.ts';
import { type Range, spanOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** The columns of a table from one to another in its rows from one to another. */
export interface CellBlock {
  readonly table: TablePlaces;
  readonly rows: readonly RowPlaces[];
  /** The number of the first column; -1 for the labels. */
  readonly first: number;
  readonly last: number;
}

/** The cells of a table that a selection touches, from its first to its last row and column; null where it begins or ends in none. */
export function blockAt(snapshot: Snapshot, range: Range, cells: Cells = cellPlaces(snapshot)): CellBlock | null {
  const { start, end } = spanOf(snapshot.lines, range);
  const table = cells.tables.find(({ span }) => touches(span, start));
  if (!table) return null;
  // Where whole lines are selected, the line after them is not.
  const last = table.rows.findLastIndex(({ span }) => span.start < end || (start === end && span.start === start));
  const first = table.rows.findIndex(({ span }) => touches(span, start));
  const [top, bottom] = [table.rows[first], table.rows[last]];
  if (!top || !bottom || last < first) return null;
  const columns = [columnAt(top, start), columnAt(bottom, Math.min(end, bottom.span.end))];
  return { table, rows: table.rows.slice(first, last + 1), first: least(columns), last: greatest(columns) };
}

function columnAt({ cells, columns }: RowPlaces, offset: number): number {
  const at = cells.findLastIndex(({ room }) => room.start <= offset);
  if (!columns) return -1;
  return Math.max(-1, Math.min(at - columns.from, Math.max(columns.count, 1) - 1));
}

/** The values of a row that stand in a block. */
export function valuesIn({ first, last }: CellBlock, { cells, columns }: RowPlaces): readonly CellPlace[] {
  if (!columns) return [];
  const { from } = columns;
  return cells.slice(from + Math.max(first, 0), from + last + 1).filter(({ kind }) => kind === 'value');
}

/** Writes a value into a cell, at the right of its column's width; null where it stands there already. */
export function written(text: string, table: TablePlaces, row: RowPlaces, cell: CellPlace, value: string): Edit | null {
  const { room, span } = cell;
  if (text.slice(span.start, span.end) === value) return null;
  if (!isBar(text, room.start - 1) || !isBar(text, room.end)) return { span: value === '' ? span : room, text: value };
  const width = usualWidth(roomsOf(table, row, cell).map(({ start, end }) => text.slice(start, end)));
  return leastEdit(text, { span: room, text: roomOf(value, width) });
}

/** The rooms of the column of a cell. */
function roomsOf({ rows }: TablePlaces, { block, columns, cells }: RowPlaces, cell: CellPlace): readonly Span[] {
  const column = cells.indexOf(cell) - (columns?.from ?? 0);
  return rows.flatMap((row) => {
    if (row.block !== block || !row.columns || column >= row.columns.count) return [];
    return row.cells[row.columns.from + column]?.room ?? [];
  });
}

/** Writes a value into a cell; where that is blank, in place of its blanks. */
export function fill(text: string, { span, room, text: old }: CellNode, value: string): Edit {
  if (old !== '') return { span, text: value };
  const barred = isBar(text, room.end) || isBar(text, room.start - 1);
  return { span: room, text: barred ? ` ${value} ` : value };
}
