import { withoutBars } from '../syntax/cells.ts';
import { displayWidth } from '../text/display-width.ts';
import { greatest } from '../text/lists.ts';

/** Cells wider than this don't widen their column, so that one of them can't blow up a whole table. */
const WIDEST_LABELS = 160;
const WIDEST_COLUMN = 40;

/** A row of a table as it is to be written. */
export interface PlacedRow {
  readonly texts: readonly string[];
  /** Where in `texts` the columns begin (the labels stand before) and how many there are; null where the row stands in none. */
  readonly columns: { readonly from: number; readonly count: number } | null;
  /** Rows of one block share their columns. */
  readonly block: string;
  readonly kind: 'head' | 'values';
}

/**
 * What stands before, between and after the texts of each row (one more than it has texts), so that labels stand to the
 * left, values to the right of their columns, and the bars below each other by display width. Depends on nothing but
 * the texts. Blank cells behind the columns are bare bars.
 */
export function barsOf(rows: readonly PlacedRow[]): readonly (readonly string[])[] {
  const widths = widthsOf(rows);
  return rows.map((row) => bars(row.texts, paddings(row, widths)));
}

/** The rows written out, a line each. */
export function linesOf(rows: readonly PlacedRow[]): readonly string[] {
  return rows.map(lineWriter(rows));
}

/** Writes a row so that its bars stand below those of the others. */
export function lineWriter(others: readonly PlacedRow[]): (row: PlacedRow) => string {
  const widths = widthsOf(others);
  return (row) =>
    bars(row.texts, paddings(row, widths))
      .map((bar, i) => bar + (row.texts[i] ?? ''))
      .join('');
}

/** Cells as a row that is read as these cells again: bars in them become full-width, white space one space. */
export function rowText(cells: readonly string[]): string {
  return `| ${cells.map((cell) => withoutBars(cell).replace(/\s+/g, ' ')).join(' | ')} |`;
}

/** The spaces on both sides of a text; a blank has them all behind it. */
interface Padding {
  readonly before: string;
  readonly after: string;
}

const BARE: Padding = { before: '', after: '' };

function bars(texts: readonly string[], paddings: readonly Padding[]): readonly string[] {
  return Array.from(
    { length: texts.length + 1 },
    (_, i) => `${paddings[i - 1]?.after ?? ''}|${paddings[i]?.before ?? ''}`,
  );
}

interface Widths {
  /** Of the labels before the last one on a row, by their place. */
  readonly outer: readonly number[];
  /** Of all labels of a row together, with the bars between them. */
  readonly labels: number;
  readonly columns: ReadonlyMap<string, readonly number[]>;
}

function widthsOf(rows: readonly PlacedRow[]): Widths {
  const outer: number[] = [];
  const columns = new Map<string, number[]>();
  for (const { texts, columns: place, block } of rows) {
    if (!place) continue;
    const last = lastLabel(texts, place.from);
    texts.slice(0, last).forEach((text, i) => {
      widen(outer, i, displayWidth(text), WIDEST_LABELS);
    });
    const widths = columns.get(block) ?? [];
    columns.set(block, widths);
    texts.slice(place.from, place.from + place.count).forEach((text, i) => {
      widen(widths, i, displayWidth(text), WIDEST_COLUMN);
    });
  }
  const needed = rows.map((row) => (row.columns ? labelsWidth(row.texts, row.columns.from, outer) : 0));
  return { outer, labels: greatest([0, ...needed.filter((width) => width <= WIDEST_LABELS)]), columns };
}

function widen(widths: number[], i: number, width: number, widest: number): void {
  widths[i] = Math.max(widths[i] ?? 0, width <= widest ? width : 0);
}

/** The place of the label that takes what room is left: the last that isn't blank, as the cells after it are merged with it. */
function lastLabel(texts: readonly string[], from: number): number {
  return Math.max(
    0,
    texts.slice(0, from).findLastIndex((text) => text !== ''),
  );
}

function labelsWidth(texts: readonly string[], from: number, outer: readonly number[]): number {
  if (from === 0) return 0;
  const last = lastLabel(texts, from);
  return outerWidth(outer, last) + displayWidth(texts[last] ?? '') + (from - 1 - last);
}

function outerWidth(outer: readonly number[], count: number): number {
  return outer.slice(0, count).reduce((sum, width) => sum + width + ' | '.length, 0);
}

function paddings({ texts, columns, block, kind }: PlacedRow, widths: Widths): readonly Padding[] {
  const lastShown = texts.findLastIndex((text) => text !== '');
  if (!columns) return texts.map((text, i) => (i > lastShown ? BARE : left(text, 0)));
  const { from, count } = columns;
  const last = lastLabel(texts, from);
  const room = widths.labels - outerWidth(widths.outer, last) - (from - 1 - last);
  return texts.map((text, i) => {
    if (i < from) return i < last ? left(text, widths.outer[i] ?? 0) : i === last ? left(text, room) : BARE;
    if (i >= from + count) return i > lastShown ? BARE : left(text, 0);
    const width = widths.columns.get(block)?.[i - from] ?? 0;
    return kind === 'head' ? left(text, width) : right(text, width);
  });
}

function left(text: string, width: number): Padding {
  const after = `${spaces(text, width)} `;
  return text === '' ? { before: '', after: ` ${after}` } : { before: ' ', after };
}

function right(text: string, width: number): Padding {
  return text === '' ? left(text, width) : { before: ` ${spaces(text, width)}`, after: ' ' };
}

function spaces(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text)));
}
