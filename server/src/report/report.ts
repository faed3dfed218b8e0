import type {
  BlockDefinition,
  ColumnDefinition,
  GroupDefinition,
  RowDefinition,
  SectionDefinition,
} from '../forms/edition.ts';
import type { Form, Forms, FormTable } from '../forms/form.ts';
import type { FrontMatterKey } from '../forms/front-matter.ts';
import type { CellNode, Entry, Line, Part, RowLine, SectionLine, SubsectionLine, Tree } from '../syntax/tree.ts';
import type { Reading } from '../text/cell-value.ts';
import type { Span } from '../text/span.ts';
import type { Conflict } from './conflicts.ts';

export type { Conflict, Reading };

/** A report as its form sees it: the tree bound to an edition. Readonly all through; nothing here is judged. */
export interface Report {
  readonly tree: Tree;
  /** The forms that it was bound with, what packs add for its body and year included. */
  readonly forms: Forms;
  readonly edition: Form;
  readonly year: Year | null;
  readonly body: Part | null;
  readonly title: Title | null;
  /** Rows that the front matter declares as local extras (`附加行`), as written. */
  readonly extraRows: readonly Part[];
  readonly frontMatter: readonly FrontMatterEntry[];
  /** The lines before the first section, the title's excepted. */
  readonly preface: readonly Line[];
  /** Every top-level heading in the order of the text, repeated ones included. */
  readonly sections: readonly Section[];
  /** Every bound table in the order of the text, repeated ones included. Tables of repeated sections are left out. */
  readonly tables: readonly Table[];
  /** The parts whose table lies there torn, one cell to a line. */
  readonly tornParts: readonly TornPart[];
  /** The stretches of the text that an unsettled merge has left: of each, our side is read. */
  readonly conflicts: readonly Conflict[];
}

export interface Year {
  readonly value: number;
  readonly span: Span;
  readonly source: 'front-matter' | 'title' | 'preface';
}

export interface Title extends Part {
  /** Whether the line is marked `#`, rather than recognised by its last words. */
  readonly marked: boolean;
}

export interface FrontMatterEntry {
  /** Null for an unknown key. */
  readonly key: FrontMatterKey | null;
  readonly entry: Entry;
}

export type { FrontMatterKey };

export interface Section {
  readonly line: SectionLine;
  /** From the heading to the end of the last line before the next heading. */
  readonly span: Span;
  /** The title without ordinal and without text that follows it on the line. */
  readonly title: Part;
  /** What follows the title on its own line, after 。 or ：, or null. */
  readonly inlineText: Part | null;
  readonly definition: SectionDefinition | null;
  readonly match: LabelMatch;
  /** The first section that this one repeats, or null. */
  readonly repeats: Section | null;
  /** The lines below the heading. */
  readonly lines: readonly Line[];
  readonly subsections: readonly SubsectionLine[];
}

/**
 * How a label or title was recognised: word for word as the form has it (`official`) or as canonical tables do (`short`),
 * as a wording in use (`variant`), with wrong, doubled, lost or cut characters (`misspelt`), or not at all (`none`).
 */
export type LabelMatch = 'official' | 'short' | 'variant' | 'misspelt' | 'none';

/** Whether a label is one that tables are written with. */
export function isExact(match: LabelMatch): boolean {
  return match === 'official' || match === 'short';
}

export interface Table {
  readonly definition: FormTable;
  /** The edition whose form the table fits best; not always the report's. */
  readonly edition: Form;
  /** The section that it stands in, or null before the first. */
  readonly section: Section | null;
  readonly span: Span;
  /** The first table of the same form in the report, or null for that first one itself. */
  readonly repeats: Table | null;
  /** Every line of the table, in order. */
  readonly lines: readonly TableLine[];
  /** The rows with values, by id; of a repeated row the first. */
  readonly rows: ReadonlyMap<string, ValueRow>;
}

export type TableLine = HeaderRow | GroupRow | ValueRow | UnknownRow | BlankRow;

/** A row of column heads, in whatever part of the official or the canonical header. */
export interface HeaderRow {
  readonly kind: 'header';
  readonly line: RowLine;
  readonly block: BlockDefinition | null;
  readonly heads: readonly Head[];
}

export interface Head {
  readonly cell: CellNode;
  /** The official text that it stands for, or null where it is none of the form's. */
  readonly official: string | null;
  readonly match: LabelMatch;
}

/** A row that only heads others. */
export interface GroupRow {
  readonly kind: 'group';
  readonly line: RowLine;
  readonly group: GroupDefinition;
  readonly labels: readonly BoundLabel[];
  /** The non-blank cells after the label: the form has none. */
  readonly surplus: readonly CellNode[];
}

/** A row with values. `disputes` as one row of fifteen gives three of these with the same line and no labels. */
export interface ValueRow {
  readonly kind: 'value';
  readonly line: RowLine;
  readonly row: RowDefinition;
  readonly block: BlockDefinition;
  /** The labels of the row and of the groups before it on the line; empty for the row of fifteen. */
  readonly labels: readonly BoundLabel[];
  /** One for each column of the block; empty when the count of values is wrong (`misfit`). */
  readonly cells: readonly Cell[];
  /** Set when there are more or fewer values than columns: the cells found, which no column is given to. */
  readonly misfit: Misfit | null;
}

export interface Misfit {
  readonly expected: number;
  readonly found: readonly CellNode[];
}

export interface BoundLabel {
  readonly cell: CellNode;
  readonly definition: RowDefinition | GroupDefinition;
  readonly match: LabelMatch;
}

/** A row of the table that is none of the form's. */
export interface UnknownRow {
  readonly kind: 'unknown';
  readonly line: RowLine;
  readonly label: CellNode | null;
  /** Whether the front matter declares it (`附加行`). */
  readonly declared: boolean;
  readonly values: readonly CellNode[];
}

export interface BlankRow {
  readonly kind: 'blank';
  readonly line: RowLine;
}

/** A value in its place. */
export interface Cell {
  readonly node: CellNode;
  readonly span: Span;
  /** The text without the white space around it. */
  readonly text: string;
  readonly row: RowDefinition;
  readonly column: ColumnDefinition;
  readonly reading: Reading;
  /** The number that was read, or null for a blank or a text. Never a guess. */
  readonly value: number | null;
}

/** The place of a table whose cells stand one to a line. */
export interface TornPart {
  readonly table: FormTable;
  readonly section: Section | null;
  readonly span: Span;
}
