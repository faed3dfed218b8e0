// What happens to the rows of a table before they are written.
import type { DrawnRow, DrawnTable } from './drawn-table.ts';
import { withTexts } from './drawn-table.ts';
import type { Random } from './random.ts';

/** A table with its damage. */
export type TableDamage = (table: DrawnTable, random: Random) => DrawnTable;

const inRows =
  (change: (row: DrawnRow, random: Random) => readonly DrawnRow[]): TableDamage =>
  ({ table, rows }, random) => ({ table, rows: rows.flatMap((row) => change(row, random)) });

/** Some labels lose their last characters. */
export const labelsCut: TableDamage = inRows((row, random) => [
  withTexts(row, ({ kind, text }) =>
    kind === 'label' && row.kind === 'values' && text.length >= 7 && random.chance(30)
      ? text.slice(0, -random.between(1, 2))
      : text,
  ),
]);

/** The heads of columns are gone. */
export const headsLost: TableDamage = inRows((row) => (row.kind === 'head' ? [] : [row]));

/** Labels bring the notes by which the form is filled in, with brackets in brackets. */
export const notesInLabels: TableDamage = inRows((row, random) => [
  withTexts(row, ({ kind, text }) => {
    if (kind !== 'label' || row.kind !== 'values' || text === '') return text;
    if (/总计$/.test(text)) return `${text}（（一）至（六）之和）`;
    return random.chance(30)
      ? `${text}${random.pick(['（含以前年度的数据）', '（指2020年办件量，没有的填“0”）', '（件）'])}`
      : text;
  }),
]);
