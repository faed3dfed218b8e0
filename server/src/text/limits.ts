import type { Localized } from './language.ts';

/** The UTF-16 units beyond which a file is not examined: some three hundred times a long report. */
export const maxFileSize = 4_000_000;

/** The lines and cells beyond which a file is not examined, whatever its length: some four hundred times those of a long report. */
export const maxPieces = 250_000;

/** Both limits, as messages name them. */
export const sizeLimits: Localized = {
  zh: `${maxFileSize / 10_000} 万字或 ${maxPieces / 10_000} 万行和格子`,
  en: `${maxFileSize.toLocaleString('en')} characters or ${maxPieces.toLocaleString('en')} lines and cells`,
};

/** Whether a text is over one of the limits, so that nobody reads it. */
export function isTooLarge(text: string): boolean {
  return text.length > maxFileSize || (text.length > maxPieces && piecesOf(text) > maxPieces);
}

/** How many lines and cells a text has: its line breaks, bars and TABs. */
export function piecesOf(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 9 || code === 124 || code === 0xff5c) count++;
  }
  return count;
}
