import type { Run } from './runs.ts';
import { type Stream, Strength } from './stream.ts';

const MORE_DIGITS = /^[.,]\d/;

/**
 * Whether a line's end may have broken a value of a run in two: with digits on both sides of it and no sign between, where signs
 * part the other values; or a value whose decimals stand on the next line.
 */
export function isBroken(stream: Stream, { words, to }: Run): boolean {
  if (MORE_DIGITS.test(stream.text.slice(to, to + 2))) return true;
  const followers = words.slice(1);
  return (
    followers.some(({ from }) => stream.border[from] === Strength.cell) &&
    followers.some(({ from }) => (stream.border[from] ?? 0) >= Strength.line && isBareEnd(stream, from))
  );
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
