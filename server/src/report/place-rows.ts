// Which cells of a table's rows are labels and which stand in which columns, for writing the rows below each other.
import type { BlockDefinition } from '../forms/edition.ts';
import type { CellNode, RowLine } from '../syntax/tree.ts';
import type { PlacedRow } from './align.ts';
import type { HeaderRow, Table, TableLine, UnknownRow, ValueRow } from './report.ts';
import { valueStarts } from './table-values.ts';

/** The block of the row that holds all values of a table. */
const WIDE = 'wide';

export type RowOfTable = PlacedRow & { readonly line: RowLine };

/** The rows of a table, a row of several official rows once, each with all its cells. */
export function placeRows(table: Table): readonly RowOfTable[] {
  const rows: RowOfTable[] = [];
  const isWide = table.lines.some((line) => line.kind === 'value' && line.labels.length === 0);
  let block: BlockDefinition | null = table.definition.blocks[0] ?? null;
  table.lines.forEach((line, i) => {
    if (line.line === table.lines[i - 1]?.line) return;
    if (line.kind === 'value' || (line.kind === 'header' && line.block)) block = line.block;
    const placed = isWide && line.kind === 'header' ? wideHeader(line, table) : placeRow(line, table, block);
    rows.push({ line: line.line, texts: line.line.cells.map(({ text }) => text), ...placed });
  });
  return rows.map((row, i) => besideHeads(row, [rows[i + 1], rows[i - 1], rows[i + 2]]));
}

/** A header whose texts are none of the columns' stands like the one beside it that has as many cells. */
function besideHeads(row: RowOfTable, others: readonly (RowOfTable | undefined)[]): RowOfTable {
  if (row.kind !== 'head' || row.columns !== null) return row;
  const like = others.find(
    (other) => other?.kind === 'head' && other.columns && other.texts.length === row.texts.length,
  );
  return like ? { ...row, columns: like.columns, block: like.block } : row;
}

type Place = Omit<PlacedRow, 'texts'>;

function placeRow(line: TableLine, table: Table, block: BlockDefinition | null): Place {
  const count = block?.columns.length ?? 0;
  const name = block?.id ?? '';
  const inColumns = (from: number, columns = count): Place => ({
    columns: { from, count: columns },
    block: name,
    kind: 'values',
  });
  switch (line.kind) {
    case 'value':
      return line.labels.length === 0 ? wideRow(line, table) : inColumns(valuesFrom(line));
    case 'header': {
      const from = line.block && columnsFrom(line, table, line.block);
      return { columns: from === null ? null : { from, count }, block: name, kind: 'head' };
    }
    case 'group':
      return inColumns(after(line.line, line.labels.at(-1)?.cell), line.surplus.length > 0 ? count : 0);
    case 'unknown': {
      const from = unknownFrom(line, count);
      return { columns: from === null ? null : { from, count }, block: name, kind: 'values' };
    }
    case 'blank':
      return { columns: null, block: name, kind: 'values' };
  }
}

/** Where a row's values begin; where their number is wrong, behind its last label. */
function valuesFrom({ line, cells, labels }: ValueRow): number {
  const [first] = cells;
  return first ? line.cells.indexOf(first.node) : after(line, labels.at(-1)?.cell);
}

function after(line: RowLine, cell: CellNode | undefined): number {
  return cell ? line.cells.indexOf(cell) + 1 : 0;
}

function wideRow({ line, cells, misfit }: ValueRow, table: Table): Place {
  const [first] = cells;
  const count = misfit?.expected ?? wideCount(table);
  return { columns: { from: first ? line.cells.indexOf(first.node) : 0, count }, block: WIDE, kind: 'values' };
}

/** How many values the row without labels has. */
function wideCount({ definition }: Table): number {
  return definition.wideRow.length;
}

/** The heads above a row without labels come again for each official row; a header of other things stands in no column. */
function wideHeader(header: HeaderRow, table: Table): Place {
  const places = headPlaces(header, table, header.block);
  const fits =
    places.length > 0 && places.every(({ at, column }) => (at - column) % table.definition.columns.length === 0);
  return { columns: fits ? { from: 0, count: wideCount(table) } : null, block: WIDE, kind: 'head' };
}

/** Where the columns begin on a header, as all its heads of columns agree; null where they don't or there are none. */
function columnsFrom(header: HeaderRow, table: Table, block: BlockDefinition): number | null {
  const [from, ...others] = new Set(headPlaces(header, table, block).map(({ at, column }) => at - column));
  return from === undefined || from < 0 || others.length > 0 ? null : from;
}

function headPlaces(
  { line, heads }: HeaderRow,
  { definition }: Table,
  block: BlockDefinition | null,
): readonly { readonly at: number; readonly column: number }[] {
  return heads.flatMap(({ cell, official }) => {
    const id = official === null ? undefined : definition.columnLabelled(official)?.id;
    const column = id === undefined ? -1 : (block?.columns.indexOf(id) ?? -1);
    return column < 0 ? [] : [{ at: line.cells.indexOf(cell), column }];
  });
}

/** Where the values of a row that is none of the form's begin; null where it has none, or no label before them. */
function unknownFrom({ line, label, values }: UnknownRow, count: number): number | null {
  const [first] = values;
  if (!label || !first) return null;
  const from = after(line, label);
  if (line.cells.indexOf(first) < from) return null;
  return from + (valueStarts(line.cells.slice(from), count)[0] ?? 0);
}
