/** The requests about tables and their cells. Types and names only, which the client takes from `protocol.ts`. */

/** A stretch of a text in UTF-16 units, half-open. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text as LSP counts it, half-open. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Client → server: where the cells of an open report's tables stand, and what is still to be written between them; null for a document that the server doesn't know. */
export const cellsRequest = 'nianbao/cells';
export interface CellsParams {
  readonly uri: string;
}
export interface Cells {
  /** The version of the text. */
  readonly version: number | null;
  readonly tables: readonly TablePlaces[];
  /** Prompts of a new report, which what is written takes the place of. */
  readonly prompts: readonly Offsets[];
  /** Rows that stand in no table. */
  readonly strays: readonly Offsets[];
}
export interface TablePlaces {
  /** The table's id in the form. */
  readonly id: string;
  readonly span: Offsets;
  readonly rows: readonly RowPlaces[];
}
export interface RowPlaces {
  /** Zero-based. */
  readonly line: number;
  readonly span: Offsets;
  readonly head: boolean;
  /** Rows of one block share their columns. */
  readonly block: string;
  /** Which cells stand in columns, the labels before them; null where none does. */
  readonly columns: { readonly from: number; readonly count: number } | null;
  readonly cells: readonly CellPlace[];
}
export interface CellPlace {
  /** All between its bars, white space included. */
  readonly room: Offsets;
  /** What is written in it; empty at the room's start for a blank. */
  readonly span: Offsets;
  readonly kind: 'label' | 'head' | 'value' | 'other';
  /** The row and column of the form that its value belongs to, by their ids. */
  readonly row: string | null;
  readonly column: string | null;
  /** Whether it is a value of the form, of a row with the right count of them. */
  readonly editable: boolean;
  /** Whether a relation says that it is the sum of others. */
  readonly total: boolean;
}

/** Client → server: what a command on a table comes to; null where it has nothing to work on there. */
export const editTableRequest = 'nianbao/editTable';
export interface EditTableParams {
  readonly uri: string;
  /** The selection: the cells that it touches from its first to its last row and column; empty for the cursor's table. Outside tables blanks are filled in all of them. */
  readonly range: Range;
  readonly action: TableAction;
  /** What totals are recomputed: those of the row, of the table, of the report. The table's where it isn't said. */
  readonly scope?: 'row' | 'table' | 'report';
}
export type TableAction = 'insertRow' | 'fillBlanks' | 'recomputeTotals' | 'clearValues';
export interface EditedTable {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** What was done, or why nothing was, in a sentence for the user. */
  readonly message: string;
}
export type EditTableResult = EditedTable | null;

/** Client → server: the cells that a selection touches as text with TABs; null where it touches none. */
export const copyCellsRequest = 'nianbao/copyCells';
export interface CopyCellsParams {
  readonly uri: string;
  readonly range: Range;
}
export type CopyCellsResult = string | null;

/** Client → server: what pasting a clipboard into a part with a table comes to; null for a plain paste. */
export const pasteTableRequest = 'nianbao/pasteTable';
export interface PasteTableParams {
  readonly uri: string;
  readonly range: Range;
  readonly html?: string;
  readonly text?: string;
}
export type PasteTableResult = {
  readonly title: string;
  /** Takes the place of the range. */
  readonly insertText: string;
  /** What of the clipboard did not fit, for the user; null where all did. */
  readonly note: string | null;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
} | null;
