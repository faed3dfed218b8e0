import type { Report } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import type { Publication } from './publication.ts';

/** A form in which reports leave: one file and a line in `index.ts`. Every face reads the rest from here. */
export type Exporter = TextExporter | BinaryExporter;

/** An exporter, or a format that something outside makes of another's. */
export type ExportFormat = Exporter | PrintedFormat;

interface Format {
  readonly id: string;
  /** With its dot. */
  readonly extension: string;
  readonly title: Localized;
  /** In a few words, beside the title. */
  readonly description: Localized;
  /** A sentence or two for the help: what it holds and how several reports are written. */
  readonly details: Localized;
  /** Whether it is the report as it is published, rather than its data. */
  readonly published: boolean;
}

/** What can stand on standard output. */
export interface TextExporter extends Format {
  readonly text: true;
  /** Whether spreadsheets read it as Chinese only behind a byte order mark. */
  readonly needsMark?: boolean;
  /** One report as a whole, published as usual where it isn't said how. */
  readonly write: (report: Report, how?: Publication) => string;
  /** Many reports as one whole, written one after the other; null where each is a file of its own. */
  readonly collection: Collection | null;
}

export interface BinaryExporter extends Format {
  readonly text: false;
  /** One report as a whole, published as usual where it isn't said how. The writer is loaded with the first. */
  readonly write: (report: Report, how?: Publication) => Promise<Uint8Array>;
}

/** What a printer makes of the page that `via` writes. */
export interface PrintedFormat extends Format {
  readonly text: false;
  readonly via: TextExporter;
}

/** Makes the file of a page; throws where it can't. */
export type Printer = (page: string) => Promise<Uint8Array>;

export interface Collection {
  readonly start: string;
  readonly item: (report: Report) => string;
  readonly between: string;
  readonly end: string;
}

/** Whether a format needs a printer. */
export function isPrinted(format: ExportFormat): format is PrintedFormat {
  return 'via' in format;
}

/** A printed format as an exporter, with the printer that is at hand. */
export function printedBy(format: PrintedFormat, print: Printer): BinaryExporter {
  return { ...format, write: (report, how) => print(format.via.write(report, how)) };
}
