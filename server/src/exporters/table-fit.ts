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
  const fits = TABLE_SIZES.map((size): TableFit => {
    const fit = { size, columns, sideMargin, verticalMargin: verticalMargin(size), height: 0 };
    return { ...fit, height: heightOf(table.rows, fit) };
  });
  const wideEnough = fits.filter((fit) => table.rows.every(({ cells }) => cells.every((cell) => holds(cell, fit))));
  const readable = wideEnough.filter(({ size }) => size >= SMALLEST_FOR_HEIGHT);
  const best =
    readable.find(({ height }) => height <= textArea.height * COMFORTABLE_SHARE) ?? readable.at(-1) ?? wideEnough[0];
  return best ?? fits.at(-1) ?? { size: TABLE_SIZES[0], columns, sideMargin, verticalMargin: 0, height: 0 };
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

function holds(cell: DocumentCell, { size, columns, sideMargin }: TableFit): boolean {
  const room = cellWidth(cell, columns) - 2 * sideMargin;
  return greatest([0, ...(cell.text.match(NUMBER) ?? []).map(({ length }) => length)]) * size * 5 <= room;
}

function heightOf(rows: readonly DocumentRow[], fit: TableFit): number {
  return rows.reduce((sum, { cells }) => sum + rowHeight(cells, fit), 0);
}

function rowHeight(cells: readonly DocumentCell[], fit: TableFit): number {
  const { size, columns, sideMargin } = fit;
  const lines = cells.map((cell) => {
    const room = cellWidth(cell, columns) - 2 * sideMargin;
    const perLine = Math.max(1, Math.floor(room / (size * 10)));
    return Math.ceil(displayWidth(cell.text, 2) / 2 / perLine) / cell.rowspan;
  });
  return greatest([1, ...lines]) * lineHeight(size) + 2 * fit.verticalMargin;
}
