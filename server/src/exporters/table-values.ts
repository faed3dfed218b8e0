// The values of a report's tables in the order of the form.
import type { ColumnDefinition, RowDefinition } from '../forms/edition.ts';
import type { Report, Table } from '../report/report.ts';

/** A row that the report has, with a value for each of its columns. */
export interface RowValues {
  readonly row: RowDefinition;
  /** Zero-based. */
  readonly line: number;
  readonly values: readonly ColumnValue[];
}

export interface ColumnValue {
  readonly column: ColumnDefinition;
  /** Null where the cell is blank or no number, or where the row's count of values doesn't fit its columns. */
  readonly value: number | null;
}

/** The tables that hold the report's figures: the first of each form. */
export function figureTables(report: Report): readonly Table[] {
  return report.tables.filter((table) => table.repeats === null);
}

/** The rows that a table has, in the order of its form. */
export function rowValues(table: Table): readonly RowValues[] {
  return table.definition.rows.flatMap(({ row, columns }) => {
    const bound = table.rows.get(row.id);
    if (!bound) return [];
    const values = columns.map((column, index) => ({ column, value: bound.cells[index]?.value ?? null }));
    return [{ row, line: bound.line.number, values }];
  });
}
