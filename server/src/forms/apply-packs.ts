// What packs add to the data of the forms.
import { canonical } from '../text/canonical.ts';
import type { Localized } from '../text/language.ts';
import type {
  BlockDefinition,
  Edition,
  LineDefinition,
  RowDefinition,
  SectionDefinition,
  TableDefinition,
} from './edition.ts';
import { knownLabels } from './labels.ts';
import type { Pack, PackLabels, PackRow, PackScope } from './pack.ts';

/** Whether a pack is meant for a body and a year. What isn't known fits only a pack that says nothing about it. */
export function applies({ bodies, years }: PackScope, body: string | null, year: number | null): boolean {
  const name = canonical(body ?? '');
  const fitsBody = bodies.length === 0 || bodies.some((word) => name.includes(canonical(word)));
  const fitsYear = years === null || (year !== null && years.first <= year && year <= (years.last ?? year));
  return fitsBody && fitsYear;
}

/** An edition with what a pack adds to it; what has no place in it is left out. */
export function withPack(edition: Edition, pack: Pack): Edition {
  return {
    ...edition,
    sections: edition.sections.map((section) => withHeadings(section, pack)),
    tables: edition.tables.map((table) => withRows(withLabels(table, pack.labels), rowsFor(pack, edition.id, table))),
  };
}

/** Why a row has no place in a table, or null where it has one. */
export function rowTrouble(row: PackRow, table: TableDefinition): Localized | null {
  const lines = table.blocks.flatMap((block) => block.lines);
  const block = blockWith(table, row.after);
  if (!block) return { zh: `这张表没有「${row.after}」这一行`, en: `the table has no row “${row.after}”` };
  if (lines.some(({ id }) => id === row.id))
    return { zh: `编号「${row.id}」已经有了`, en: `the id “${row.id}” is taken` };
  const taken = new Set(lines.flatMap((line) => knownLabels(line).map(canonical)));
  const twice = knownLabels(row).find((label) => taken.has(canonical(label)));
  if (twice !== undefined)
    return { zh: `行名「${twice}」已经是别的行`, en: `the label “${twice}” is that of another row` };
  const strange = row.columns?.find((column) => !table.columns.some(({ id }) => id === column));
  if (strange !== undefined)
    return { zh: `这张表没有「${strange}」这一列`, en: `the table has no column “${strange}”` };
  if (row.columns && (row.parent != null || block.lines.at(-1)?.id !== row.after)) return blockTrouble(row);
  return fitsGroups(row, block) ? null : groupTrouble(row);
}

/** A block of its own comes after a whole block. */
function blockTrouble({ after }: PackRow): Localized {
  return {
    zh: `有自己的列（columns）的行要接在一块的最后一行之后，「${after}」不是`,
    en: `a row with columns of its own comes after the last row of a block, which “${after}” isn’t`,
  };
}

function groupTrouble({ after, parent }: PackRow): Localized {
  return {
    zh: `「${after}」之后不能接着「${parent ?? '无'}」下面的行`,
    en: `a row below “${after}” can’t stand under “${parent ?? 'none'}”`,
  };
}

/** Whether no group is torn apart by the row. */
function fitsGroups(row: PackRow, { lines }: BlockDefinition): boolean {
  const at = lines.findIndex(({ id }) => id === row.after);
  const around = lines[at];
  if (!around) return false;
  const open = [...(around.kind === 'group' ? [around.id] : []), ...groupsOf(around, lines)];
  const own = parentOf(row, around);
  const depth = own === null ? open.length : open.indexOf(own);
  if (depth < 0) return false;
  const closed = new Set(open.slice(0, depth));
  return !lines.slice(at + 1).some((line) => groupsOf(line, lines).some((id) => closed.has(id)));
}

/** The ids of the groups that a line stands under, innermost first. */
function groupsOf(line: LineDefinition, lines: readonly LineDefinition[]): readonly string[] {
  const parent = lines.find(({ id, kind }) => kind === 'group' && id === line.parent);
  return parent ? [parent.id, ...groupsOf(parent, lines)] : [];
}

function parentOf({ parent }: PackRow, after: LineDefinition): string | null {
  return parent === undefined ? (after.kind === 'group' ? after.id : after.parent) : parent;
}

function blockWith(table: TableDefinition, line: string): BlockDefinition | null {
  return table.blocks.find(({ lines }) => lines.some(({ id }) => id === line)) ?? null;
}

function withHeadings(section: SectionDefinition, { headings }: Pack): SectionDefinition {
  const more = headings.filter((each) => each.section === section.id).flatMap(({ variants }) => variants);
  return more.length === 0 ? section : { ...section, variants: [...section.variants, ...more] };
}

function withLabels(table: TableDefinition, labels: readonly PackLabels[]): TableDefinition {
  const own = labels.filter((each) => each.table === table.id);
  if (own.length === 0) return table;
  const named = <Item extends { readonly id: string; readonly aliases: readonly string[] }>(
    item: Item,
    of: PackLabels['of'],
  ): Item => ({
    ...item,
    aliases: [
      ...item.aliases,
      ...own.filter((each) => each.of === of && each.id === item.id).flatMap(({ aliases }) => aliases),
    ],
  });
  return {
    ...table,
    columns: table.columns.map((column) => named(column, 'column')),
    blocks: table.blocks.map((block) => ({ ...block, lines: block.lines.map((line) => named(line, 'row')) })),
  };
}

function rowsFor({ rows }: Pack, edition: string, table: TableDefinition): readonly PackRow[] {
  return rows.filter((row) => row.table === table.id && (row.editions.length === 0 || row.editions.includes(edition)));
}

/** Rows with the same row above follow each other in the order of the pack. */
function withRows(table: TableDefinition, rows: readonly PackRow[]): TableDefinition {
  const last = new Map<string, string>();
  return rows.reduce((result, row) => {
    const placed = { ...row, after: last.get(row.after) ?? row.after };
    const isAnchorGroup = placed.after === row.after;
    const parent = row.parent === undefined && !isAnchorGroup ? inheritedParent(result, placed.after) : row.parent;
    const full: PackRow = parent === undefined ? placed : { ...placed, parent };
    if (rowTrouble(full, result)) return result;
    last.set(row.after, row.id);
    return withRow(result, full);
  }, table);
}

function inheritedParent(table: TableDefinition, line: string): string | null {
  return blockWith(table, line)?.lines.find(({ id }) => id === line)?.parent ?? null;
}

function withRow(table: TableDefinition, row: PackRow): TableDefinition {
  if (row.columns) return withBlock(table, row, row.columns);
  const blocks = table.blocks.map((block) => ({
    ...block,
    lines: block.lines.flatMap((line): readonly LineDefinition[] =>
      line.id === row.after ? [line, definitionOf(row, line)] : [line],
    ),
  }));
  return { ...table, blocks };
}

function withBlock(table: TableDefinition, row: PackRow, columns: readonly string[]): TableDefinition {
  const blocks = table.blocks.flatMap((block) => {
    const anchor = block.lines.find(({ id }) => id === row.after);
    if (!anchor) return [block];
    const line = definitionOf({ ...row, parent: null }, anchor);
    const own = { id: row.id, corner: row.header ?? row.label, cornerVariants: [], columns, lines: [line] };
    return [block, own];
  });
  return { ...table, blocks };
}

function definitionOf(row: PackRow, after: LineDefinition): RowDefinition {
  const { id, label, short, aliases, description } = row;
  const labels = short === undefined ? { label } : { label, short };
  return { kind: 'row', id, ...labels, aliases, parent: parentOf(row, after), description, legal: [] };
}
