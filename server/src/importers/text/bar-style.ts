// How bars part the cells of a text.
import { headingOf } from '../headings.ts';
import type { Block } from '../source.ts';
import { isValue } from '../words.ts';

/** How the bars of a text stand. */
export interface BarStyle {
  /** Whether rows begin, and end, with a bar that has no cell outside it. */
  readonly first: boolean;
  readonly last: boolean;
  /** Whether bars behind a row fill it up to the width of its table, and stand for no cells of it: those side by side, or one alone as well. */
  readonly padding: 'none' | 'several' | 'any';
}

const ONLY_BARS = /^[\s|]+$/;
const MOST_BLANKS = 200;
/** Where blank cells stand at the beginning of many rows, their bars do as well: outer bars have all rows, but for those of something else. */
const MOST = 0.75;
const HALF = 0.5;
/** So many rows filled up show that all are. */
const FEWEST_PADDED = 3;

const SEVERAL_CELLS = /[^|\s]\s*\|+\s*[^|\s]/;
/** Bars side by side behind the one that closes the last cell, or alone on a line. */
const SEVERAL_BEHIND = /(?:^|\| )\|{2,}$/;
const ANY_BEHIND = /\| \|+$/;
/** Before a cell they stand for blank ones; so do bars with a space between, which shows that blank cells were kept. */
const SIDE_BY_SIDE = /\|\|+\s*[^|\s]/;
const KEPT = /\|\s+\|\s*[^|\s]/;
const VALUE_LINE = /^[0-9０-９]+ ?\|$/;
const BAR_OR_SPACE = /[|\s]/;

/** Whether a line holds nothing but bars. */
export function isOfBars(text: string): boolean {
  return ONLY_BARS.test(text);
}

/** How bars stand in most of the lines. */
export function barStyle(lines: readonly string[]): BarStyle {
  const barred = lines.map((line) => line.trim()).filter((text) => text !== '');
  const rows = barred.filter((text) => text.includes('|') && !isOfBars(text));
  const [several, single] = [rows.filter(isOfSeveral), rows.filter((text) => !isOfSeveral(text))];
  const telling = single.length > several.length ? single : several;
  const shareOf = (is: (text: string) => boolean): number => telling.filter(is).length / Math.max(1, telling.length);
  return {
    first: shareOf((text) => text.startsWith('|')) >= MOST,
    last: shareOf((text) => text.endsWith('|')) >= HALF,
    padding: paddingOf(barred),
  };
}

function isOfSeveral(text: string): boolean {
  return SEVERAL_CELLS.test(text);
}

function paddingOf(lines: readonly string[]): BarStyle['padding'] {
  const padded = lines.filter((text) => SEVERAL_BEHIND.test(text)).length;
  if (padded < FEWEST_PADDED || lines.some((text) => SIDE_BY_SIDE.test(text))) return 'none';
  const isKept = (text: string, i: number): boolean =>
    KEPT.test(text) || (lines[i - 1] === '|' && (text === '|' || VALUE_LINE.test(text)));
  return lines.some(isKept) ? 'several' : 'any';
}

/** A row without the bars that fill it up behind its values; behind a label alone they may stand for values that were left out. */
export function withoutPadding(row: string, { padding }: BarStyle): string {
  if (padding === 'none' || !endsInValue(row)) return row;
  return row.replace(padding === 'any' ? ANY_BEHIND : SEVERAL_BEHIND, '|');
}

/** Whether the last cell before the bars at the end is a value. */
function endsInValue(line: string): boolean {
  let end = line.length;
  while (end > 0 && BAR_OR_SPACE.test(line.charAt(end - 1))) end--;
  if (!line.includes('|', end)) return false;
  const last = line.slice(line.lastIndexOf('|', end - 1) + 1, end).trim();
  return last !== '' && isValue(last);
}

/**
 * What lines of nothing but bars between two texts stand for: where each cell's line ends in a bar of its own, a blank cell for each bar,
 * and a row for each line, as several bars on one are what a row's merged cells left; where the bars stand between the cells'
 * lines, one blank cell less, but that at the end of a table it may be one.
 */
export function barCells(bars: readonly string[], before: string, after: string, style: BarStyle): readonly Block[] {
  const isBetween = !before.includes('|') && !after.includes('|') && before !== '';
  const isInside = after !== '' && headingOf(after) === null;
  const counts = bars.slice(0, MOST_BLANKS).map((text) => blanksIn(text, before, style));
  const cells = isBetween ? [counts.reduce((sum, count) => sum + count, 0) - 1] : counts;
  const blanks = cells.flatMap((count): readonly Block[] =>
    count > 0 ? [{ kind: 'row', cells: Array.from({ length: Math.min(count, MOST_BLANKS) }, () => '') }] : [],
  );
  return isBetween && !isInside ? [...blanks, { kind: 'paragraph', text: '' }] : blanks;
}

function blanksIn(bars: string, before: string, { padding }: BarStyle): number {
  const isPadding = padding === 'any' || (padding === 'several' && SEVERAL_BEHIND.test(bars));
  return isPadding && endsInValue(before) ? 0 : bars.split('|').length - 1;
}
