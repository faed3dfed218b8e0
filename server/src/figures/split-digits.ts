import type { RowRule } from './row-rule.ts';

const MAX_STEPS = 200_000;
const MOST_FOUND = 4000;
const MAX_DIGITS = 120;
const LONGEST_NUMBER = 15;
const MEMORY = 500;
/** Rows in all: one entry may hold thousands. */
const MOST_HELD = 40_000;

/** Splits found before, by the words and the form of their row: the same digits are asked for again and again. */
const known = new Map<string, readonly (readonly string[])[] | null>();
let held = 0;

/** Every way to cut the digits of the words into numbers without leading zeros; null where there are too many. */
export function splittings(words: readonly string[], rule: RowRule): readonly (readonly string[])[] | null {
  const whole = words.join('');
  const { count, sumEvery } = rule;
  if (whole.length > MAX_DIGITS || whole.length < count || !/^\d+$/.test(whole)) return [];
  const key = `${words.join(' ')}|${count}|${sumEvery}`;
  let found = known.get(key);
  if (found === undefined) {
    if (known.size >= MEMORY || held >= MOST_HELD) {
      known.clear();
      held = 0;
    }
    found = new Splitter(whole, bordersOf(words), count, sumEvery).run();
    held += found?.length ?? 0;
    known.set(key, found);
  }
  const allowed = found?.filter((row) => rule.allowed(row)) ?? null;
  // As many digits as values leave no choice, whether the sums are right or not.
  const isForced = allowed !== null && allowed.length === 0 && whole.length === count && rule.filled;
  return isForced ? [[...whole]] : allowed;
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

/** Cuts digits into numbers; where sums stand among them, every `sumEvery`th is that of those before it. */
class Splitter {
  readonly #found: (readonly string[])[] = [];
  readonly #whole: string;
  readonly #borders: ReadonlySet<number>;
  readonly #count: number;
  readonly #sumEvery: number;
  /** Where the numbers chosen so far end. */
  readonly #ends: number[] = [];
  #steps = 0;

  constructor(whole: string, borders: ReadonlySet<number>, count: number, sumEvery: number) {
    this.#whole = whole;
    this.#borders = borders;
    this.#count = count;
    this.#sumEvery = sumEvery;
  }

  run(): readonly (readonly string[])[] | null {
    this.#split(0, 0);
    return this.#steps > MAX_STEPS || this.#found.length > MOST_FOUND ? null : this.#found;
  }

  #isOver(): boolean {
    return this.#steps++ > MAX_STEPS || this.#found.length > MOST_FOUND;
  }

  /** `sum` is that of the values since the last sum. */
  #split(at: number, sum: number): void {
    if (this.#isOver()) return;
    const taken = this.#ends.length;
    if (taken === this.#count) {
      if (at === this.#whole.length) this.#keep();
    } else if (this.#sumEvery > 0 && taken === this.#count - this.#sumEvery) this.#lastSum(at);
    else if (this.#sumEvery > 0 && taken % this.#sumEvery === this.#sumEvery - 1) {
      const total = String(sum);
      if (this.#whole.startsWith(total, at) && this.#isOne(at, at + total.length))
        this.#take(at + total.length, () => this.#split(at + total.length, 0));
    } else this.#free(at, sum);
  }

  /** Any number, so long that what is to come after it can still be one digit each. */
  #free(at: number, sum: number): void {
    const left = this.#whole.length - at;
    const others = this.#count - this.#ends.length - 1;
    const isLast = others === 0;
    const longest = this.#whole.charAt(at) === '0' ? 1 : Math.min(LONGEST_NUMBER, left - others);
    for (let length = isLast ? left : 1; length <= longest; length++) {
      const end = at + length;
      if (!this.#isOne(at, end)) break;
      const value = Number(this.#whole.slice(at, end));
      this.#take(end, () => this.#split(end, sum + value));
    }
  }

  /** The last values up to a sum: it is what the digits end in, so that it is known before its addends are. */
  #lastSum(at: number): void {
    const addends = this.#sumEvery - 1;
    const digits = this.#whole.length - at;
    // Each addend is no longer than the sum.
    const shortest = Math.ceil(digits / this.#sumEvery);
    for (let length = shortest; length <= Math.min(LONGEST_NUMBER, digits - addends); length++) {
      const end = this.#whole.length - length;
      if ((length > 1 && this.#whole.charAt(end) === '0') || !this.#isOne(end, this.#whole.length)) continue;
      this.#addends(at, end, addends, Number(this.#whole.slice(end)));
    }
  }

  /** Cuts what stands before `end` into so many numbers that add up to `rest`. */
  #addends(at: number, end: number, count: number, rest: number): void {
    if (this.#isOver()) return;
    const digits = end - at;
    const longest = lengthOf(rest);
    if (digits > count * longest || rest >= 10 ** (digits - count + 1) + 10 * count) return;
    if (count === 1) {
      if (digits === longest && this.#isOne(at, end) && Number(this.#whole.slice(at, end)) === rest) {
        this.#take(end, () => this.#take(this.#whole.length, () => this.#keep()));
      }
      return;
    }
    const most = this.#whole.charAt(at) === '0' ? 1 : Math.min(digits - count + 1, longest);
    let value = 0;
    for (let length = 1; length <= most; length++) {
      const next = at + length;
      value = value * 10 + this.#whole.charCodeAt(next - 1) - 48;
      if (value > rest) break;
      if (length > 1 && this.#borders.has(next - 1)) break;
      const left = rest - value;
      this.#take(next, () => this.#addends(next, end, count - 1, left));
    }
  }

  #take(end: number, then: () => void): void {
    this.#ends.push(end);
    then();
    this.#ends.pop();
  }

  #keep(): void {
    this.#found.push(this.#ends.map((end, i) => this.#whole.slice(this.#ends[i - 1] ?? 0, end)));
  }

  /** Whether no border of words lies inside. */
  #isOne(from: number, to: number): boolean {
    for (let i = from + 1; i < to; i++) if (this.#borders.has(i)) return false;
    return true;
  }
}

function lengthOf(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 10; rest /= 10) length++;
  return length;
}
