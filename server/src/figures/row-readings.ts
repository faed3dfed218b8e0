import { numberOf, type RowRule } from './row-rule.ts';
import { splittings } from './split-digits.ts';

/** Readings of a row whose values don't fit its columns. */
export interface Candidates {
  /** How the row may have come to be so. */
  readonly cause: 'spaces' | 'stuck' | 'dropped' | 'parted';
  readonly readings: readonly (readonly string[])[];
}

const MAX_READINGS = 200;
const MAX_STEPS = 20_000;
/** So many numbers of a row may have been parted. */
const MOST_JOINED = 4;

/**
 * The ways to read the values of a row out of cells that are fewer or more: numbers that stand in one cell with spaces
 * between; digits that lost what parted them; blank cells that were dropped; a number that was parted. Null where none makes
 * sense, and where there are too many to say.
 * @param stuck whether numbers are stuck together elsewhere in the table
 */
export function candidatesOf(cells: readonly string[], rule: RowRule, stuck: boolean): Candidates | null {
  const { count, allowed, sumEvery } = rule;
  const words = cells.flatMap((cell) => (cell === '' ? [''] : cell.trim().split(/[\s\u00a0\u3000]+/)));
  if (words.length === count && cells.length !== count) return { cause: 'spaces', readings: [words] };
  const shown = words.filter((word) => word !== '');
  if (shown.length === 0) return null;
  // Only a sum tells that two numbers are one.
  if (shown.length > count) return sumEvery === 0 ? null : made('parted', joinings(shown, count).filter(allowed));
  const isCertain = rule.filled || sumEvery > 0;
  if ((shown.some(isStuck) || (stuck && shown.length === 1)) && isCertain)
    return made('stuck', splittings(shown, rule));
  const placed = shown.some(isStuck) ? [] : placements(words, rule).filter(allowed);
  // Where no sum holds otherwise, a space among them parts but two of the numbers that ran together.
  const mayBeParted = shown.length === 1 || (stuck && sumEvery > 0 && placed.length === 0);
  const parted = mayBeParted ? splittings(shown, rule) : [];
  return made(placed.length > 0 ? 'dropped' : 'stuck', parted && [...placed, ...parted]);
}

/** Whether a word of digits can be no number by itself. */
export function isStuck(word: string): boolean {
  return /^0\d+$/.test(word) || /^\d{16,}$/.test(word);
}

function made(cause: Candidates['cause'], readings: readonly (readonly string[])[] | null): Candidates | null {
  return readings === null || readings.length === 0 || readings.length > MAX_READINGS ? null : { cause, readings };
}

/**
 * Every way to put the words on `count` places in their order. Where there are blanks among them, others were only merged
 * with these: one stands for one blank or more, those at the edges perhaps for none, as they may belong to the label. A row
 * without a label may have lost blanks at both ends.
 */
function placements(words: readonly string[], { count, labelled }: RowRule): readonly (readonly string[])[] {
  const result: (readonly string[])[] = [];
  const runs = runsOf(words);
  const merged = words.some((word) => word === '');
  const place = (next: number, row: readonly string[]): void => {
    const here = runs[next];
    if (result.length > MAX_STEPS || row.length > count) return;
    if (!here) {
      const left = count - row.length;
      if (left === 0 || !merged || !labelled || words.at(-1) === '') result.push([...row, ...blanks(left)]);
      return;
    }
    const least = next === 0 ? 0 : here.blanks;
    const exact = merged && here.blanks === 0 && (labelled || next > 0);
    const most = exact ? 0 : count - row.length - (runs.length - next);
    for (let gap = least; gap <= most; gap++) place(next + 1, [...row, ...blanks(gap), here.word]);
  };
  place(0, []);
  return result;
}

/** The words that aren't blank, each with how many blanks stand before it. */
function runsOf(words: readonly string[]): readonly { readonly word: string; readonly blanks: number }[] {
  let before = 0;
  return words.flatMap((word) => {
    if (word === '') {
      before++;
      return [];
    }
    const run = { word, blanks: before };
    before = 0;
    return [run];
  });
}

function blanks(count: number): readonly string[] {
  return Array.from({ length: Math.max(0, count) }, () => '');
}

/** Digits, and what separators of thousands leave of them. */
const DIGITS = /^[\d,.]+$/;
/** A whole number to which digits may still be added, and one with separators of thousands that may be incomplete. */
const WHOLE = /^[1-9]\d*$/;
const IN_GROUPS = /^[1-9]\d{0,2}(?:,\d{3})*,\d{0,3}$/;

/** Every way to put neighbouring numbers together so that `count` remain, where a few are too many. */
function joinings(words: readonly string[], count: number): readonly (readonly string[])[] {
  if (words.length > count + MOST_JOINED || !words.every((word) => DIGITS.test(word))) return [];
  let ways: readonly (readonly string[])[] = [[]];
  words.forEach((word, i) => {
    const left = words.length - i - 1;
    ways = ways.flatMap((way) => {
      const before = way.at(-1);
      const isWhole = before !== undefined && (mayGoOn(before, word) || IN_GROUPS.test(before + word));
      const next = isWhole
        ? [
            [...way, word],
            [...way.slice(0, -1), before + word],
          ]
        : [[...way, word]];
      return next.filter(({ length }) => length <= count && length + left >= count);
    });
  });
  return ways.filter((way) => !way.some(isStuck) && way.every((word) => numberOf(word) !== null));
}

function mayGoOn(before: string, word: string): boolean {
  return WHOLE.test(before) && /^\d+$/.test(word);
}
