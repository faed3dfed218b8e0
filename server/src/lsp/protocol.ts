/** Nianbao's own requests between client and server, beside LSP. Types only: the client may import this file, and no other of the server's. */

import type { Offsets, Range } from './protocol-tables.ts';

export * from './protocol-desk.ts';
export * from './protocol-tables.ts';

/** Client → server: what the status bar shows of an open report; null for a document that the server doesn't know. */
export const summaryRequest = 'nianbao/summary';
export interface SummaryParams {
  readonly uri: string;
}
export interface Summary {
  readonly body: string | null;
  readonly year: number | null;
  /** The edition's id, such as `2021`, and its name in the user's language. */
  readonly edition: string;
  readonly editionName: string;
  readonly errors: number;
  readonly warnings: number;
}

/** Client → server: what an open report has of all that its form wants; null for a document that the server doesn't know. */
export const checklistRequest = 'nianbao/checklist';
export interface ChecklistParams {
  readonly uri: string;
}
export interface Checklist {
  /** The version of the text. */
  readonly version: number | null;
  /** Body and year, as far as they are known. */
  readonly name: string;
  /** How many errors and warnings there are. */
  readonly open: number;
  readonly items: readonly ChecklistItem[];
}
export interface ChecklistItem {
  /** The same for the same thing in every answer, as far as that can be told. */
  readonly id: string;
  readonly kind: 'deadline' | 'heading' | 'part' | 'area' | 'table' | 'finding';
  /** Texts for the user, empty where there is nothing to say. */
  readonly label: string;
  readonly detail: string;
  readonly tooltip: string;
  /** `todo`: something is still to be written; `wrong`: something is to be mended; `note` is neither. */
  readonly state: 'done' | 'todo' | 'wrong' | 'note';
  /** Of a finding, else null. */
  readonly severity: 'error' | 'warning' | 'information' | 'hint' | null;
  /** Where to go. */
  readonly range: Range;
  readonly children: readonly ChecklistItem[];
}

/** Client → server: the markup of a new report for a body and a year, from last year's report where one is named or given. */
export const newReportRequest = 'nianbao/newReport';
export interface NewReportParams {
  readonly body: string;
  /** As it was typed. */
  readonly year: string;
  readonly previousUri?: string;
  /** Where the text isn't that of a report file, such as one that was imported. */
  readonly previousText?: string;
  /** The folder that the new file goes into. */
  readonly folder?: string;
}
export interface NewReport {
  readonly markup: string;
  readonly fileName: string;
  /** The first text to write over, as offsets. */
  readonly selection: { readonly start: number; readonly end: number } | null;
}
/** Why there is no answer, for the user. */
export interface Failure {
  readonly failure: string;
}
export type NewReportResult = NewReport | Failure;

/** Client → server: the reports below a folder that a new one may start from, the latest years first. */
export const reportsRequest = 'nianbao/reports';
export interface ReportsParams {
  readonly folder: string;
}
export type ReportsResult = readonly {
  readonly uri: string;
  readonly body: string | null;
  readonly year: number | null;
}[];

/** Client → server: a foreign report as markup. One of `bytes` (base64), `text` and `html` is given. */
export const importRequest = 'nianbao/import';
export interface ImportParams {
  /** The file's name; empty for a clipboard. */
  readonly name: string;
  /** Where the file or the document lies, whose settings hold. */
  readonly uri?: string;
  readonly bytes?: string;
  readonly text?: string;
  readonly html?: string;
}
export interface Import {
  readonly markup: string;
  readonly fileName: string;
  readonly notes: readonly {
    readonly kind: 'recognised' | 'guessed' | 'dropped' | 'doubtful';
    readonly message: string;
  }[];
  /** Of the source's tables: all, and those that stand in the form's cells, in comments, in rows that don't fit the form. */
  readonly numbers: {
    readonly found: number;
    readonly written: number;
    readonly commented: number;
    readonly stray: number;
  };
  /** One sentence for a message, and all notes line by line. */
  readonly summary: string;
  readonly details: string;
  /** Whether something has to be compared with the original. */
  readonly doubtful: boolean;
  /** Where the file holds several reports, each by itself; `markup` has them one below the other. */
  readonly reports?: readonly Import[];
}
export type ImportResult = Import | Failure;

/** Client → server: which of these names of files look like reports, in their order. */
export const reportNamesRequest = 'nianbao/reportNames';
export interface ReportNamesParams {
  readonly names: readonly string[];
}
export type ReportNamesResult = readonly string[];

/**
 * Client → server: what a tool for assistants gives, `null` where there is no tool of the name. `files` are the bytes of those
 * that are named in what is given, as base64.
 */
export const toolRequest = 'nianbao/tool';
export interface ToolParams {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, string>>;
}
export interface ToolResult {
  readonly texts: readonly string[];
  readonly isFailure: boolean;
}

