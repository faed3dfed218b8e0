// How bars part the cells of a text.
import { headingOf } from './headings.ts';
import type { Block } from './source.ts';

/** How the bars of a text stand. */
export interface BarStyle {
  /** Whether rows begin, and end, with a bar that has no cell outside it. */
  readonly first: boolean;
  readonly last: boolean;
  /** Whether bars behind a row fill it up to the width of its table, and stand for no cells of it: those side by side, or one alone as well. */
  readonly padding: 'none' | 'several' | 'any';
  /** Whether each cell's line, that of the last one as well, has a line with a bar of its own below it. */
  readonly closing: boolean;
}

const ONLY_BARS = /^[\s|]+$/;
const MOST_BLANKS = 200;
/** Longer lines are no cells. */
const LONGEST_CELL = 60;
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
const VALUE_LINE = /^\d+ ?\|$/;

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
    closing: areClosed(barred),
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

/** Whether bars stand below the last cell before most headings: where they only part cells, none does but for a blank cell. */
function areClosed(lines: readonly string[]): boolean {
  const ends = lines.flatMap((text, i) => {
    if (i === 0 || headingOf(text) === null) return [];
    const last = lines.slice(Math.max(0, i - MOST_BLANKS), i).findLast((before) => !isOfBars(before)) ?? '';
    const isCell = last.length <= LONGEST_CELL && !/[|。；：]/.test(last);
    return isCell ? [isOfBars(lines[i - 1] ?? '')] : [];
  });
  return ends.filter((each) => each).length * 2 > ends.length;
}

/** A row without the bars that fill it up. */
export function withoutPadding(row: string, { padding }: BarStyle): string {
  return padding === 'none' ? row : row.replace(padding === 'any' ? ANY_BEHIND : SEVERAL_BEHIND, '|');
}

/**
 * What lines of nothing but bars between two texts stand for: where each cell's line ends in a bar of its own, a blank cell for each bar,
 * and a row for each line, as several bars on one are what a row's merged cells left; where the bars stand between the cells'
 * lines, one blank cell less, but at the end of a table whose last cell has none.
 */
export function barCells(bars: readonly string[], before: string, after: string, style: BarStyle): readonly Block[] {
  const isBetween = !before.includes('|') && !after.includes('|') && before !== '';
  const isInside = style.closing || (after !== '' && headingOf(after) === null);
  const counts = bars.slice(0, MOST_BLANKS).map((text) => blanksIn(text, style));
  const cells = isBetween && isInside ? [counts.reduce((sum, count) => sum + count, 0) - 1] : counts;
  return cells.flatMap((count): readonly Block[] =>
    count > 0 ? [{ kind: 'row', cells: Array.from({ length: Math.min(count, MOST_BLANKS) }, () => '') }] : [],
  );
}

function blanksIn(bars: string, { padding }: BarStyle): number {
  if (padding === 'any' || (padding === 'several' && SEVERAL_BEHIND.test(bars))) return 0;
  return bars.split('|').length - 1;
}
