import type { TableId } from '../../server/src/forms/edition.ts';
import type { Form } from '../../server/src/forms/form.ts';
import { tableMarkup } from '../../server/src/report/markup.ts';

/** The values of a table: of each row its cells in the order of the columns, as they shall be written. */
export type Figures = Readonly<Record<string, readonly (number | string)[]>>;

/** A report of nothing but one table, under its heading; rows without figures are full of 0. */
export function reportOf(edition: Form, id: TableId, figures: Figures): string {
  const table = edition.tables.find((one) => one.id === id);
  const section = edition.sections.find((one) => one.table === id);
  if (!table || !section) throw new Error(`${edition.id} has no table ${id}`);
  const ordinal = '一二三四五六'[section.ordinal - 1];
  const markup = tableMarkup(table, 'official', (row, column) => {
    const block = table.blocks.find(({ lines }) => lines.some((line) => line.id === row));
    return String(figures[row]?.[block?.columns.indexOf(column) ?? -1] ?? 0);
  });
  return `---\n年度: ${edition.years.first}\n---\n\n${ordinal}、${section.title}\n\n${markup}\n`;
}

/** A row that only individuals count in. */
export function individuals(value: number, total = value): readonly number[] {
  return [value, 0, 0, 0, 0, 0, total];
}
