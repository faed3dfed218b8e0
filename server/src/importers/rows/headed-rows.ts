// Rows whose labels stand above the columns of the form's wide row, and nowhere else.
import type { FormTable } from '../../forms/form.ts';
import { knownLabels } from '../../forms/labels.ts';
import { canonical } from '../../text/canonical.ts';
import type { RawRows } from './head-rows.ts';

/**
 * The rows that a table lacks although their labels stand among its heads, blank: what they held wasn't told from other rows'
 * values. None where the rows that it has don't come before them. `texts` are all texts of the table, `rows` the ids of those that it has.
 */
export function headedRows(table: FormTable, texts: readonly string[], rows: ReadonlySet<string>): RawRows {
  if (table.wideRow.length === 0) return [];
  const first = table.rows.findIndex(({ row }) => !rows.has(row.id));
  const lacking = first < 0 ? [] : table.rows.slice(first);
  if (lacking.some(({ row }) => rows.has(row.id))) return [];
  const given = new Set(texts.map((text) => canonical(text)));
  const isGiven = lacking.every(({ row }) => knownLabels(row).some((label) => given.has(canonical(label))));
  return isGiven ? lacking.map(({ row, columns }) => [row.label, ...columns.map(() => '')]) : [];
}
