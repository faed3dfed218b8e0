// A bound table in the official form of its edition.
import type { LayoutCell, LayoutRow } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { type Cell, isExact, type Misfit, type Table, type ValueRow } from '../report/report.ts';
import { cover, type Span } from '../text/span.ts';
import type { DocumentCell, DocumentRow, DocumentTable } from './document.ts';
import { extraRows, type GridRow, insertRows } from './extra-rows.ts';

/** What the source writes for a printed cell. */
interface Written {
  readonly text: string;
  readonly span: Span;
}

interface WrittenTexts {
  readonly labels: ReadonlyMap<string, Written>;
  /** By `headKey`. */
  readonly heads: ReadonlyMap<string, Written>;
}

/** Where a printed cell stands. */
interface Surroundings {
  readonly width: number;
  readonly block: string;
  readonly isColumn: (label: string) => boolean;
  /** Whether values stand in the same row. */
  readonly besideValues: boolean;
}

/** The table in its official form: every value in its place, what has none in rows of its own. */
export function formTable(table: Table): DocumentTable {
  const { definition } = table;
  const width = gridWidth(definition);
  const written = writtenTexts(table);
  const columns = columnStarts(definition.layout, width);
  const blocks = blockIds(definition);
  const isColumn = (text: string): boolean => definition.columnLabelled(text) !== null;
  const rows = definition.layout.map((cells, i): GridRow => {
    const around = { width, block: blocks[i] ?? '', isColumn, besideValues: holdsValue(cells) };
    return { cells: rowCells(table, cells, columns[i] ?? [], written, around), rows: rowIds(cells) };
  });
  const grid = insertRows(rows, extraRows(table), valueColumns(definition, columns, width));
  return {
    kind: 'table',
    table: definition.id,
    edition: table.edition.id,
    caption: captionOf(table),
    headerRows: definition.blocks.length === 1 ? definition.layout.findIndex(holdsValue) : 0,
    columnShares: columnShares(valueColumns(definition, columns, width)),
    rows: grid.map((cells): DocumentRow => {
      const [first] = cells;
      return { cells, startsGroup: first?.scope === 'rowgroup' && first.colspan === width, span: spanOf(cells) };
    }),
    span: table.span,
  };
}

/** `表二 主动公开政府信息情况` */
export function captionOf({ definition, edition }: Pick<Table, 'definition' | 'edition'>): string {
  const title = edition.section(definition.section)?.title ?? '';
  return `${definition.name.zh} ${title}`.trimEnd();
}

function gridWidth({ layout }: FormTable): number {
  return (layout[0] ?? []).reduce((sum, cell) => sum + cell.colspan, 0);
}

/** For each row the grid columns in which its cells begin. */
function columnStarts(layout: readonly LayoutRow[], width: number): readonly (readonly number[])[] {
  const filled = new Array<number>(width).fill(0);
  return layout.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((filled[column] ?? row + 1) > row && column < width) column++;
      const start = column;
      filled.fill(row + cell.rowspan, start, start + cell.colspan);
      column += cell.colspan;
      return start;
    });
  });
}

/** For each grid column whether values stand in it. */
function valueColumns(
  { layout }: FormTable,
  starts: readonly (readonly number[])[],
  width: number,
): readonly boolean[] {
  const result = new Array<boolean>(width).fill(false);
  layout.forEach((cells, i) => {
    cells.forEach((cell, j) => {
      const start = starts[i]?.[j] ?? 0;
      if (cell.value) result.fill(true, start, start + cell.colspan);
    });
  });
  return result;
}

/** Labels take more room than numbers, the last column of labels most. */
function columnShares(values: readonly boolean[]): readonly number[] {
  const labels = values.filter((value) => !value).length;
  if (labels === 0) return values.map(() => 1 / values.length);
  const ofLabels = 0.16 + 0.12 * labels;
  const unit = ofLabels / (labels - 1 + 2.6);
  const last = values.lastIndexOf(false);
  return values.map((value, i) => {
    if (value) return (1 - ofLabels) / (values.length - labels);
    return i === last ? unit * 2.6 : unit;
  });
}

function holdsValue(cells: LayoutRow): boolean {
  return cells.some((cell) => cell.value);
}

function rowIds(cells: LayoutRow): readonly string[] {
  return [...new Set(cells.flatMap(({ value }) => (value ? [value.row] : [])))];
}

/**
 * What the source has for the form's printed texts, by the official text: of each label and of each head of a block the
 * first. Misspelt heads have the form's text, since several columns may share one.
 */