/** Client → server: the page of an open report, with its findings in their places; null for a document that the server doesn't know. */
export const previewRequest = 'nianbao/preview';
export interface PreviewParams {
  readonly uri: string;
}
export interface Preview {
  /** The version of the text that it was made from. */
  readonly version: number | null;
  readonly title: string;
  readonly blocks: readonly PreviewBlock[];
  readonly findings: readonly PreviewFinding[];
  readonly links: readonly PreviewLink[];
}
/** A number of the text and the cells that it may mean; `agrees` is null where that isn't known. */
export interface PreviewLink {
  readonly number: Offsets;
  readonly cells: readonly Offsets[];
  readonly agrees: boolean | null;
}
/** A piece of the page. */
export interface PreviewBlock {
  readonly html: string;
  /** Of a table, for each cell in its order where it begins and ends in the source, from the block's start; -1 for cells that the source doesn't hold. */
  readonly cells: readonly number[];
  /** Null for a title or a table that the source doesn't hold. */
  readonly span: Offsets | null;
}
export interface PreviewFinding {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly code: string;
  readonly message: string;
  readonly span: Offsets;
  /** The block that it belongs to, or stands before. */
  readonly block: number;
  readonly where: 'cell' | 'block' | 'before';
  /** The number of the cell in its block. */
  readonly cell: number | null;
  /** Null unless it is suppressed; then the reason as given, perhaps empty. */
  readonly suppressed: string | null;
}
/** Client → server: what a change in the form's cells comes to in the text of an open report; null for a document that the server doesn't know. */
export const editCellRequest = 'nianbao/editCell';
export interface EditCellParams {
  readonly uri: string;
  /** The table's id in the form. */
  readonly table: string;
  readonly change: FormChange;
}
/** `cells`: texts for places, by the ids of row and column, null for the sum that belongs there. `complete`: 0 for blank addends, sums for blank totals. */
export type FormChange =
  | { readonly kind: 'cells'; readonly cells: readonly CellInput[] }
  | {
      readonly kind: 'paste';
      readonly row: string;
      readonly column: string;
      readonly html: string | null;
      readonly text: string | null;
    }
  | { readonly kind: 'complete' };
export interface CellInput {
  readonly row: string;
  readonly column: string;
  readonly text: string | null;
}
export interface EditedCells {
  /** The version of the text that the edits belong to. */
  readonly version: number | null;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** Why nothing can be written, for the user. */
  readonly refused: string | null;
  /** What did not fit, or what was done, for the user. */
  readonly note: string | null;
}

/** Client → server: a report, open or as a file, in a format to save. */
export const exportRequest = 'nianbao/export';
export interface ExportParams {
  readonly uri: string;
  /** The id of a format. */
  readonly format: string;
}
/** A format that reports can be exported to, as `dist/formats.json` lists them for the client. */
export interface ExportFormat {
  readonly id: string;
  /** With its dot. */
  readonly extension: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly description: { readonly zh: string; readonly en: string };
}
export interface ExportedReport {
  /** The file's content: as it is, or in base64 where the format isn't text. */
  readonly content: string;
  readonly encoding: 'text' | 'base64';
  /** With its dot. */
  readonly extension: string;
  readonly errors: number;
}
export type ExportResult = ExportedReport | Failure;

/** Client → server: the page of a report, open or as a file, beside last year's or another one. */
export const compareRequest = 'nianbao/compare';
export interface CompareParams {
  readonly uri: string;
  /** The report to compare with; last year's where none is named. */
  readonly previousUri?: string;
}
export interface Comparison {
  /** A page without scripts. */
  readonly html: string;
}
export type CompareResult =
  | Comparison
  | (Failure & { /** Whether last year's report isn't known. */ readonly isUnknown?: boolean });

/** Server → client: the reports and settings files below the workspace folders, for servers that have no file system (browser, virtual workspaces). */
export const findFilesRequest = 'nianbao/findFiles';
export interface FindFilesParams {
  /** A glob such as `*.{nianbao,年报}`. */
  readonly glob: string;
}
export type FindFilesResult = readonly string[];

/** Server → client: the text of a file, or null where it can't be read. */
export const readFileRequest = 'nianbao/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = string | null;

/** What the client sends as `initializationOptions`. */
export interface InitializationOptions {
  /** `zh` or `en`: the language of messages; absent for the client's locale. */
  readonly language?: 'zh' | 'en';
  /** Whether the client answers `nianbao/findFiles` and `nianbao/readFile`; it then tells of changed files and settings unasked, too. */
  readonly files?: boolean;
  /** Whether the client opens `command:` links in hovers. */
  readonly commandLinks?: boolean;
  /** The folder of the server's own files, with a slash at the end, for a server that can't tell itself. */
  readonly home?: string;
}
