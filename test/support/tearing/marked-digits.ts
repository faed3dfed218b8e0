// The digits of values, each with the place that it belongs to, while a report is torn: so that what parts two values is known
// however the text comes out.

const FIRST = 0xe000;
/** A line end that a wrap put in, which parts nothing. */
export const SOFT_LINE_END = '\uf8ff';

/** A digit, of a value or of anything else. */
export const DIGIT = '[0-9\\ue000-\\uf8fe]';
const MARKED = /[\ue000-\uf8fe]/g;

/** A figure as text with the place’s index in each digit. */
export function marked(figure: string, place: number): string {
  return figure.replace(/\d/g, (digit) => String.fromCharCode(FIRST + place * 10 + Number(digit)));
}

/** The text as it is read; `spell` writes the digits of values. */
export function unmarked(text: string, spell: (digit: string) => string = (digit) => digit): string {
  return text
    .replace(MARKED, (digit) => spell(String((digit.charCodeAt(0) - FIRST) % 10)))
    .replaceAll(SOFT_LINE_END, '\n');
}

/** The digits of a place that stand in a text. */
export interface MarkedDigit {
  readonly place: number;
  readonly digit: string;
  /** What stands between it and the one before. */
  readonly before: string;
}

/** All digits of values in a text, in its order. */
export function markedDigits(text: string): readonly MarkedDigit[] {
  let end = 0;
  return [...text.matchAll(MARKED)].map(({ 0: character, index }) => {
    const code = character.charCodeAt(0) - FIRST;
    const before = text.slice(end, index);
    end = index + 1;
    return { place: Math.floor(code / 10), digit: String(code % 10), before };
  });
}
