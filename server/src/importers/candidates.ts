import { readCell } from '../text/cell-value.ts';

/** Readings of a row whose values don't fit its columns. */
export interface Candidates {
  /** How the row may have come to be so. */
  readonly cause: 'spaces' | 'glued' | 'dropped' | 'parted';
  readonly readings: readonly (readonly string[])[];
}

/** Whether the values of a whole row, or of its first places only, can be right. */
export type Allowed = (values: readonly string[]) => boolean;

const MAX_READINGS = 200;
const MAX_STEPS = 200_000;
const MAX_DIGITS = 60;

/**
 * The ways to read `count` values out of cells that are fewer or more: numbers that stand in one cell with spaces between;
 * digits that lost what parted them; blank cells that were dropped; a number that was parted. Null where none makes sense,
 * and where there are too many to say.
 * @param stuck whether numbers are stuck together elsewhere in the table
 * @param allowed what the relations of the row say of a reading; it is asked about beginnings of it as well
 */
export function candidatesOf(
  cells: readonly string[],
  count: number,
  allowed: Allowed,
  stuck = false,
): Candidates | null {
  const words = cells.flatMap((cell) => (cell === '' ? [''] : cell.trim().split(/[\s\u00a0\u3000]+/)));
  if (words.length === count && cells.length !== count) return { cause: 'spaces', readings: [words] };
  const shown = words.filter((word) => word !== '');
  if (shown.length === 0) return null;
  if (shown.length > count || (words.length > count && shown.length === words.length))
    return made('parted', joinings(shown, count).filter(allowed));
  if (shown.some(isStuck) || (stuck && shown.length === 1)) return made('glued', splittings(shown, count, allowed));
  const placed = placements(words, count).filter(allowed);
  const parted = shown.length === 1 || placed.length === 0 ? splittings(shown, count, allowed) : [];
  return made(placed.length > 0 ? 'dropped' : 'glued', parted && [...placed, ...parted]);
}

/** Whether a word of digits can be no number by itself. */
export function isStuck(word: string): boolean {
  return /^0\d/.test(word);
}

function made(cause: Candidates['cause'], readings: readonly (readonly string[])[] | null): Candidates | null {
  return readings === null || readings.length === 0 || readings.length > MAX_READINGS ? null : { cause, readings };
}

/**
 * Every way to put the words on `count` places in their order. Where there are blanks among them, others were only merged
 * with these: one stands for one blank or more, those at the edges perhaps for none, as they may belong to the label.
 */
function placements(words: readonly string[], count: number): readonly (readonly string[])[] {
  const result: (readonly string[])[] = [];
  const runs = runsOf(words);
  const merged = words.some((word) => word === '');
  const place = (next: number, row: readonly string[]): void => {
    const here = runs[next];
    if (result.length > MAX_STEPS || row.length > count) return;
    if (!here) {
      const left = count - row.length;
      if (left === 0 || !merged || words.at(-1) === '') result.push([...row, ...blanks(left)]);
      return;
    }
    const least = next === 0 ? 0 : here.blanks;
    const most = merged && here.blanks === 0 ? 0 : count - row.length - (runs.length - next);
    for (let gap = least; gap <= most; gap++) place(next + 1, [...row, ...blanks(gap), here.word]);
  };
  place(0, []);
  return result;
}

/** The words that aren't blank, each with how many blanks stand before it. */
function runsOf(words: readonly string[]): readonly { readonly word: string; readonly blanks: number }[] {
  let blanks = 0;
  return words.flatMap((word) => {
    if (word === '') {
      blanks++;
      return [];
    }
    const run = { word, blanks };
    blanks = 0;
    return [run];
  });
}

function blanks(count: number): readonly string[] {
  return Array.from({ length: Math.max(0, count) }, () => '');
}

/** Every way to cut the digits of the words into `count` numbers without leading zeros; null where there are too many. */
function splittings(words: readonly string[], count: number, allowed: Allowed): readonly (readonly string[])[] | null {
  const whole = words.join('');
  if (whole.length > MAX_DIGITS || !/^\d+$/.test(whole)) return null;
  const borders = bordersOf(words);
  const result: (readonly string[])[] = [];
  let steps = 0;
  const split = (at: number, row: readonly string[]): void => {
    if (steps++ > MAX_STEPS) return;
    const left = count - row.length;
    if (left === 0) {
      if (at === whole.length) result.push(row);
      return;
    }
    const longest = whole.charAt(at) === '0' ? 1 : whole.length - at - (left - 1);
    for (let length = left === 1 ? Math.max(1, whole.length - at) : 1; length <= longest; length++) {
      if (crosses(borders, at, at + length)) break;
      const next = [...row, whole.slice(at, at + length)];
      if (allowed(next)) split(at + length, next);
    }
  };
  split(0, []);
  return steps > MAX_STEPS ? null : result;
}

function bordersOf(words: readonly string[]): ReadonlySet<number> {
  const borders = new Set<number>();
  let at = 0;
  for (const word of words) borders.add((at += word.length));
  return borders;
}

function crosses(borders: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (borders.has(at)) return true;
  return false;
}

/** Every way to put neighbouring numbers together so that `count` remain, where but one is too many. */
function joinings(words: readonly string[], count: number): readonly (readonly string[])[] {
  if (words.length !== count + 1 || words.some((word) => readCell(word).kind !== 'number')) return [];
  return words.slice(1).flatMap((word, i) => {
    const before = words[i] ?? '';
    const whole = /^\d+$/.test(before) && /^\d+$/.test(word) && before !== '0';
    return whole ? [[...words.slice(0, i), before + word, ...words.slice(i + 2)]] : [];
  });
}
