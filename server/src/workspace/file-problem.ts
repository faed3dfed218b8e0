// What settings files and packs are bounded by, and how what is wrong in them is told.
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';

/** The UTF-16 units beyond which such a file is not read. */
export const maxJsonSize = 1_000_000;

/** Something in a file that can't be followed; the rest of the file holds all the same. */
export interface FileProblem {
  /** Offsets in the file's text. */
  readonly span: Span;
  readonly message: Localized;
}
