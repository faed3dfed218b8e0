import type { RowRule } from '../figures/row-rule.ts';
import type { Run } from './runs.ts';
import { type Stream, Strength } from './stream.ts';

/** What is known of the line's ends in a row; see `brokenness`. */
export type Brokenness = 'told' | 'possible' | 'moved' | null;

const MORE_DIGITS = /^[.,]\d/;
/** What separates thousands, at the end of a value that is broken there, or where its rest begins. */
const AT_COMMA = /^,|,$/;

/**
 * Whether a line's end may have broken a value of a run in two, where signs part the other values. `told`: digits stand on both sides
 * of it and no sign between, as before the first value or elsewhere, or the decimals of a value on the next line; `possible`: the signs at the ends of lines were taken for
 * the borders of cells; `moved`: one stands among the cells, and may look like a blank one; null: none stands between them.
 */
export function brokenness(stream: Stream, { words, to }: Run): Brokenness {
  if (
    MORE_DIGITS.test(stream.text.slice(to, to + 2)) ||
    words.some(({ from, to: end }) => AT_COMMA.test(stream.text.slice(from, end)))
  )
    return 'told';
  const followers = words.slice(1);
  const atEnds = followers.filter(({ from }) => (stream.border[from] ?? 0) >= Strength.line);
  if (atEnds.length > 0 && stream.border[words[0]?.from ?? 0] === Strength.none) return 'told';
  if (!followers.some(({ from }) => stream.border[from] === Strength.cell)) return null;
  if (atEnds.some(({ from }) => isBareEnd(stream, from))) return 'told';
  if (atEnds.some(({ from }) => stream.tokens[stream.token[from] ?? 0]?.isCell)) return 'possible';
  return words.some(({ from }) => (stream.border[from] ?? 0) >= Strength.line) ? 'moved' : null;
}

/** Whether no sign stands on either side of a line's end. */
function isBareEnd({ tokens, token, offset }: Stream, at: number): boolean {
  const [here, before] = [tokens[token[at] ?? 0], tokens[token[at - 1] ?? 0]];
  if (!here || !before || (here !== before && (here.isCell || before.isCell))) return false;
  const from = (offset[at - 1] ?? 0) + 1;
  const between =
    here === before ? here.text.slice(from, offset[at]) : before.text.slice(from) + here.text.slice(0, offset[at]);
  return between.trim() === '' && !between.includes('\t');
}

/** Every way in which the values stand if one of the blank cells among them stands elsewhere. */
export function withBlankMoved(values: readonly string[]): readonly (readonly string[])[] {
  const blanks = values.flatMap((value, i) => (value === '' ? [i] : []));
  return blanks.flatMap((at) => {
    const others = values.toSpliced(at, 1);
    return values.map((_, to) => others.toSpliced(to, 0, ''));
  });
}

/** Whether a line's end may have broken a value, and no sum shows that it has not. */
export function mayBeBroken(values: readonly string[], broken: Brokenness | undefined, rule: RowRule): boolean {
  if (!broken || broken === 'moved') return false;
  if (values.some((value) => AT_COMMA.test(value))) return true;
  return rule.sumEvery > 0 ? values.includes('') || !rule.allowed(values) : broken === 'told';
}
