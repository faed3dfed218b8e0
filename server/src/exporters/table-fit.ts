// How large the text of a table can be on a page.

import { displayWidth } from '../text/display-width.ts';
import { greatest, least } from '../text/lists.ts';
import type { DocumentCell, DocumentRow, DocumentTable } from './document.ts';
import { textArea } from './paper.ts';

/** How a table is set; lengths in twips, `size` in half-points. */
export interface TableFit {
  readonly size: number;
  readonly columns: readonly number[];
  /** Left and right of a cell's text. */
  readonly sideMargin: number;
  /** Above and below it. */
  readonly verticalMargin: number;
  readonly height: number;
}

/** 五号, 小五; where a number needs more room than its column has, 六号 and smaller. */
export const TABLE_SIZES = [21, 18, 15, 13, 11] as const;
const SMALLEST_FOR_HEIGHT = 18;
/** Of a page; a table that is higher is set smaller. */
const COMFORTABLE_SHARE = 0.6;
const NUMBER = /[-+]?\d[\d.,%]*/g;
/** Left and right of a cell's text, in twips. */
export const BROAD_MARGIN = 85;
export const NARROW_MARGIN = 45;
const NARROW_COLUMN = 700;

/** 五号 where the table then takes a good half of a page at most, else 小五; smaller only where a number would be broken. */
export function fitTable(table: DocumentTable): TableFit {
  const columns = columnWidths(table.columnShares);
  const sideMargin = least(columns) < NARROW_COLUMN ? NARROW_MARGIN : BROAD_MARGIN;
  const rows = table.rows.map((row) => measured(row, columns, sideMargin));
  const fitOf = (size: number): TableFit => {
    const margin = verticalMargin(size);
    return { size, columns, sideMargin, verticalMargin: margin, height: heightOf(rows, size, margin) };
  };
  const wideEnough = TABLE_SIZES.filter((size) => rows.every((cells) => cells.every((cell) => holds(cell, size))));
  let best: TableFit | null = null;
  for (const size of wideEnough) {
    if (best && size < SMALLEST_FOR_HEIGHT) break;
    best = fitOf(size);
    if (best.height <= textArea.height * COMFORTABLE_SHARE || size < SMALLEST_FOR_HEIGHT) break;
  }
  return best ?? fitOf(TABLE_SIZES[TABLE_SIZES.length - 1] ?? TABLE_SIZES[0]);
}

/** What of a cell tells its size. */
interface MeasuredCell {
  /** For its text, in twips. */
  readonly room: number;
  /** Of its text, in full-width characters. */
  readonly width: number;
  /** Of its longest number, in characters. */
  readonly digits: number;
  readonly rowspan: number;
}

function measured({ cells }: DocumentRow, columns: readonly number[], sideMargin: number): readonly MeasuredCell[] {
  return cells.map((cell) => ({
    room: cellWidth(cell, columns) - 2 * sideMargin,
    width: displayWidth(cell.text, 2) / 2,
    digits: greatest([0, ...(cell.text.match(NUMBER) ?? []).map(({ length }) => length)]),
    rowspan: cell.rowspan,
  }));
}

/** The height of a line of text, in twips. */
export function lineHeight(size: number): number {
  return size * 13;
}

/** Above and below a cell's text, in twips. */
export function verticalMargin(size: number): number {
  return size > 18 ? 60 : 30;
}

/** The widths of a cell, in twips. */
export function cellWidth({ column, colspan }: DocumentCell, columns: readonly number[]): number {
  return columns.slice(column, column + colspan).reduce((sum, width) => sum + width, 0);
}

/** The shares in whole twips that together are the width of the text. */
function columnWidths(shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let share = 0;
  let used = 0;
  return shares.map((own) => {
    share += own;
    const width = Math.round((share / total) * textArea.width) - used;
    used += width;
    return width;
  });
}

function holds({ room, digits }: MeasuredCell, size: number): boolean {
  return digits * size * 5 <= room;
}

function heightOf(rows: readonly (readonly MeasuredCell[])[], size: number, margin: number): number {
  return rows.reduce((sum, cells) => sum + rowHeight(cells, size) + 2 * margin, 0);
}

function rowHeight(cells: readonly MeasuredCell[], size: number): number {
  const lines = cells.map(({ room, width, rowspan }) => {
    const perLine = Math.max(1, Math.floor(room / (size * 10)));
    return Math.ceil(width / perLine) / rowspan;
  });
  return greatest([1, ...lines]) * lineHeight(size);
}
