// A table of a whole report as rows of cells, before it is written in any shape.
import type { LayoutCell } from '../../../server/src/forms/edition.ts';
import type { FormTable } from '../../../server/src/forms/form.ts';
import { cornerIn, labelIn } from '../../../server/src/forms/labels.ts';
import { keyOf, placesOf } from '../../importers/sample-report.ts';
import { marked } from './marked-digits.ts';
import type { ExtraRow, WholeReport } from './whole.ts';

/** `gap` and `gap-below`: where a merged cell goes on to the right, and below its first row. */
export interface DrawnCell {
  readonly kind: 'label' | 'value' | 'gap' | 'gap-below';
  readonly text: string;
  /** The place of a value of the form. */
  readonly key?: string;
}

export interface DrawnRow {
  /** `head`: of columns, or a group's label alone. */
  readonly kind: 'head' | 'group' | 'values';
  /** The rows of the form whose values it has; several on the form's wide row. */
  readonly rows: readonly string[];
  readonly cells: readonly DrawnCell[];
}

export interface DrawnTable {
  readonly table: FormTable;
  readonly rows: readonly DrawnRow[];
}

/** `official`: the form's own grid with merged cells; else a row of heads for each block, and each row's label, official or short, before its values. */
export type Layout = 'official' | 'official-labels' | 'short';

/** The tables of a report as rows, each a rectangle in the official layout; the digits of values are marked. */
export function drawnTables(report: WholeReport, layout: Layout): readonly DrawnTable[] {
  const numbers = new Map(placesOf(report.form).map((place, i) => [keyOf(place), i]));
  return report.form.tables.map((table) => {
    const valueAt = (row: string, column: string): DrawnCell => {
      const key = keyOf({ table, row, column });
      return { kind: 'value', key, text: marked(String(report.figures.get(key) ?? ''), numbers.get(key) ?? 0) };
    };
    const rows =
      layout === 'official'
        ? officialRows(table, valueAt)
        : plainRows(table, valueAt, layout === 'short' ? 'short' : 'official');
    const extra = table.id === 'requests' ? report.extraRow : null;
    return { table, rows: extra ? withExtraRow(rows, extra) : rows };
  });
}

type ValueAt = (row: string, column: string) => DrawnCell;

const label = (text: string): DrawnCell => ({ kind: 'label', text });
const gap: DrawnCell = { kind: 'gap', text: '' };
const gapBelow: DrawnCell = { kind: 'gap-below', text: '' };

/** Rows as canonical tables have them. */
function plainRows(table: FormTable, valueAt: ValueAt, style: 'short' | 'official'): readonly DrawnRow[] {
  return table.blocks.flatMap((block): DrawnRow[] => {
    const columns = table.columnsOf(block);
    const heads = [label(cornerIn(style, block)), ...columns.map((column) => label(labelIn(style, column)))];
    return [
      { kind: 'head', rows: [], cells: heads },
      ...block.lines.map((line): DrawnRow => {
        if (line.kind === 'group') return { kind: 'group', rows: [], cells: [label(labelIn(style, line))] };
        const values = columns.map(({ id }) => valueAt(line.id, id));
        return { kind: 'values', rows: [line.id], cells: [label(labelIn(style, line)), ...values] };
      }),
    ];
  });
}

function officialRows(table: FormTable, valueAt: ValueAt): readonly DrawnRow[] {
  const grid = table.layout.map((): DrawnCell[] => []);
  table.layout.forEach((row, y) => {
    for (const cell of row) {
      fill(grid, cell, y, firstFree(grid[y] ?? []), valueAt);
    }
  });
  return grid.map((cells, y) => {
    const rows = [...new Set((table.layout[y] ?? []).flatMap(({ value }) => value?.row ?? []))];
    return { kind: rows.length > 0 ? 'values' : 'head', rows, cells };
  });
}

/** The first place that no cell from above covers. */
function firstFree(line: readonly (DrawnCell | undefined)[]): number {
  let x = 0;
  while (line[x] !== undefined) x++;
  return x;
}

function fill(grid: readonly DrawnCell[][], cell: LayoutCell, y: number, x: number, valueAt: ValueAt): void {
  const { value, text = '', rowspan, colspan } = cell;
  const own: DrawnCell = value ? valueAt(value.row, value.column) : label(text);
  grid.slice(y, y + rowspan).forEach((line, down) => {
    for (let right = 0; right < colspan; right++) line[x + right] = down > 0 ? gapBelow : right > 0 ? gap : own;
  });
}

function withExtraRow(rows: readonly DrawnRow[], extra: ExtraRow): readonly DrawnRow[] {
  return rows.flatMap((row): DrawnRow[] => {
    if (!row.rows.includes(extra.after)) return [row];
    const labels = row.cells.filter(({ kind }) => kind !== 'value');
    const cells = [
      ...labels.slice(1).map(() => gapBelow),
      label(extra.label),
      ...extra.values.map((value): DrawnCell => ({ kind: 'value', text: String(value) })),
    ];
    return [row, { kind: 'values', rows: [], cells }];
  });
}

/** The row with other texts in its cells. */
export function withTexts(row: DrawnRow, textOf: (cell: DrawnCell) => string): DrawnRow {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, text: textOf(cell) })) };
}
