// On which side of its cell a text stands: the same in Word, on paper and on a screen.
import type { DocumentCell } from './document.ts';

/** Text where the form has a number is a sentence from so many characters on. */
const SENTENCE = /[\u3400-\u9fff]{3}/;
const LETTER = /\p{L}/u;

/** Labels of rows and running text read from the left; numbers, heads and blanks stand in the middle. */
export function readsFromLeft({ kind, scope, place, text, colspan }: DocumentCell): boolean {
  if (kind === 'header') return scope === 'row' || (scope === 'rowgroup' && colspan === 1);
  return (place === null ? LETTER : SENTENCE).test(text);
}
