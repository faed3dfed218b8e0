import type { ColumnDefinition } from '../forms/edition.ts';
import type {
  BoundLabel,
  Cell,
  FrontMatterEntry,
  GroupRow,
  Head,
  HeaderRow,
  Section,
  Table,
  Title,
  ValueRow,
} from '../report/report.ts';
import type { DateToken, DocumentNumberToken, NumberToken, YearToken } from '../syntax/inline-tokens.ts';
import type { CellNode, CommentLine, Line, Part, RowLine, SubsectionLine, SuppressionLine } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** What stands at a place of a report, with the parts of the report that it is. */
export type Element =
  | TitleElement
  | SectionElement
  | SubsectionElement
  | RowLabelElement
  | GroupLabelElement
  | ColumnHeadElement
  | CornerElement
  | ValueElement
  | UnboundCellElement
  | EntryElement
  | SuppressionCodeElement
  | CommentElement
  | NumberElement
  | YearElement
  | DateElement
  | CitationElement
  | TextElement;

interface Placed {
  /** Where a cursor stands in it: of a cell the whole room between its bars. */
  readonly span: Span;
  /** What is written of it, without what surrounds it: it lies in `span`, and is the room of a blank cell. */
  readonly selection: Span;
}

/** The report's title, on whatever lines it stands. */
export interface TitleElement extends Placed {
  readonly kind: 'title';
  readonly title: Title;
}

/** A heading `一、…`, without text that follows its title. */
export interface SectionElement extends Placed {
  readonly kind: 'section';
  readonly section: Section;
}

/** A heading `（一）…`, without text that follows its title. */
export interface SubsectionElement extends Placed {
  readonly kind: 'subsection';
  readonly line: SubsectionLine;
  /** Null before the first section. */
  readonly section: Section | null;
}

/** The label of a row with values. */
export interface RowLabelElement extends Placed {
  readonly kind: 'row-label';
  readonly table: Table;
  readonly row: ValueRow;
  readonly label: BoundLabel;
}

/** The label of a group, on its own line or before the label of one of its rows. */
export interface GroupLabelElement extends Placed {
  readonly kind: 'group-label';
  readonly table: Table;
  readonly line: GroupRow | ValueRow;
  readonly label: BoundLabel;
}

export interface ColumnHeadElement extends Placed {
  readonly kind: 'column-head';
  readonly table: Table;
  readonly header: HeaderRow;
  readonly head: Head;
  readonly column: ColumnDefinition;
}

/** A text of the header that heads no column of its own: the first cell, or a head above several columns. */
export interface CornerElement extends Placed {
  readonly kind: 'corner';
  readonly table: Table;
  readonly header: HeaderRow;
  readonly head: Head;
  readonly official: string;
}

export interface ValueElement extends Placed {
  readonly kind: 'value';
  readonly table: Table;
  readonly row: ValueRow;
  readonly cell: Cell;
  /** Whether a relation of the form says that it is the sum of others. */
  readonly isTotal: boolean;
}

/** A cell that the form has no place for, in a table or outside of any. */
export interface UnboundCellElement extends Placed {
  readonly kind: 'unbound-cell';
  readonly table: Table | null;
  readonly line: RowLine;
  readonly node: CellNode;
}

/** An entry of the front matter, and whether its key or what follows is meant. */
export interface EntryElement extends Placed {
  readonly kind: 'entry';
  readonly entry: FrontMatterEntry;
  readonly part: 'key' | 'value';
}

/** A rule's code in a suppression, of the text or of the front matter. */
export interface SuppressionCodeElement extends Placed {
  readonly kind: 'suppression-code';
  readonly code: Part;
  readonly suppression: SuppressionLine | FrontMatterEntry;
}

/** A comment, or a suppression but for its codes. */
export interface CommentElement extends Placed {
  readonly kind: 'comment';
  readonly line: CommentLine | SuppressionLine;
}

interface InText extends Placed {
  readonly line: Line;
  /** Null before the first section. */
  readonly section: Section | null;
}

/** A number in the text, in digits. */
export interface NumberElement extends InText {
  readonly kind: 'number';
  readonly token: NumberToken;
}

/** A year named in the text or in the title. */
export interface YearElement extends InText {
  readonly kind: 'year';
  readonly token: YearToken;
}

/** A date in the text, at least to the month. */
export interface DateElement extends InText {
  readonly kind: 'date';
  readonly token: DateToken;
}

/** The number of a document that the text cites: 〔2021〕30号. */
export interface CitationElement extends InText {
  readonly kind: 'citation';
  readonly token: DocumentNumberToken;
}

/** Any other text. */
export interface TextElement extends InText {
  readonly kind: 'text';
}
