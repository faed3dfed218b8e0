import type { SectionId, TableId } from '../forms/edition.ts';
import type { Cell, Report, Section, Table } from './report.ts';

/** The tables that count: of each form the first. */
export function countingTables(report: Report): readonly Table[] {
  return report.tables.filter((table) => table.repeats === null);
}

/** The first table of this form, or null. */
export function tableById(report: Report, id: TableId): Table | null {
  return report.tables.find((table) => table.definition.id === id) ?? null;
}

/** The first section of this id, or null. */
export function sectionById(report: Report, id: SectionId): Section | null {
  return report.sections.find((section) => section.definition?.id === id && section.repeats === null) ?? null;
}

/** The cell of a row and column by their ids; null where the row is absent or its values don't fit the columns. */
export function cellAt(table: Table, row: string, column: string): Cell | null {
  return table.rows.get(row)?.cells.find((cell) => cell.column.id === column) ?? null;
}
