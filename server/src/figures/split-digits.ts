import type { RowRule } from './row-rule.ts';

const MAX_STEPS = 20_000;
const MAX_DIGITS = 80;

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
