// Single values that a merged cell repeated in each of its places, run together or beside each other.
import { distinctReadings } from '../figures/distinct-readings.ts';
import type { RowRule } from '../figures/row-rule.ts';
import { knownLabels } from '../forms/labels.ts';
import type { ReadingLine, TablePart } from './reading.ts';
import { spelt } from './stream.ts';

const REPEATED = /^(.+?)\1{1,3}$/;
const MANY = 2;

/** What a text repeats; null where it repeats nothing. */
export function repeatedIn(text: string): string | null {
  return REPEATED.exec(text)?.[1] ?? null;
}

/**
 * Whether the single values of a table show that merged cells were filled: `told` where several repeat a value, `likely` where one
 * does; null where more than one doesn't.
 */
export function repetition(texts: readonly string[]): 'told' | 'likely' | null {
  const times = texts.map((text) => text.length / (repeatedIn(text)?.length ?? text.length));
  const repeated = times.filter((count) => count > 1).length;
  if (repeated === 0 || times.filter((count) => count === 1).length > 1) return null;
  return repeated >= MANY ? 'told' : 'likely';
}

/**
 * Whether the heads above a line say a column of it twice side by side: merged cells were filled in each of their places. Where the
 * table has no heads, a line that begins with a blank cell, as not all do, may have been filled as well.
 */
export function columnsMayBeRepeated(
  text: string,
  { lines, table }: TablePart,
  line: ReadingLine,
  { sumEvery }: RowRule,
): boolean {
  const heads = lines.slice(0, lines.indexOf(line)).findLast(({ kind }) => kind === 'heads');
  if (!heads)
    return sumEvery === 0 && line.cells[0] === '' && lines.some(({ cells }) => cells.length > 0 && cells[0] !== '');
  const texts = heads.labels.map(({ from, to }) => text.slice(from, to));
  const columns =
    table
      .row(line.line?.line.id ?? '')
      ?.columns.flatMap(knownLabels)
      .map(spelt) ?? [];
  return texts.some((each, i) => each === texts[i - 1] && columns.includes(each));
}

/** What a row with too many cells may have, some of them left out that repeat the one before; null where there are none. */
export function withoutRepeats(cells: readonly string[], count: number): readonly (readonly string[])[] | null {
  const closed = cells.slice(0, Math.max(count, cells.findLastIndex((cell) => cell !== '') + 1));
  if (closed.length > 2 * count) return null;
  const ways = closed.reduce<readonly (readonly string[])[]>(
    (kept, cell, i) =>
      kept.flatMap((way) => (cell !== '' && cell === closed[i - 1] ? [way, [...way, cell]] : [[...way, cell]])),
    [[]],
  );
  const fitting = distinctReadings(ways.filter(({ length }) => length === count));
  return fitting.length > 0 ? fitting : null;
}
