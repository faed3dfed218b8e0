import type { Localized } from '../text/language.ts';

/** Why one report can't be written; others may. */
export class NotWritten extends Error {
  readonly localized: Localized;

  constructor(localized: Localized) {
    super(localized.en);
    this.localized = localized;
  }
}
