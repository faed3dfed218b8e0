import type { Span } from '../text/span.ts';

/** A text as the grammar sees it: its front matter and its lines, in order. What a line is depends on the line alone. */
export interface Tree {
  readonly text: string;
  /** Null where the text has none; see `unclosedFrontMatter`. */
  readonly frontMatter: FrontMatter | null;
  /** The `---` of the first line where no other closes it; the lines after it are then text. */
  readonly unclosedFrontMatter: Span | null;
  /** Every line after the front matter, blank ones included. */
  readonly lines: readonly Line[];
}

export interface FrontMatter {
  /** From the first `---` to the end of the second. */
  readonly span: Span;
  readonly entries: readonly Entry[];
}

/** A line of the front matter: `key: value`. Without a colon the whole line is the key and `value` is null. */
export interface Entry {
  readonly span: Span;
  readonly key: Part;
  readonly value: Part | null;
}

/** A stretch of text without the white space around it. */
export interface Part {
  readonly span: Span;
  readonly text: string;
}

export type Line =
  | BlankLine
  | RuleLine
  | CommentLine
  | SuppressionLine
  | TitleLine
  | RowLine
  | SectionLine
  | SubsectionLine
  | ItemLine
  | TextLine
  | ConflictLine;

interface LineBase {
  /** The line without its break, nor a byte order mark before the first. */
  readonly span: Span;
  /** Zero-based. */
  readonly number: number;
}

export interface BlankLine extends LineBase {
  readonly kind: 'blank';
}

/** A line drawn between the rows of a table, as in Markdown or as a grid: it says nothing. */
export interface RuleLine extends LineBase {
  readonly kind: 'rule';
}

export interface CommentLine extends LineBase {
  readonly kind: 'comment';
  readonly content: Part;
}

/** `code, code: reason` */
export interface Suppressed {
  readonly codes: readonly Part[];
  /** Null where there is no colon or nothing after it. */
  readonly reason: Part | null;
}

/** `// nianbao-ignore code, code: reason` */
export interface SuppressionLine extends LineBase, Suppressed {
  readonly kind: 'suppression';
}

/** `# …` */
export interface TitleLine extends LineBase {
  readonly kind: 'title';
  readonly content: Part;
}

/** A line that holds a bar of either width, or a TAB after its first visible character. */
export interface RowLine extends LineBase {
  readonly kind: 'row';
  /** The texts between the bars or TABs, but none outside an outer bar; a TAB beside a bar is white space. */
  readonly cells: readonly CellNode[];
}

export interface CellNode extends Part {
  /** The whole place between its two bars, white space included; `span` lies in it, and is empty at `room.start` when the cell is blank. */
  readonly room: Span;
}

/** `一、…` */
export interface SectionLine extends LineBase {
  readonly kind: 'section';
  /** The numeral and the mark: `一、`. */
  readonly mark: Part;
  /** What the numeral counts. */
  readonly ordinal: number;
  /** All that follows the mark. */
  readonly content: Part;
}

/** `（一）…` */
export interface SubsectionLine extends LineBase {
  readonly kind: 'subsection';
  readonly mark: Part;
  readonly ordinal: number;
  /** Up to the first 。：: or the line's end. */
  readonly title: Part;
  /** All that follows the mark. */
  readonly content: Part;
}

/** `1.…` */
export interface ItemLine extends LineBase {
  readonly kind: 'item';
  readonly mark: Part;
  readonly ordinal: number;
  readonly content: Part;
}

export interface TextLine extends LineBase {
  readonly kind: 'text';
  readonly content: Part;
  /** Whether a backslash makes it text; it isn't part of `content`. */
  readonly escaped: boolean;
}

/** A line of an unsettled merge that says nothing: a mark, or what another side wrote. Binding finds it; the grammar makes none. */
export interface ConflictLine extends LineBase {
  readonly kind: 'conflict';
  readonly isMark: boolean;
}
