// What a table says that a value is: the label of its row and the head of its column, where it has them.
import type { ColumnDefinition } from '../forms/edition.ts';
import type { BoundLabel, Head, Table, ValueRow } from '../report/report.ts';
import { linesOf } from './table-elements.ts';

/** The label of the row itself; null for the row of several that has none. */
export function rowLabel({ labels, row }: ValueRow): BoundLabel | null {
  return labels.find(({ definition }) => definition.id === row.id) ?? null;
}

/**
 * The nearest head of a column above a row, or null. Where a line holds several of the form's rows and a header their
 * heads one after the other, it is that of the row's own.
 */
export function columnHead(table: Table, row: ValueRow, column: ColumnDefinition): Head | null {
  const above = table.lines.filter(({ line }) => line.number < row.line.number);
  const heads = above
    .map((line) => (line.kind === 'header' ? line.heads.filter(({ official }) => official === column.label) : []))
    .findLast((found) => found.length > 0);
  const [first] = heads ?? [];
  return (heads?.length === 1 ? first : heads?.[linesOf(table, row.line).indexOf(row)]) ?? null;
}
