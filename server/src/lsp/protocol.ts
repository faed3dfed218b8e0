/** Nianbao's own requests between client and server, beside LSP. Types only: the client may import this file, and no other of the server's. */

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
}

/** The section of the client's settings that the server reads. */
export interface Settings {
  readonly rules?: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>;
  readonly language?: 'auto' | 'zh' | 'en';
}
