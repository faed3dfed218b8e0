// Blank cells before the values of rows, which fill the place of a merged label.
import type { RowRule } from '../figures/row-rule.ts';
import type { ReadingLine } from './reading.ts';

/** How many blank cells stand before the values of each line, as far as rows with all their values tell: the fewer, the deeper it stands. */
export function paddingsOf(
  lines: readonly ReadingLine[],
  countOf: (line: ReadingLine) => number,
): (line: ReadingLine) => number {
  const widths = lines.map((line) => {
    const first = line.cells.findIndex((cell) => cell !== '');
    const isFull = first > 0 && line.cells.filter((cell) => cell !== '').length === countOf(line);
    return isFull && line.kind === 'line' ? first + depthOf(line) : 0;
  });
  const width = widths.reduce((most, each) => Math.max(most, each), 0);
  return (line) => Math.max(0, width - depthOf(line));
}

function depthOf({ line }: ReadingLine): number {
  return line?.groups.length ?? 0;
}

/**
 * What a row may have that begins with a blank cell and has fewer cells than one as deep: blank ones may have been lost before its
 * values or behind them. Only itself where nothing else is allowed.
 */
export function slidReadings(cells: readonly string[], padding: number, rule: RowRule): readonly (readonly string[])[] {
  if (cells.length !== rule.count || padding === 0 || cells[0] !== '' || cells.at(-1) === '') return [cells];
  const blanks = cells.findIndex((cell) => cell !== '');
  const most = Math.min(padding, Math.max(0, blanks));
  const slid = Array.from({ length: most }, (_, i) => [
    ...cells.slice(i + 1),
    ...Array.from({ length: i + 1 }, () => ''),
  ]);
  return [cells, ...slid.filter(rule.allowed)];
}

/**
 * What a row with more cells than columns may have besides the values that are left when blank cells are dropped (`given`): a cell at
 * one of its ends may be none of its columns, as where a table has one of remarks. Only `given` where its sum holds, or where no sum
 * tells and each value has as many blank cells behind it.
 */
export function surplusReadings(
  cells: readonly string[],
  given: readonly string[],
  { count, sumEvery, allowed }: RowRule,
): readonly (readonly string[])[] {
  if (cells.length <= count || (sumEvery > 0 && allowed(given))) return [given];
  if (sumEvery === 0 && areEven(cells)) return [given];
  const windows = Array.from({ length: cells.length - count + 1 }, (_, i) => cells.slice(i, i + count));
  return [given, ...(sumEvery > 0 ? windows.filter(allowed) : windows)].filter((each) =>
    each.some((cell) => cell !== ''),
  );
}

/** Whether the cells that aren't blank stand as far from one another. */
function areEven(cells: readonly string[]): boolean {
  const shown = cells.flatMap((cell, i) => (cell === '' ? [] : [i]));
  return new Set(shown.slice(1).map((at, i) => at - (shown[i] ?? 0))).size < 2;
}
