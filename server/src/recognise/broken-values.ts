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

/** Whether the characters on both sides of a line's end are digits, so that no sign stands there. */
function isBareEnd({ tokens, token, offset }: Stream, at: number): boolean {
  const [here, before] = [tokens[token[at] ?? 0]?.text ?? '', tokens[token[at - 1] ?? 0]?.text ?? ''];
  const isSame = token[at] === token[at - 1];
  const between = isSame
    ? here.slice((offset[at - 1] ?? 0) + 1, offset[at])
    : before.slice((offset[at - 1] ?? 0) + 1) + here.slice(0, offset[at]);
  return between.trim() === '' && !between.includes('\t');
}
