import type { Localized } from '../text/language.ts';

/** One report can't be written; the others may. */
export class NotWritten extends Error {
  readonly localized: Localized;

  constructor(localized: Localized) {
    super(localized.en);
    this.localized = localized;
  }
}
