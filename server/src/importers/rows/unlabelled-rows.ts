// Rows whose labels a page lost: behind the label of their group stand all their values.

import type { RowDefinition } from '../../forms/edition.ts';
import type { FormTable } from '../../forms/form.ts';
import { canonical } from '../../text/canonical.ts';
import { append } from '../../text/lists.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isValue } from '../words.ts';
import type { RawRows } from './head-rows.ts';

export interface LabelledRows {
  readonly rows: RawRows;
  /** The rows that were given their labels. */
  readonly labels: readonly string[];
}

/**
 * The rows with the form's labels where as many values stand behind a group's label as the rows of the group have together, and
 * none of these is there. Others stay as they are.
 */
export function withLabels(rows: RawRows, vocabulary: Vocabulary): LabelledRows {
  const labels: string[] = [];
  const present = new Set(rows.flatMap((row) => row.flatMap((cell) => termOf(cell, vocabulary)?.row?.id ?? [])));
  const labelled = rows.flatMap((row): RawRows => {
    const first = row.findIndex((cell) => cell !== '' && isValue(cell));
    const group = first < 1 ? null : (termOf(row[first - 1] ?? '', vocabulary)?.group ?? null);
    const values = row.slice(first);
    if (group === null || !values.every((cell) => cell !== '' && isValue(cell))) return [row];
    const own = vocabulary.definitions.flatMap((table) => {
      const lines = rowsOf(table, group);
      const count = lines.reduce((sum, { columns }) => sum + columns, 0);
      return lines.length > 1 && count === values.length && !lines.some((line) => present.has(line.row.id))
        ? [lines]
        : [];
    })[0];
    if (!own) return [row];
    const parted = own.map(({ row: line, columns }, i) => {
      const from = own.slice(0, i).reduce((sum, before) => sum + before.columns, 0);
      return [line.label, ...values.slice(from, from + columns)];
    });
    append(
      labels,
      own.map(({ row: line }) => line.label),
    );
    return [row.slice(0, first), ...parted];
  });
  return { rows: labelled, labels };
}

function rowsOf(table: FormTable, group: string): readonly { readonly row: RowDefinition; readonly columns: number }[] {
  const ids = table.group(group) ? table.rowsUnder(group) : [];
  return ids.map((row) => ({ row, columns: table.row(row.id)?.columns.length ?? 0 }));
}

function termOf(cell: string, { terms }: Vocabulary): ReturnType<Vocabulary['nearest']> {
  return terms.get(canonical(cell)) ?? null;
}
