/** A place in a file by its zero-based line and UTF-16 columns, half-open: what stays known of a text that is not held. */
export interface LinePlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A value of a report's tables; `value` is null for a blank or a text. */
export interface IndexedValue {
  readonly value: number | null;
  readonly place: LinePlace;
}

/** What a folder knows of one of its reports: no tree and no text. */
export interface IndexedReport {
  /** The path or URI of its file. */
  readonly source: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly edition: string;
  /** Values by the ids of table, row and column; a row that is absent, or whose count of values is wrong, is absent. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, IndexedValue>>>;
}

/** The value at a place of a table by ids, or null where the report has no such place. */
export function indexedValue(report: IndexedReport, table: string, row: string, column: string): IndexedValue | null {
  return report.values.get(table)?.get(row)?.get(column) ?? null;
}
