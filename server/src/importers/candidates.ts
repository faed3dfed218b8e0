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
 * @param allowed what the relations of the row say of a reading; it is asked about beginnings of it as well
 */
export function candidatesOf(cells: readonly string[], count: number, allowed: Allowed): Candidates | null {
  const words = cells.flatMap((cell) => (cell === '' ? [''] : cell.trim().split(/[\s\u00a0\u3000]+/)));
  if (words.length === count && cells.length !== count) return { cause: 'spaces', readings: [words] };
  const shown = words.filter((word) => word !== '');
  if (shown.length === 0) return null;
  if (shown.length > count) return made('parted', joinings(shown, count).filter(allowed));
  const digits = shown.join('').length;
  const isGlued = shown.some((word) => /^0\d/.test(word)) || (shown.length === 1 && digits >= count && count > 1);
  if (isGlued) return made('glued', splittings(shown, count, allowed));
  const placed = placements(words, count).filter(allowed);
  if (placed.length > 0 || digits < count) return made('dropped', placed);
  return made('glued', splittings(shown, count, allowed));
}

function made(cause: Candidates['cause'], readings: readonly (readonly string[])[] | null): Candidates | null {
  return readings === null || readings.length === 0 || readings.length > MAX_READINGS ? null : { cause, readings };
}

/** Every way to put the words on `count` places in their order; a blank among them stands for one blank or more. */
function placements(words: readonly string[], count: number): readonly (readonly string[])[] {
  const result: (readonly string[])[] = [];
  const shown = words.flatMap((word, i) => (word === '' ? [] : [{ word, blanks: blanksBefore(words, i) }]));
  const place = (next: number, row: readonly string[]): void => {
    const here = shown[next];
    if (result.length > MAX_STEPS) return;
    if (!here) {
      result.push([...row, ...blanks(count - row.length)]);
      return;
    }
    const last = count - (shown.length - next);
    for (let at = row.length + here.blanks; at <= last; at++)
      place(next + 1, [...row, ...blanks(at - row.length), here.word]);
  };
  place(0, []);
  return result;
}

function blanksBefore(words: readonly string[], index: number): number {
  let count = 0;
  while (index - count > 0 && words[index - count - 1] === '') count++;
  return count;
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
    for (let length = left === 1 ? whole.length - at : 1; length <= longest; length++) {
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
