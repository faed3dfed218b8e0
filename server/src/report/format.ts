// Formatting: the bars of every bound table below each other. Nothing but bars and white space between cells changes.
import type { RowLine } from '../syntax/tree.ts';
import { type Edit, leastEdit } from '../text/edit.ts';
import { barsOf, type PlacedRow } from './align.ts';
import { placeRows } from './place-rows.ts';
import type { Report, Table } from './report.ts';

/** A row and the edits that format it: each replaces bars and white space between two of its cells. */
export interface RowFormat {
  readonly line: RowLine;
  readonly edits: readonly Edit[];
}

/** The edits that format every table of a report; none where it is formatted. Rows of no table stay as they are. */
export function formatting(report: Report, tables: readonly Table[] = report.tables): readonly Edit[] {
  return tables.flatMap((table) => formatTable(report, table).flatMap(({ edits }) => edits));
}

/** The rows of a table, each with the edits that it needs. */
export function formatTable(report: Report, table: Table): readonly RowFormat[] {
  const rows = placeRows(table);
  const between = barsOf(rows);
  return rows.map((row, i) => ({ line: row.line, edits: rowEdits(report.tree.text, row, between[i] ?? []) }));
}

function rowEdits(
  text: string,
  { line }: PlacedRow & { readonly line: RowLine },
  between: readonly string[],
): readonly Edit[] {
  return between.flatMap((bar, i) => {
    const start = line.cells[i - 1]?.span.end ?? line.span.start;
    const end = line.cells[i]?.span.start ?? line.span.end;
    return leastEdit(text, { span: { start, end }, text: bar }) ?? [];
  });
}
