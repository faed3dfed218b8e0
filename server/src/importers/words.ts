import { anyOf } from '../text/any-of.ts';
import { cellUnits, readCell } from '../text/cell-value.ts';

const SPACES = /[\s\u00a0\u3000]+/;
const UNIT = new RegExp(`^${anyOf(cellUnits)}$`);
const NUMBER_OF_LABEL = /^[0-9０-９]{1,2}$/;
const GLUED_DIGIT = /[0-9０-９.．,，%+＋-]/;

/** Whether a text is a unit or counter alone. */
export function isUnit(text: string): boolean {
  return UNIT.test(text);
}

/** Whether a text is a value: a number, several stuck together, or a sign that none was filled in. */
export function isValue(text: string): boolean {
  return readCell(text).kind !== 'text' || /^\d{16,}$/.test(text.trim());
}

/** The words of a line: a number with its unit, `12 件`, and a label with its number, `2 .其他…`, are one. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const word of text.trim().split(SPACES)) {
    const last = words.at(-1) ?? '';
    const ofNumber = isUnit(word) && /[0-9０-９]$/.test(last) && isValue(last);
    const ofLabel = /^[.．、]/.test(word) && NUMBER_OF_LABEL.test(last);
    if (ofNumber || ofLabel) words[words.length - 1] = last + word;
    else words.push(word);
  }
  return words;
}

/** What stands before the values that a text ends in, the words of it with single spaces between. */
export function withoutValues(text: string): string {
  const words = wordsOf(text);
  const last = words.findLastIndex((word) => !isValue(word));
  const [label = '', ...values] = [words[last], ...words.slice(last + 1)];
  const whole = [...words.slice(0, Math.max(0, last)), label].join(' ');
  if (values.length > 0) return whole;
  let end = whole.length;
  while (end > 0 && GLUED_DIGIT.test(whole.charAt(end - 1))) end--;
  return whole.slice(0, end);
}
