import type { Report } from '../report/report.ts';

/** A form in which reports leave: one file and a line in `index.ts`. */
export interface Exporter {
  readonly id: string;
  /** With its dot. */
  readonly extension: string;
  /** Whether it can stand on standard output. */
  readonly text: true;
  /** One report as a whole. */
  readonly write: (report: Report) => string;
  /** Many reports as one whole, written one after the other. */
  readonly collection: Collection;
}

export interface Collection {
  readonly start: string;
  readonly item: (report: Report) => string;
  readonly between: string;
  readonly end: string;
}
