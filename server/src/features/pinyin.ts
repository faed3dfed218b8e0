// The initials that a Chinese label is typed by.
import { initialsOf } from './pinyin-initials.ts';

const letters: ReadonlyMap<string, string> = new Map(
  Object.entries(initialsOf).flatMap(([letter, characters]) => [...characters].map((each) => [each, letter] as const)),
);

/** The pinyin initials of a text's Chinese characters, with the digits and Latin letters between them: 本年2项 → `bn2x`. */
export function initials(text: string): string {
  let result = '';
  for (const character of text)
    result += letters.get(character) ?? (/[0-9a-z]/i.test(character) ? character.toLowerCase() : '');
  return result;
}