function writtenTexts(table: Table): WrittenTexts {
  const labels = new Map<string, Written>();
  const heads = new Map<string, Written>();
  for (const line of table.lines) {
    if (line.kind === 'header') {
      for (const { cell, official, match } of line.heads) {
        if (official === null) continue;
        const text = match === 'variant' ? cell.text : official;
        addFirst(heads, headKey(line.block?.id ?? '', official), { text, span: cell.span });
      }
    } else if (line.kind === 'group' || line.kind === 'value') {
      for (const { cell, definition, match } of line.labels) {
        const text = isExact(match) ? definition.label : cell.text;
        addFirst(labels, definition.label, { text, span: cell.span });
      }
    }
  }
  return { labels, heads };
}

function addFirst<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}

function headKey(block: string, official: string): string {
  return `${block}:${official}`;
}

/** For each row of the layout the block that it belongs to: that of the next row with values. */
function blockIds({ layout, blockOf }: FormTable): readonly string[] {
  let block = '';
  return layout
    .toReversed()
    .map((cells) => {
      const row = cells.find((cell) => cell.value)?.value?.row;
      block = (row === undefined ? null : blockOf(row))?.id ?? block;
      return block;
    })
    .toReversed();
}

function rowCells(
  table: Table,
  cells: LayoutRow,
  starts: readonly number[],
  written: WrittenTexts,
  around: Surroundings,
): readonly DocumentCell[] {
  const result: DocumentCell[] = [];
  let open: Misfit | null = null;
  cells.forEach((cell, i) => {
    const column = starts[i] ?? 0;
    const row = cell.value ? (table.rows.get(cell.value.row) ?? null) : null;
    const last = result.at(-1);
    if (row?.misfit && open && last && sameCells(row.misfit, open)) {
      result[result.length - 1] = { ...last, colspan: last.colspan + cell.colspan };
      return;
    }
    open = row?.misfit ?? null;
    if (!cell.value) result.push(printedCell(cell, column, written, around));
    else if (open) result.push(misfitCell(open, cell, column));
    else result.push(valueCell(table, cell, cell.value, column, row));
  });
  return result;
}

/** The rows of a line that holds several share the cells that don't fit. */
function sameCells(a: Misfit, b: Misfit): boolean {
  return a === b || (a.found.length > 0 && a.found[0] === b.found[0]);
}

function printedCell(
  cell: LayoutCell,
  column: number,
  { labels, heads }: WrittenTexts,
  around: Surroundings,
): DocumentCell {
  const official = cell.text ?? '';
  const source = labels.get(official) ?? heads.get(headKey(around.block, official)) ?? null;
  return {
    kind: 'header',
    text: cell.scope === 'corner' ? official : (source?.text ?? official),
    scope: scopeOf(cell, around),
    column,
    colspan: cell.colspan,
    rowspan: cell.rowspan,
    place: null,
    value: null,
    span: source?.span ?? null,
  };
}

function scopeOf(
  { scope, colspan, text = '' }: LayoutCell,
  { width, besideValues, isColumn }: Surroundings,
): DocumentCell['scope'] {
  switch (scope) {
    case 'row':
      return 'row';
    case 'column':
      return isColumn(text) ? 'col' : 'colgroup';
    case 'group':
      return besideValues || colspan === width ? 'rowgroup' : 'colgroup';
    default:
      return null;
  }
}

function valueCell(
  table: Table,
  { colspan, rowspan }: LayoutCell,
  { row, column: id }: NonNullable<LayoutCell['value']>,
  column: number,
  bound: ValueRow | null,
): DocumentCell {
  const cell: Cell | null = bound?.cells.find((candidate) => candidate.column.id === id) ?? null;
  return {
    kind: 'value',
    text: cell?.text ?? '',
    scope: null,
    column,
    colspan,
    rowspan,
    place: { table: table.definition.id, row, column: id },
    value: cell?.value ?? null,
    span: cell?.span ?? null,
  };
}

/** Values whose count doesn't fit the columns, in one cell: none is given to a column. */
function misfitCell({ found }: Misfit, { colspan, rowspan }: LayoutCell, column: number): DocumentCell {
  return {
    kind: 'value',
    text: found.map(({ text }) => text).join(' | '),
    scope: null,
    column,
    colspan,
    rowspan,
    place: null,
    value: null,
    span: spanOf(found),
  };
}

function spanOf(parts: readonly { readonly span: Span | null }[]): Span | null {
  return parts.reduce<Span | null>((whole, { span }) => (whole && span ? cover(whole, span) : (whole ?? span)), null);
}
