import { eastAsianWidth } from 'get-east-asian-width';

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u200b]$/u;

/** The columns that a text takes in a monospaced font where Chinese is two wide; ambiguous characters count `ambiguousWidth`. */
export function displayWidth(text: string, ambiguousWidth: 1 | 2 = 1): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x20 && code < 0x7f) width += 1;
    else if (!ZERO_WIDTH.test(character)) width += eastAsianWidth(code, { ambiguousAsWide: ambiguousWidth === 2 });
  }
  return width;
}

/** Of a text, how many characters are one column wide and how many two; ambiguous ones count as one. */
export function widthParts(text: string): { readonly narrow: number; readonly wide: number } {
  let narrow = 0;
  let wide = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x20 && code < 0x7f) narrow++;
    else if (ZERO_WIDTH.test(character)) continue;
    else if (eastAsianWidth(code) === 2) wide++;
    else narrow++;
  }
  return { narrow, wide };
}
