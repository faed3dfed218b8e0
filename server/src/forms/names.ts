import type { Localized } from '../text/language.ts';
import type { ColumnDefinition, LineDefinition, RowDefinition, TableDefinition } from './edition.ts';

const LONGEST = 18;

/** A label as messages show it: without its bracketed note, and cut where it is long. */
export function shortLabel(label: string): string {
  const note = label.indexOf('（', 1);
  const bare = note > 4 ? label.slice(0, note) : label;
  return bare.length > LONGEST ? `${bare.slice(0, LONGEST - 1)}…` : bare;
}

/** The group that a line stands right under, or null. */
export function groupOf(table: TableDefinition, { parent }: LineDefinition): LineDefinition | null {
  if (parent === null) return null;
  return table.blocks.flatMap(({ lines }) => lines).find(({ id }) => id === parent) ?? null;
}

/** A row's label, after that of its group where the group is itself below another: （六）其他处理 3.其他. */
export function rowLabel(table: TableDefinition, row: LineDefinition): string {
  const parent = groupOf(table, row);
  const prefix = parent?.parent ? `${shortLabel(parent.label)} ` : '';
  return prefix + shortLabel(row.label);
}

/** 表三 and the row: how messages name a row. */
export function rowName(table: TableDefinition, row: LineDefinition): Localized {
  const label = rowLabel(table, row);
  return { zh: `${table.name.zh} ${label}`, en: `${table.name.en}, “${label}”` };
}

/** 表三, the row and the column: how messages name a cell. */
export function cellName(table: TableDefinition, row: RowDefinition, column: ColumnDefinition): Localized {
  const name = rowName(table, row);
  const head = shortLabel(column.label);
  return { zh: `${name.zh} · ${head}`, en: `${name.en}, column “${head}”` };
}

/** A text in both languages quoted and listed: at most `most` of them, then how many there are. */
export function listed(labels: readonly string[], most = 4): Localized {
  const shown = labels.slice(0, most);
  const more = labels.length > most;
  return {
    zh: shown.map((label) => `「${label}」`).join('、') + (more ? `等 ${labels.length} 个` : ''),
    en: shown.map((label) => `“${label}”`).join(', ') + (more ? ` and ${labels.length - most} more` : ''),
  };
}
