import { countingTables } from '../report/lookup.ts';
import type { Report, ValueRow } from '../report/report.ts';
import { hash } from '../text/hash.ts';
import { append } from '../text/lists.ts';
import { ownCopy } from '../text/own-copy.ts';

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

/** What an id stands for; any `Map` is one. */
export interface Lookup<Value> {
  readonly get: (id: string) => Value | undefined;
}

/** What a folder knows of one of its reports: no tree and no text. */
export interface IndexedReport {
  /** The path or URI of its file. */
  readonly source: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly edition: string;
  /** Values by the ids of table, row and column; a row that is absent, or whose count of values is wrong, is absent. */
  readonly values: Lookup<Lookup<Lookup<IndexedValue>>>;
}

/** The value at a place of a table by ids, or null where the report has no such place. */
export function indexedValue(report: IndexedReport, table: string, row: string, column: string): IndexedValue | null {
  return report.values.get(table)?.get(row)?.get(column) ?? null;
}

/** A report in an index, and a mark that differs where anything differs that the index tells of it. */
export interface IndexEntry {
  readonly report: IndexedReport;
  readonly mark: string;
}

/** What an index keeps of a report; `source` is the path or URI of its file. */
export function indexed(report: Report, source: string): IndexEntry {
  const body = report.body && ownCopy(report.body.text);
  const year = report.year?.value ?? null;
  const edition = report.edition.id;
  const said: (string | number | null)[] = [body, year, edition];
  const values = new Map<string, ReadonlyMap<string, IndexedRow>>();
  for (const { definition, rows } of countingTables(report)) {
    const kept = new Map<string, IndexedRow>();
    for (const [id, row] of rows) {
      if (row.misfit) continue;
      const numbers = numbersOf(row);
      kept.set(id, new IndexedRow(row.block.columns, row.line.number, numbers));
      append(said, [definition.id, id, row.line.number, ...numbers]);
    }
    values.set(definition.id, kept);
  }
  return { report: { source, body, year, edition, values }, mark: hash(said.join()) };
}

/** A value (NaN for none), its first column and the one after its last, cell after cell. */
function numbersOf({ cells, line }: ValueRow): readonly number[] {
  return cells.flatMap(({ value, span }) => [
    value ?? Number.NaN,
    span.start - line.span.start,
    span.end - line.span.start,
  ]);
}

/** A row's values as one list of numbers, so that thousands of reports fit into memory. */
class IndexedRow implements Lookup<IndexedValue> {
  readonly #columns: readonly string[];
  readonly #line: number;
  readonly #numbers: readonly number[];

  constructor(columns: readonly string[], line: number, numbers: readonly number[]) {
    this.#columns = columns;
    this.#line = line;
    this.#numbers = numbers;
  }

  get(column: string): IndexedValue | undefined {
    const at = this.#columns.indexOf(column) * 3;
    const [value, start, end] = at < 0 ? [] : this.#numbers.slice(at, at + 3);
    if (value === undefined || start === undefined || end === undefined) return undefined;
    return { value: Number.isNaN(value) ? null : value, place: { line: this.#line, start, end } };
  }
}
