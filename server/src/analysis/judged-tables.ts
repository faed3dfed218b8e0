import { countingTables } from '../report/lookup.ts';
import type { Report, Table, ValueRow } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { fact } from './subject.ts';

/** The tables whose rows and cells are judged: neither repeated (`duplicate-table`) nor torn (`torn-table`). */
export const judgedTables = fact(({ report }): readonly Table[] => {
  const tables = countingTables(report);
  if (report.tornParts.length === 0) return tables;
  return tables.filter(
    (table) =>
      !report.tornParts.some((torn) => torn.table.id === table.definition.id && torn.section === table.section),
  );
});

/** The rows with values, in the order of the text, repeated ones included. */
export function valueRows(table: Table): readonly ValueRow[] {
  return table.lines.filter((line) => line.kind === 'value');
}

/** A line without the white space around it; the bars of a row belong to it. */
export function contentSpan(report: Report, line: { readonly span: Span }): Span {
  const text = report.tree.text.slice(line.span.start, line.span.end);
  const start = line.span.start + (text.length - text.trimStart().length);
  return { start, end: Math.max(start, line.span.end - (text.length - text.trimEnd().length)) };
}

/** The place of a value row in messages: its label, or the whole row where it has none. */
export function labelSpan(report: Report, row: ValueRow): Span {
  return row.labels.at(-1)?.cell.span ?? contentSpan(report, row.line);
}
