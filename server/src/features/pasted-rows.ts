// Pasted rows as canonical tables have them.
import { valueRows } from '../analysis/judged-tables.ts';
import type { Forms } from '../forms/form.ts';
import type { LabelStyle } from '../forms/labels.ts';
import { readReport } from '../report/bind.ts';
import { canonicalTable } from '../report/canonical-table.ts';
import { formatting } from '../report/format.ts';
import type { Report, Table, ValueRow } from '../report/report.ts';
import type { Line } from '../syntax/tree.ts';
import { Revision } from '../text/edit.ts';

/** The rows of the tables of a pasted report, one a line below each other, in canonical form. */
export function canonicalLines(pasted: Report, labels: LabelStyle): readonly string[] {
  return canonicalized(pasted, labels)
    .text.split('\n')
    .filter((line) => line.startsWith('|'));
}

/** The rows with values in canonical form, by the lines that they were pasted as. */
export function canonicalRows(pasted: Report, labels: LabelStyle): ReadonlyMap<Line, string> {
  const { text } = canonicalized(pasted, labels);
  const rows = readReport(text, pasted.forms.settled()).tables.flatMap((table) =>
    valueRows(table).map((row) => [rowKey(table, row), row.line.span] as const),
  );
  const spans = new Map(rows.toReversed());
  const written = pasted.tables.flatMap((table) =>
    valueRows(table).flatMap((row): [Line, string][] => {
      const span = spans.get(rowKey(table, row));
      return span ? [[row.line, text.slice(span.start, span.end)]] : [];
    }),
  );
  return new Map(written);
}

/** Whether a table is canonical, be it with other labels. */
export function isCanonical(report: Report, table: Table, labels: LabelStyle): boolean {
  const result = canonicalTable(report, table, labels);
  return result.kind === 'same' || (result.kind === 'edits' && result.changes === 'labels');
}

function canonicalized(pasted: Report, labels: LabelStyle): Revision {
  const rewritten = pasted.tables.reduce((text, table) => {
    const result = canonicalTable(pasted, table, labels);
    return result.kind === 'edits' ? text.with(result.edits) : text;
  }, Revision.of(pasted.tree.text));
  return tidied(rewritten, pasted.forms.settled());
}

/** What a row is called among all tables of a form. */
export function rowKey({ definition }: Table, { row }: ValueRow): string {
  return `${definition.id}.${row.id}`;
}

/** A text with the bars of these of its tables below each other. */
export function tidied(revision: Revision, forms: Forms, touched: (table: Table) => boolean = () => true): Revision {
  const report = readReport(revision.text, forms);
  return revision.with(formatting(report, report.tables.filter(touched)));
}
