import type { CheckedFinding, SuppressedFinding } from '../../rules/engine/check.ts';
import type { Severity } from '../../rules/engine/rule.ts';
import type { Language, Localized } from '../../text/language.ts';
import type { LineIndex } from '../../text/line-index.ts';

/** A form in which `check` gives its findings: one file and a line in `index.ts`. */
export interface OutputFormat {
  readonly id: string;
  readonly description: Localized;
  readonly open: (options: FormatOptions) => FormatWriter;
}

export interface FormatOptions {
  readonly language: Language;
  readonly color: boolean;
  /** The display width to keep to. */
  readonly columns: number;
}

/** Writes file by file, so that nothing is kept of a file once it is written. Each function gives the text to add. */
export interface FormatWriter {
  readonly start: () => string;
  /** Hangs on nothing but the file; empty where there is nothing to say of it. */
  readonly file: (checked: CheckedFile) => string;
  /** Stands between the texts of two files, those that are empty left out. */
  readonly between: string;
  /** A file that can't be read, which is said on standard error as well. */
  readonly unreadable: (file: string, message: string) => string;
  readonly end: (totals: Totals) => string;
  /** Hears of each text that is written of a file, in order. */
  readonly heard?: (text: string) => void;
  /** What is to be added at the end to the file that an environment variable names, if it is set; null for nothing. */
  readonly appendix?: () => Appendix | null;
}

export interface Appendix {
  readonly variable: string;
  readonly text: string;
}

export interface CheckedFile {
  /** Its name as the user knows it, `-` for standard input. */
  readonly file: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** The findings to show, in the order of the text. */
  readonly findings: readonly CheckedFinding[];
  /** Those that the report silences, each with its reason. */
  readonly suppressed: readonly SuppressedFinding[];
}

/** What a run came to. */
export interface Totals {
  readonly files: number;
  /** Files without any finding shown. */
  readonly clean: number;
  readonly unreadable: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byCode: ReadonlyMap<string, CodeTotal>;
}

export interface CodeTotal {
  /** The gravest that it had. */
  readonly severity: Severity;
  readonly findings: number;
  readonly files: number;
}
