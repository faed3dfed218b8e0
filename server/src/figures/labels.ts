import type { LineDefinition, TableDefinition } from '../forms/edition.ts';
import type { Place } from '../forms/form.ts';
import { groupOf, rowLabel, shortLabel } from '../forms/names.ts';
import type { Localized } from '../text/language.ts';
import { ordinalOf, withoutOrdinal } from '../text/ordinals.ts';
import type { Instance } from './plan.ts';

const LONGEST = 16;

/** Where a cell stands in its table: （七）总计 · 自然人. */
export function placeLabel(table: TableDefinition, { row, column }: Place): string {
  return `${rowLabel(table, row)} · ${shortLabel(column.label)}`;
}

/** Where a cell stands, for the head of a message: 表三（七）总计 · 自然人. */
export function placeName(table: TableDefinition, place: Place): Localized {
  const label = placeLabel(table, place);
  const space = label.startsWith('（') ? '' : ' ';
  return { zh: `${table.name.zh}${space}${label}`, en: `${table.name.en}, ${label}` };
}

/** Where a row stands, for the head of a message: 表三（七）总计. */
export function rowPlaceName(table: TableDefinition, { row }: Place): Localized {
  const label = rowLabel(table, row);
  const space = label.startsWith('（') ? '' : ' ';
  return { zh: `${table.name.zh}${space}${label}`, en: `${table.name.en}, ${label}` };
}

/** A cell as one among others of its row or column: its column where the relation holds in a row, else its row. */
export function termName(table: TableDefinition, instance: Instance, { row, column }: Place): string {
  return instance.row ? shortLabel(column.label) : briefRow(table, row);
}

/** A row's label without ordinal and note, cut where it is long; a bare 其他 is named with its group. */
export function briefRow(table: TableDefinition, row: LineDefinition): string {
  const bare = withoutOrdinal(shortLabel(row.label));
  const comma = bare.indexOf('、');
  const brief = bare.length > LONGEST && comma > 3 ? bare.slice(0, comma) : bare;
  const group = brief.length <= 2 ? groupOf(table, row) : null;
  return group && group.parent !== null ? `${briefRow(table, group)}·${brief}` : brief;
}

/** What the form calls a row in its printed relation: 一, 三（七）. The brief label where it has no such ordinal. */
export function relationTerm(table: TableDefinition, row: LineDefinition): string {
  const ordinal = ordinalOf(row.label);
  if (ordinal?.level === 1) return ordinal.name;
  const group = groupOf(table, row);
  return ordinal?.level === 2 && group ? relationTerm(table, group) + ordinal.name : briefRow(table, row);
}
