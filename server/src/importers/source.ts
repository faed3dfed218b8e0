import type { Localized } from '../text/language.ts';
import type { NumberCount } from './number-count.ts';

/** What every foreign source becomes before it is put in order: its paragraphs and table rows, as they follow each other. */
export interface Source {
  readonly blocks: readonly Block[];
  /** What the blocks were read from, where that is text. */
  readonly text?: string;
  /** Its lines without any guess at what they are, where some are longer than any row. */
  readonly lines?: readonly string[];
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
  /** Whether the source marks it as the row of a table's heads. */
  readonly isHead?: true;
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
  /** How many numbers the source's tables held, and where they are in the markup; what isn't in the tables is also a note. */
  readonly numbers: NumberCount;
  /** Where the source holds several reports, each by itself; the markup has them one below the other. */
  readonly reports?: readonly Imported[];
}

/** A source that is no report, or can't be read: what to tell the user. */
export interface ImportFailure {
  readonly failure: Localized;
  /** Set where it was read, and nothing of a report is in it. */
  readonly isNoReport?: true;
}
