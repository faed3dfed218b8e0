import type { Localized } from '../text/language.ts';
import type { WordList } from './words.ts';

/** What a province or an office adds to the forms: plain data, read from JSON. Nothing in it is a pattern. */
export interface Pack {
  readonly name: string;
  readonly applies: PackScope;
  readonly rows: readonly PackRow[];
  readonly labels: readonly PackLabels[];
  readonly headings: readonly PackHeadings[];
  readonly words: Readonly<Partial<Record<WordList, readonly string[]>>>;
  /** The most characters of a section's text, by the section's id. */
  readonly limits: Readonly<Record<string, number>>;
  /** Severities by the code of the rule; weaker than those of settings. */
  readonly rules: Readonly<Record<string, PackSeverity>>;
}

export const packSeverities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type PackSeverity = (typeof packSeverities)[number];

/** So many rows of one pack are added. */
export const maxPackRows = 100;

/** Whose reports a pack is for: all where it says nothing. */
export interface PackScope {
  /** Any one of these words stands in the body's name; empty for every body. */
  readonly bodies: readonly string[];
  /** The reporting years; `last` is null while it holds. */
  readonly years: { readonly first: number; readonly last: number | null } | null;
}

/** A row that a table has beside the form's. */
export interface PackRow {
  /** The editions that have it; empty for every edition that has the table and the row `after`. */
  readonly editions: readonly string[];
  readonly table: string;
  /** The id of the row or group right below which it stands. */
  readonly after: string;
  readonly id: string;
  readonly label: string;
  /** What canonical tables have for it; the label where absent. */
  readonly short?: string;
  readonly aliases: readonly string[];
  /** The columns of the table that it has, where those aren't the columns of `after`: it stands in a block of its own then. */
  readonly columns?: readonly string[];
  /** The first cell of that block's header; the pack's name where absent. */
  readonly header?: string;
  /** The group that it stands under, or null; absent: that of `after`, or `after` itself where that is a group. */
  readonly parent?: string | null;
  readonly description: Localized;
}

/** Further labels in use of a row, group or column. */
export interface PackLabels {
  readonly table: string;
  readonly of: 'row' | 'column';
  readonly id: string;
  readonly aliases: readonly string[];
}

/** Further wordings in use of a section's title. */
export interface PackHeadings {
  readonly section: string;
  readonly variants: readonly string[];
}

/** Something in a pack that can't be followed; the rest of it holds. */
export interface PackProblem {
  /** Where it stands: `rows[0].after`; empty for the whole. */
  readonly path: string;
  readonly message: Localized;
}
