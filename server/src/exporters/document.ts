import type { EditionId, SectionId, TableId } from '../forms/edition.ts';
import type { Span } from '../text/span.ts';

/**
 * A report as it is published, in no particular format: what every writer (HTML, docx, xlsx) and the preview start from.
 * `documentOf` makes it. Texts are as written, without markup; comments and suppressions are left out. A `span` is the
 * place in the source, null where the form prints something that the source doesn't hold.
 */
export interface ReportDocument {
  /** The language of the text, as in HTML. */
  readonly language: 'zh-CN';
  readonly title: DocumentTitle;
  readonly body: string | null;
  readonly year: number | null;
  /** The report's edition; a table may have another one's form. */
  readonly edition: EditionId;
  readonly elements: readonly DocumentElement[];
  /** What stands in the source and not in the document: the web page around the report. Never a sentence of it. */
  readonly omissions: readonly Omission[];
}

/** As written, or composed of body and year with `span` null. */
export interface DocumentTitle {
  readonly text: string;
  readonly span: Span | null;
}

export type DocumentElement = DocumentHeading | DocumentParagraph | DocumentItem | DocumentTable;

export interface DocumentHeading {
  readonly kind: 'heading';
  /** 2 for `一、…`, 3 for a line `（一）…` that is a title alone; 1 is the document's title. */
  readonly level: 2 | 3;
  /** With its ordinal: `一、总体情况`. */
  readonly text: string;
  /** The section of the form that it opens, or null. */
  readonly section: SectionId | null;
  readonly span: Span;
}

export interface DocumentParagraph {
  readonly kind: 'paragraph';
  /** The sub-heading that the paragraph begins with, ordinal and 。 included: `（一）主动公开。`; or null. */
  readonly lead: string | null;
  /** What follows the lead. */
  readonly text: string;
  /** `dateline`: a date alone below the title; `addressee`: whom a letter is to; `signature`: body and date at the end. */
  readonly role: 'text' | 'dateline' | 'addressee' | 'signature';
  readonly span: Span;
}

/** `1.…` */
export interface DocumentItem {
  readonly kind: 'item';
  /** `1.` as written. */
  readonly mark: string;
  readonly text: string;
  readonly span: Span;
}

/**
 * A table as a full grid with merged cells. Bound tables have the official form of their edition, whatever layout the
 * source has; rows that are none of the form's stand in it where they are written. Others are plain rows.
 */
export interface DocumentTable {
  readonly kind: 'table';
  /** Null for plain rows. */
  readonly table: TableId | null;
  /** The edition whose form it has; null for plain rows. */
  readonly edition: EditionId | null;
  /** `表二 主动公开政府信息情况`; null for plain rows. */
  readonly caption: string | null;
  /** How many rows at the top are the header, to repeat on each page; 0 where heads stand in the middle as well. */
  readonly headerRows: number;
  /** For each grid column its share of the width; together 1. */
  readonly columnShares: readonly number[];
  readonly rows: readonly DocumentRow[];
  readonly span: Span;
}

export interface DocumentRow {
  /** Whether a group of rows with a header of its own begins here (a `<tbody>`). */
  readonly startsGroup: boolean;
  /** The cells that begin in this row, by column. */
  readonly cells: readonly DocumentCell[];
  readonly span: Span | null;
}

export interface DocumentCell {
  readonly kind: 'header' | 'value';
  /** As written; where the source leaves a printed cell out or has its official wording, the form's text. */
  readonly text: string;
  /** What a header cell heads, as in HTML; null for the corner and for values. */
  readonly scope: 'col' | 'row' | 'colgroup' | 'rowgroup' | null;
  /** The zero-based grid column where it begins. */
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
  /** The row and column of the form that a value is given to; null for headers and for values that fit none. */
  readonly place: CellPlace | null;
  /** The number that was read, or null. */
  readonly value: number | null;
  readonly span: Span | null;
}

/** Ids as in exported data. */
export interface CellPlace {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

export interface Omission {
  readonly text: string;
  readonly span: Span;
}
