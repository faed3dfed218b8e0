// The rows of a bound table that its form has no place for, put into the form's grid.
import type { Table, TableLine, ValueRow } from '../report/report.ts';
import type { CellNode, RowLine } from '../syntax/tree.ts';
import { ordinalOf } from '../text/ordinals.ts';
import { cover, type Span } from '../text/span.ts';
import type { DocumentCell } from './document.ts';

/** A row of the grid, and the ids of the rows whose values stand in it. */
export interface GridRow {
  readonly cells: readonly DocumentCell[];
  readonly rows: readonly string[];
}

export interface ExtraRow {
  /** The id of the row that stands before it in the source, or null. */
  readonly after: string | null;
  readonly label: string;
  readonly labelSpan: Span;
  readonly values: readonly CellNode[];
}

/** Unknown and declared rows, repeated ones, and groups with values, which the form gives none. */
export function extraRows(table: Table): readonly ExtraRow[] {
  const result: ExtraRow[] = [];
  let after: string | null = null;
  for (const line of table.lines) {
    const extra = extraOf(line, table);
    if (extra) result.push({ ...extra, after });
    if (line.kind === 'value' && table.rows.get(line.row.id) === line) after = line.row.id;
  }
  return result;
}

function extraOf(line: TableLine, table: Table): Omit<ExtraRow, 'after'> | null {
  switch (line.kind) {
    case 'unknown':
      return { ...labelled(line.label, line.line), values: line.values };
    case 'group':
      if (line.surplus.length === 0) return null;
      return { ...labelled(line.labels.at(-1)?.cell ?? null, line.line), values: line.surplus };
    case 'value':
      return table.rows.get(line.row.id) === line ? null : repeated(line);
    default:
      return null;
  }
}

function labelled(cell: CellNode | null, line: RowLine) {
  return { label: cell?.text ?? '', labelSpan: cell?.span ?? line.span };
}

function repeated(row: ValueRow): Omit<ExtraRow, 'after'> {
  const { label, labelSpan } = labelled(row.labels.at(-1)?.cell ?? null, row.line);
  const values = row.misfit?.found ?? row.cells.map(({ node }) => node);
  return { label: label || row.row.label, labelSpan, values };
}

/** A row of the form's grid with the rows that are put below it; the first place is above the grid and has no row. */
interface Slot {
  row: GridRow | null;
  readonly below: (readonly DocumentCell[])[];
}

/** Puts every extra row below the one that it follows. `values` says of each grid column whether values stand in it. */
export function insertRows(
  rows: readonly GridRow[],
  extras: readonly ExtraRow[],
  values: readonly boolean[],
): readonly (readonly DocumentCell[])[] {
  const slots = [null, ...rows].map((row): Slot => ({ row, below: [] }));
  for (const extra of extras) {
    const place = slotAfter(rows, extra.after);
    const covered = extendGroups(slots.slice(0, place + 1), rank(extra.label));
    const { row, below } = slots[place] ?? {};
    below?.push(extraCells(extra, values, covered, row?.cells ?? []));
  }
  return slots.flatMap(({ row, below }) => (row ? [row.cells, ...below] : below));
}

/** The slot of the row that a row follows, else that of the last one above all values. */
function slotAfter(grid: readonly GridRow[], after: string | null): number {
  if (after === null)
    return Math.max(
      0,
      grid.findIndex(({ rows }) => rows.length > 0),
    );
  return grid.findLastIndex(({ rows }) => rows.includes(after)) + 1;
}

/**
 * Makes the groups beside which a row is put below these slots one row longer, and gives the columns that they fill. A
 * group that ends just above takes the row in when its label is of a lower rank than the group's.
 */
function extendGroups(slots: readonly Slot[], rankOfLabel: number): number {
  const at = slots.reduce((sum, { row, below }) => sum + (row ? 1 : 0) + below.length, 0);
  let covered = 0;
  let i = 0;
  for (const slot of slots) {
    const { cells = [], rows = [] } = slot.row ?? {};
    const start = i;
    const isBeside = ({ scope, rowspan, text }: DocumentCell): boolean =>
      scope === 'rowgroup' &&
      cells.length > 1 &&
      (start + rowspan > at || (start + rowspan === at && rank(text) < rankOfLabel));
    if (slot.row) i++;
    i += slot.below.length;
    if (!cells.some(isBeside)) continue;
    const longer = cells.map((cell) => (isBeside(cell) ? { ...cell, rowspan: cell.rowspan + 1 } : cell));
    covered = longer
      .filter((cell, j) => cell !== cells[j])
      .reduce((end, cell) => Math.max(end, cell.column + cell.colspan), covered);
    slot.row = { cells: longer, rows };
  }
  return covered;
}

/** How deep a label's ordinal puts it; deepest where it has none. */
function rank(label: string): number {
  return ordinalOf(label)?.level ?? 4;
}

function extraCells(
  extra: ExtraRow,
  values: readonly boolean[],
  covered: number,
  above: readonly DocumentCell[],
): readonly DocumentCell[] {
  const width = values.length;
  const firstValue = values.indexOf(true);
  const labelEnd = firstValue > 0 ? firstValue : Math.floor(width / 3);
  const label: DocumentCell = {
    kind: 'header',
    text: extra.label,
    scope: 'row',
    column: covered,
    colspan: (extra.values.length === 0 ? width : labelEnd) - covered,
    rowspan: 1,
    place: null,
    value: null,
    span: extra.labelSpan,
  };
  const shape = above.filter((cell) => cell.place !== null && cell.column >= labelEnd);
  return [label, ...valueCells(extra.values, shape, labelEnd, width)];
}

/** The values as the row above has them, else in equal parts, else all in one cell. */
function valueCells(
  nodes: readonly CellNode[],
  shape: readonly DocumentCell[],
  from: number,
  width: number,
): readonly DocumentCell[] {
  const [first, ...rest] = nodes;
  if (!first) return [];
  const room = width - from;
  if (shape.length === nodes.length && shape[0]?.column === from) {
    return shape.map(({ column, colspan }, i) => looseCell([nodes[i] ?? first], column, colspan));
  }
  const part = room / nodes.length;
  if (Number.isInteger(part)) return nodes.map((node, i) => looseCell([node], from + i * part, part));
  return [looseCell([first, ...rest], from, room)];
}

/** A value that is given to no column of the form. */
function looseCell(nodes: readonly [CellNode, ...CellNode[]], column: number, colspan: number): DocumentCell {
  const [first] = nodes;
  return {
    kind: 'value',
    text: nodes.map(({ text }) => text).join(' | '),
    scope: null,
    column,
    colspan,
    rowspan: 1,
    place: null,
    value: null,
    span: nodes.reduce<Span>((whole, { span }) => cover(whole, span), first.span),
  };
}
