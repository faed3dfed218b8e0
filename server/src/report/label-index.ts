import type { GroupDefinition, RowDefinition, TableId } from '../forms/edition.ts';
import type { FormLine, Forms, FormTable } from '../forms/form.ts';
import { canonical } from '../text/canonical.ts';
import { nearestLabels } from '../text/nearest-label.ts';
import { ownCopy } from '../text/own-copy.ts';
import type { LabelMatch } from './report.ts';

const NEAR_MEMORY = 2000;
const LONGEST_KNOWN = 200;
const CUT_LENGTH = 4;

export interface FoundLabel {
  readonly definition: RowDefinition | GroupDefinition;
  readonly match: LabelMatch;
}

/** What a table's labels and heads mean, looked up by their canonical spelling. One for each table of an edition. */
export interface LabelIndex {
  readonly table: FormTable;
  readonly rows: ReadonlyMap<string, FoundLabel>;
  /** Canonical head → its official text. */
  readonly heads: ReadonlyMap<string, { readonly official: string; readonly match: LabelMatch }>;
  /** A row by its group's id and its label without its ordinal, which means the row only below its group. */
  readonly under: (group: string, canonicalText: string) => FoundLabel | null;
  /** A row or group by a misspelt or cut label; null where none is near enough or several are. */
  readonly near: (canonicalText: string) => FoundLabel | null;
  /** Alignments of misspelt heads found before (heads.ts). */
  readonly alignments: Map<string, readonly (string | null)[]>;
}

/** The index of a table; made once and held by it. */
export function labelIndex(table: FormTable): LabelIndex {
  return table.derived(buildIndex);
}

function buildIndex(table: FormTable): LabelIndex {
  const rows = new Map<string, FoundLabel>();
  const { lines } = table;
  for (const { line } of lines) rows.set(canonical(line.label), { definition: line, match: 'official' });
  for (const { line } of lines)
    for (const alias of line.aliases) addOnce(rows, canonical(alias), { definition: line, match: 'variant' });
  const near = nearIn(new Map(rows));
  for (const each of lines)
    for (const joined of joinedSpellings(each)) addOnce(rows, joined, { definition: each.line, match: 'variant' });
  return { table, rows, heads: headsOf(table), under: underIn(lines), near, alignments: new Map() };
}

function underIn(lines: readonly FormLine[]): LabelIndex['under'] {
  const found = new Map<string, FoundLabel>();
  for (const { line, bareLabel } of lines) {
    const key = `${line.parent} ${canonical(bareLabel)}`;
    if (line.parent !== null) addOnce(found, key, { definition: line, match: 'variant' });
  }
  return (group, text) => found.get(`${group} ${text}`) ?? null;
}

function addOnce<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}

/** The label with the group's before it, as a lost cell border leaves them. */
function joinedSpellings({ line, groups }: FormLine): readonly string[] {
  const parent = groups.at(-1);
  return parent ? [line.label, ...line.aliases].map((label) => canonical(parent.label) + canonical(label)) : [];
}

function nearIn(rows: ReadonlyMap<string, FoundLabel>): LabelIndex['near'] {
  const labels = [...rows.keys()];
  const known = new Map<string, FoundLabel | null>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const withoutNote = text.replace(/\([^()]*\)$/, '');
    const noted = withoutNote === text ? undefined : rows.get(withoutNote);
    const found: FoundLabel | null = noted ? { ...noted, match: 'variant' } : nearest(text, labels, rows);
    if (known.size >= NEAR_MEMORY) known.clear();
    if (text.length <= LONGEST_KNOWN) known.set(ownCopy(text), found);
    return found;
  };
}

/** The definition that all labels nearest to the text mean, or null where they mean several. */
function nearest(text: string, labels: readonly string[], rows: ReadonlyMap<string, FoundLabel>): FoundLabel | null {
  const definitions = new Set(nearestLabels(text, labels).map((label) => rows.get(label)?.definition));
  const [definition] = definitions;
  return definition && definitions.size === 1 ? { definition, match: 'misspelt' } : null;
}

function headsOf(table: FormTable): LabelIndex['heads'] {
  const heads = new Map<string, { official: string; match: LabelMatch }>();
  const official = (text: string): void => addOnce(heads, canonical(text), { official: text, match: 'official' });
  const variant = (text: string, of: string): void =>
    addOnce(heads, canonical(text), { official: of, match: 'variant' });
  for (const column of table.columns) official(column.label);
  for (const block of table.blocks)
    for (const corner of [block.corner, ...block.cornerVariants]) if (corner !== '') official(corner);
  for (const text of table.headLines.flat()) official(text);
  for (const column of table.columns) for (const alias of column.aliases) variant(alias, column.label);
  return heads;
}

/** The table that a canonical label or head belongs to, where it belongs to one alone. */
export function ownerOfLabel(canonicalText: string, forms: Forms): TableId | null {
  return forms.derived(owners).get(canonicalText) ?? null;
}

function owners({ tables }: Forms): ReadonlyMap<string, TableId | null> {
  const result = new Map<string, TableId | null>();
  for (const table of tables) {
    const index = labelIndex(table);
    for (const label of [...index.rows.keys(), ...index.heads.keys()]) {
      const owner = result.get(label);
      result.set(label, owner === undefined || owner === table.id ? table.id : null);
    }
  }
  for (const [label, owner] of result) {
    if (label.length < CUT_LENGTH && isCutOfAnother(label, owner, result)) result.set(label, null);
  }
  return result;
}

/** Whether a short label may as well be the beginning of another table's: 其他 of 其他结果. */
function isCutOfAnother(label: string, owner: TableId | null, all: ReadonlyMap<string, TableId | null>): boolean {
  for (const [other, otherOwner] of all) if (otherOwner !== owner && other.startsWith(label)) return true;
  return false;
}

/** Whether a text is, canonically, a row or group label of any table of any edition. */
export function isRowLabel(canonicalText: string, forms: Forms): boolean {
  return forms.derived(rowLabels).has(canonicalText);
}

function rowLabels({ tables }: Forms): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => [...labelIndex(table).rows.keys()]));
}
