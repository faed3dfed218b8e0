import type { Report } from '../report/report.ts';

/** A form in which reports leave: one file and a line in `index.ts`. */
export type Exporter = TextExporter | BinaryExporter;

interface Format {
  readonly id: string;
  /** With its dot. */
  readonly extension: string;
  /** Whether it is the report as it is published, rather than its data. */
  readonly published: boolean;
}

/** What can stand on standard output. */
export interface TextExporter extends Format {
  readonly text: true;
  /** One report as a whole. */
  readonly write: (report: Report) => string;
  /** Many reports as one whole, written one after the other; null where each is a file of its own. */
  readonly collection: Collection | null;
}

export interface BinaryExporter extends Format {
  readonly text: false;
  /** One report as a whole. The writer is loaded with the first. */
  readonly write: (report: Report) => Promise<Uint8Array>;
}

export interface Collection {
  readonly start: string;
  readonly item: (report: Report) => string;
  readonly between: string;
  readonly end: string;
}
