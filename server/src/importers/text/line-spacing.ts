// How many line breaks part one cell from the next where each stands on a line of its own, and what blank lines between are.
import { canonical } from '../../text/canonical.ts';
import { tableIds, vocabularyOf } from '../vocabulary.ts';

const NUMBER = /^[0-9０-９][0-9０-９.,，]*$/;
const SHORT = 12;
const FEWEST_PAIRS = 10;
const MOST_PAIRS_ALIKE = 0.7;
/** The line breaks that may part two cells. */
const SPACINGS: readonly number[] = [1, 2, 3];
const FEWEST_ROWS = 8;
const MOST_ROWS_ALIKE = 0.9;

/** A label's line to the next line of text. */
interface RowOfLines {
  readonly length: number;
  /** How many values the row may have, form by form. */
  readonly values: readonly number[];
  readonly hasBlank: boolean;
}

/** The lines that a text of cells on lines of their own is made of. */
export interface LineSpacing {
  /** How many cells were blank between two lines with so many blank lines between them. */
  readonly blanksBetween: (above: string, blankLines: number, below: string) => number;
}

/** Nothing is known of blank lines where cells don't stand so, or where the distances between them vary. */
export function lineSpacing(lines: readonly string[]): LineSpacing {
  const counted = countedSpacing(lines);
  const breaks = counted || usualSpacing(lines);
  const mayBeCell = (text: string): boolean => text !== '' && (text.length <= SHORT || (counted > 0 && isLabel(text)));
  return {
    blanksBetween: (above, blankLines, below) =>
      breaks > 0 && mayBeCell(above) && mayBeCell(below) ? Math.max(0, Math.floor((blankLines + 1) / breaks) - 1) : 0,
  };
}

/** How many line breaks part one value from the next; 0 where that varies. */
function usualSpacing(lines: readonly string[]): number {
  const counts = new Map<number, number>();
  let last = -1;
  let total = 0;
  lines.forEach((line, i) => {
    const text = line.trim();
    if (text === '') return;
    const isNumber = NUMBER.test(text);
    if (isNumber && last >= 0) {
      counts.set(i - last, (counts.get(i - last) ?? 0) + 1);
      total++;
    }
    last = isNumber ? i : -1;
  });
  const [spacing, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return total >= FEWEST_PAIRS && count / total >= MOST_PAIRS_ALIKE ? spacing : 0;
}

/**
 * The same, where a table's rows all come to as many cells as the form gives them only if each blank line between is a
 * cell: 0 where they don't, or where no line is blank.
 */
function countedSpacing(lines: readonly string[]): number {
  const rows = rowsOfLines(lines);
  if (!rows.some(({ hasBlank }) => hasBlank)) return 0;
  return SPACINGS.find((breaks) => isCounted(rows, breaks)) ?? 0;
}

/** Whether nearly all rows are as long as they have to be; of labels below each other one heads the other. */
function isCounted(rows: readonly RowOfLines[], breaks: number): boolean {
  const filled = rows.filter(({ length }) => length > breaks);
  const whole = filled.filter(({ length, values }) => values.includes(length / breaks - 1));
  return whole.length >= FEWEST_ROWS && whole.length >= filled.length * MOST_ROWS_ALIKE;
}

/** From each label of a row to the text behind its values. */
function rowsOfLines(lines: readonly string[]): readonly RowOfLines[] {
  const rows: RowOfLines[] = [];
  let label: { readonly at: number; readonly values: readonly number[] } | null = null;
  let hasBlank = false;
  lines.forEach((line, i) => {
    const text = line.trim();
    if (text === '') hasBlank = true;
    if (text === '' || NUMBER.test(text)) return;
    if (label) rows.push({ length: i - label.at, values: label.values, hasBlank });
    const values = valuesOf(text);
    label = values.length > 0 ? { at: i, values } : null;
    hasBlank = false;
  });
  return rows;
}

function isLabel(text: string): boolean {
  const spelling = canonical(text);
  return tableIds().some((id) => vocabularyOf(id).terms.has(spelling));
}

function valuesOf(text: string): readonly number[] {
  const spelling = canonical(text);
  return tableIds().flatMap((id) => vocabularyOf(id).terms.get(spelling)?.row?.values ?? []);
}
