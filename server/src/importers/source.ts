import type { Localized } from '../text/language.ts';

/** What every foreign source becomes before it is put in order: its paragraphs and table rows, as they follow each other. */
export interface Source {
  readonly blocks: readonly Block[];
  /** Front matter that the source has already, from fence to fence. */
  readonly frontMatter?: string;
  /** What the reading of this format has to say: parts left out, an encoding guessed. */
  readonly notes: readonly ImportNote[];
}

export type Block = Paragraph | GridRow;

/** Text without line breaks of its own; wrapped lines of one paragraph are put together before. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** A row of a table: each cell at its place in the grid, blank where a merged cell goes on. */
export interface GridRow {
  readonly kind: 'row';
  readonly cells: readonly string[];
}

/** Something the author should know of an import. `dropped` and `doubtful` are warnings, the others information. */
export interface ImportNote {
  readonly kind: 'recognised' | 'guessed' | 'dropped' | 'doubtful';
  readonly message: Localized;
}

/** A foreign report as markup. */
export interface Imported {
  readonly markup: string;
  readonly notes: readonly ImportNote[];
  /** How many numbers the source held in what was kept, and how many the markup holds; a difference is also a note. */
  readonly numbers: { readonly found: number; readonly written: number };
}

/** A source that is no report, or can't be read: what to tell the user. */
export interface ImportFailure {
  readonly failure: Localized;
}
