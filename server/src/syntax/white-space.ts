import type { Span } from '../text/span.ts';
import type { Part } from './tree.ts';

/** White space within a line, as the inside of a character class: spaces of any width, TAB, and marks that take no place. */
export const WHITE = String.raw`\t\v\f \xa0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff`;

const white = new RegExp(`[${WHITE}]`);

/** Whether the UTF-16 unit is white space within a line; a line break is not. */
function isWhite(code: number): boolean {
  if (code > 0x20 && code < 0x7f) return false;
  if (code === 0x20 || code === 0x3000) return true;
  if (code >= 0x3001 && code < 0xfeff) return false;
  return white.test(String.fromCharCode(code));
}

/** What `text` holds between two offsets, without the white space around it; an empty part at `start` where it holds nothing else. */
export function partOf(text: string, start: number, end: number): Part {
  const span = trimmed(text, start, end);
  return { span, text: text.slice(span.start, span.end) };
}

/** The stretch between two offsets without the white space around it; empty at `start` where it holds nothing else. */
export function trimmed(text: string, start: number, end: number): Span {
  let first = start;
  while (first < end && isWhite(text.charCodeAt(first))) first++;
  if (first >= end) return { start, end: start };
  let last = end;
  while (isWhite(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}
