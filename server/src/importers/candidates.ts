import { readCell } from '../text/cell-value.ts';

/** Readings of a row whose values don't fit its columns. */
export interface Candidates {
  /** How the row may have come to be so. */
  readonly cause: 'spaces' | 'stuck' | 'dropped' | 'parted';
  readonly readings: readonly (readonly string[])[];
}

/** What is known of a row's values. */
export interface RowRule {
  readonly count: number;
  readonly labelled: boolean;
  /** Whether no value of the table seems to be blank. */
  readonly filled: boolean;
  /** Every so many values the last is the sum of those before it; 0 where no sum stands in the row. */
  readonly sumEvery: number;
  /** Whether these can be the values, by the relations of the row. */
  readonly allowed: (values: readonly string[]) => boolean;
}

const MAX_READINGS = 200;
const MAX_STEPS = 20_000;
const MAX_DIGITS = 80;

/**
 * The ways to read the values of a row out of cells that are fewer or more: numbers that stand in one cell with spaces
 * between; digits that lost what parted them; blank cells that were dropped; a number that was parted. Null where none makes
 * sense, and where there are too many to say.
 * @param stuck whether numbers are stuck together elsewhere in the table
 */
export function candidatesOf(cells: readonly string[], rule: RowRule, stuck: boolean): Candidates | null {
  const { count, allowed } = rule;
  const words = cells.flatMap((cell) => (cell === '' ? [''] : cell.trim().split(/[\s\u00a0\u3000]+/)));
  if (words.length === count && cells.length !== count) return { cause: 'spaces', readings: [words] };
  const shown = words.filter((word) => word !== '');
  if (shown.length === 0) return null;
  if (shown.length > count) return made('parted', joinings(shown, count).filter(allowed));
  const isCertain = rule.filled || rule.sumEvery > 0;
  if ((shown.some(isStuck) || (stuck && shown.length === 1)) && isCertain)
    return made('stuck', splittings(shown, rule));
  const placed = placements(words, rule).filter(allowed);
  const parted = shown.length === 1 ? splittings(shown, rule) : [];
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

/** Every way to cut the digits of the words into numbers without leading zeros; null where there are too many. */
export function splittings(words: readonly string[], rule: RowRule): readonly (readonly string[])[] | null {
  const whole = words.join('');
  if (whole.length > MAX_DIGITS || whole.length < rule.count || !/^\d+$/.test(whole)) return [];
  const splitter = new Splitter(whole, bordersOf(words), rule);
  return splitter.run();
}

function bordersOf(words: readonly string[]): ReadonlySet<number> {
  const borders = new Set<number>();
  let at = 0;
  for (const word of words) {
    at += word.length;
    borders.add(at);
  }
  return borders;
}

class Splitter {
  readonly #found: (readonly string[])[] = [];
  readonly #whole: string;
  readonly #borders: ReadonlySet<number>;
  readonly #rule: RowRule;
  #steps = 0;

  constructor(whole: string, borders: ReadonlySet<number>, rule: RowRule) {
    this.#whole = whole;
    this.#borders = borders;
    this.#rule = rule;
  }

  run(): readonly (readonly string[])[] | null {
    const { count } = this.#rule;
    this.#split(0, [], 0);
    if (this.#steps > MAX_STEPS) return null;
    // As many digits as values leave no choice, whether the sums are right or not.
    const forced = this.#found.length === 0 && this.#whole.length === count && this.#rule.filled;
    return forced ? [[...this.#whole]] : this.#found;
  }

  /** `sum` is that of the values since the last sum. */
  #split(at: number, row: readonly string[], sum: number): void {
    if (this.#steps++ > MAX_STEPS) return;
    const { count, sumEvery, allowed } = this.#rule;
    if (row.length === count) {
      if (at === this.#whole.length && allowed(row)) this.#found.push(row);
      return;
    }
    if (sumEvery > 0 && row.length === count - sumEvery) {
      this.#splitLastSum(at, row);
      return;
    }
    if (sumEvery > 0 && row.length % sumEvery === sumEvery - 1) {
      const total = String(sum);
      if (this.#whole.startsWith(total, at) && this.#isOne(at, total.length))
        this.#split(at + total.length, [...row, total], 0);
      return;
    }
    for (let length = this.#shortest(at, row); length <= this.#longest(at, row, sum); length++) {
      if (!this.#isOne(at, length)) break;
      const text = this.#whole.slice(at, at + length);
      this.#split(at + length, [...row, text], sum + Number(text));
    }
  }

  /** The last values up to a sum: it is what the digits end in, so that it is known before its addends are. */
  #splitLastSum(at: number, row: readonly string[]): void {
    const addends = this.#rule.sumEvery - 1;
    for (let end = this.#whole.length - 1; end - at >= addends; end--) {
      const total = this.#whole.slice(end);
      if (!this.#isOne(end, total.length)) break;
      if (total.length === 1 || !total.startsWith('0')) this.#addends(at, end, addends, Number(total), [], row, total);
    }
  }

  /** Cuts what stands before `end` into so many numbers that add up to `rest`. */
  #addends(
    at: number,
    end: number,
    count: number,
    rest: number,
    found: readonly string[],
    row: readonly string[],
    total: string,
  ): void {
    if (this.#steps++ > MAX_STEPS) return;
    if (count === 1) {
      const last = String(rest);
      if (this.#whole.slice(at, end) === last && this.#isOne(at, last.length))
        this.#split(this.#whole.length, [...row, ...found, last, total], 0);
      return;
    }
    const digits = end - at;
    if (rest >= 10 ** (digits - count + 1) + 10 * count || rest < 10 ** (Math.ceil(digits / count) - 1)) {
      if (rest > 0 || digits > count) return;
    }
    const longest = this.#whole.charAt(at) === '0' ? 1 : Math.min(digits - (count - 1), total.length);
    for (let length = 1; length <= longest; length++) {
      const text = this.#whole.slice(at, at + length);
      const left = rest - Number(text);
      if (left < 0 || !this.#isOne(at, length)) break;
      this.#addends(at + length, end, count - 1, left, [...found, text], row, total);
    }
  }

  #shortest(at: number, row: readonly string[]): number {
    return row.length === this.#rule.count - 1 ? this.#whole.length - at : 1;
  }

  /** What the values to come need at least is left to them; a sum is no shorter than what it adds up. */
  #longest(at: number, row: readonly string[], sum: number): number {
    const left = this.#whole.length - at;
    const { count, sumEvery } = this.#rule;
    if (this.#whole.charAt(at) === '0') return Math.min(1, left);
    const others = count - row.length - 1;
    if (sumEvery === 0) return left - others;
    const ofSum = String(sum).length;
    return Math.min(left - others - (ofSum - 1), Math.floor((left - (others - 1)) / 2));
  }

  /** Whether no border of words lies inside. */
  #isOne(at: number, length: number): boolean {
    for (let i = at + 1; i < at + length; i++) if (this.#borders.has(i)) return false;
    return true;
  }
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
