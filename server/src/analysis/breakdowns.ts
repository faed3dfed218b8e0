// Lists in prose: a total and the parts that are named after it.
import { allPartsBegin, listEnders, partsBegin } from '../forms/clause-words.ts';
import { type ClauseClass, type ClauseToken, is } from '../syntax/clause-tokens.ts';
import { anyOf } from '../text/any-of.ts';
import type { Span } from '../text/span.ts';
import type { ClauseText, SentenceText } from './clause-text.ts';

/** A count said in a list. */
export interface ListedCount {
  readonly span: Span;
  readonly value: number;
  readonly unit: string;
}

/** Parts that add up to more than the total that they are said to be of, whichever of them are counted. */
export interface Breakdown {
  readonly total: ListedCount;
  readonly parts: readonly ListedCount[];
}

/** The lists of a paragraph that add up to too much; offsets as those of its tokens. */
export function breakdownsIn(sentences: readonly SentenceText[]): readonly Breakdown[] {
  return sentences.flatMap(({ clauses }, i) => {
    const plain = clauses.filter(({ inBrackets }) => !inBrackets);
    const before = (sentences[i - 1]?.clauses ?? []).filter(({ inBrackets }) => !inBrackets);
    return plain.flatMap((clause, at) => {
      const begins = clause.tokens.findIndex(({ image }) => partsBegin.includes(image));
      if (begins < 0) return [];
      const earlier = countsOf(at > 0 ? plain.slice(0, at) : before);
      return breakdownOf(earlier, listFrom(plain, at, begins), clause.tokens[begins]?.image ?? '') ?? [];
    });
  });
}

/** The clauses of a list: to the next list, or to where something else is told. */
function listFrom(clauses: readonly ClauseText[], at: number, begins: number): readonly ClauseText[] {
  const [first, ...others] = clauses.slice(at);
  if (!first) return [];
  const end = others.findIndex(endsList);
  const list = end < 0 ? others : others.slice(0, end);
  return [{ ...first, tokens: first.tokens.slice(begins + 1) }, ...list];
}

const ENDER = new RegExp(`^${anyOf(listEnders)}`);
const NEW_MATTER: readonly ClauseClass[] = ['time', 'including', 'all', 'deny', 'comparison', 'particle'];

function endsList({ tokens }: ClauseText): boolean {
  const [first] = tokens;
  if (!first) return false;
  const counts = tokens.filter((token) => is(token, 'number')).length;
  const share = tokens.every((token) => is(token, 'share') || is(token, 'percent'));
  return (
    (!share && counts !== 1) ||
    ENDER.test(first.image) ||
    NEW_MATTER.some((name) => is(first, name)) ||
    is(first, 'verb') ||
    (is(first, 'subject') && !isPart(tokens))
  );
}

/** 各级媒体80条: a part that bears the name of a body, of which nothing is told. */
function isPart([, number, counter, more]: readonly ClauseToken[]): boolean {
  return number !== undefined && is(number, 'number') && counter !== undefined && is(counter, 'counter') && !more;
}

function breakdownOf(
  earlier: readonly (ListedCount | null)[],
  list: readonly ClauseText[],
  begin: string,
): Breakdown | null {
  const counts = countsOf(list);
  const total = earlier.at(-1);
  const parts = counts.filter((count) => count !== null);
  if (!total || parts.length < 2 || parts.length < counts.length) return null;
  if (parts.some(({ unit }) => unit !== total.unit)) return null;
  if (!allPartsBegin.includes(begin) && parts.some(({ value }) => value > total.value)) return null;
  const base = earlier.reduce((sum, count) => sum + (count?.unit === total.unit ? count.value : 0), 0);
  const sums = sumsOf(parts.map(({ value }) => value));
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  return whole > base && !sums.has(total.value) && !sums.has(base) ? { total, parts } : null;
}

const MOST_SUMS = 100_000;

/** The sums of every choice of the values; too many of them are taken for all. */
function sumsOf(values: readonly number[]): { readonly has: (sum: number) => boolean } {
  const sums = new Set([0]);
  for (const value of values) {
    for (const sum of [...sums]) sums.add(sum + value);
    if (sums.size > MOST_SUMS) return { has: () => true };
  }
  return sums;
}

/** The counts of clauses, in order; null for one that is approximate or has no counter. */
function countsOf(clauses: readonly ClauseText[]): readonly (ListedCount | null)[] {
  return clauses.flatMap(({ tokens }) =>
    tokens.flatMap((token, i) => (is(token, 'number') ? [countAt(tokens, i)] : [])),
  );
}

function countAt(tokens: readonly ClauseToken[], at: number): ListedCount | null {
  const [number, counter] = [tokens[at], tokens[at + 1]];
  const before = tokens[at - 1];
  if (!number || !counter || !is(counter, 'counter') || (before && is(before, 'approximately'))) return null;
  const { value } = number.payload;
  return value === null
    ? null
    : { span: { start: number.startOffset, end: (number.endOffset ?? 0) + 1 }, value, unit: counter.image };
}
