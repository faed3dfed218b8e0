import type { SectionDefinition } from '../forms/edition.ts';
import type { FormLine, FormTable } from '../forms/form.ts';
import type { Brokenness } from './broken-values.ts';

/** A stretch of a stream. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a source is read as, in its order. */
export interface Reading {
  readonly parts: readonly ReadingPart[];
  /** How many numbers of pages stood in its tables, and were left out. */
  readonly pageMarks: number;
}

export type ReadingPart =
  | (Stretch & { readonly kind: 'prose' })
  | (Stretch & { readonly kind: 'heading'; readonly section: SectionDefinition })
  | TablePart;

/** A table as it was found, line by line; all of its text is in one of its lines. */
export interface TablePart extends Stretch {
  readonly kind: 'table';
  readonly table: FormTable;
  readonly lines: readonly ReadingLine[];
}

/** A line of a table: heads, a row or group with its label and values, the one row without a label, or what is none of these. */
export interface ReadingLine {
  readonly kind: 'heads' | 'line' | 'wide' | 'loose';
  /** The labels or heads, each with the stretch that it takes up; the last is the line's own. */
  readonly labels: readonly Stretch[];
  readonly line: FormLine | null;
  /** The values as they stand, blank ones among them; what nothing parts is one. */
  readonly cells: readonly string[];
  /** Whether a line's end has broken one of them in two, or moved them, as far as can be told. */
  readonly broken?: Brokenness;
}
