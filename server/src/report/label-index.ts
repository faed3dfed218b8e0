import { withoutOrdinal } from '../forms/define.ts';
import type {
  BlockDefinition,
  GroupDefinition,
  LineDefinition,
  RowDefinition,
  TableDefinition,
  TableId,
} from '../forms/edition.ts';
import { editions } from '../forms/index.ts';
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
  readonly table: TableDefinition;
  readonly rows: ReadonlyMap<string, FoundLabel>;
  /** Canonical head → its official text. */
  readonly heads: ReadonlyMap<string, { readonly official: string; readonly match: LabelMatch }>;
  /** A row by its group's id and its label without its ordinal, which means the row only below its group. */
  readonly under: (group: string, canonicalText: string) => FoundLabel | null;
  readonly blockOfRow: ReadonlyMap<string, BlockDefinition>;
  /** A row or group by a misspelt or cut label; null where none is near enough or several are. */
  readonly near: (canonicalText: string) => FoundLabel | null;
  /** Alignments of misspelt heads found before (heads.ts). */
  readonly alignments: Map<string, readonly (string | null)[]>;
}

const indexes = new WeakMap<TableDefinition, LabelIndex>();

export function labelIndex(table: TableDefinition): LabelIndex {
  const known = indexes.get(table);
  if (known) return known;
  const index = buildIndex(table);
  indexes.set(table, index);
  return index;
}

function buildIndex(table: TableDefinition): LabelIndex {
  const rows = new Map<string, FoundLabel>();
  const blockOfRow = new Map<string, BlockDefinition>();
  const lines = table.blocks.flatMap((block) => block.lines);
  for (const block of table.blocks) {
    for (const line of block.lines) if (line.kind === 'row') blockOfRow.set(line.id, block);
  }
  for (const line of lines) rows.set(canonical(line.label), { definition: line, match: 'official' });
  for (const line of lines)
    for (const alias of line.aliases) addOnce(rows, canonical(alias), { definition: line, match: 'variant' });
  const near = nearIn(new Map(rows));
  for (const line of lines)
    for (const joined of joinedSpellings(line, lines)) addOnce(rows, joined, { definition: line, match: 'variant' });
  return { table, rows, heads: headsOf(table), under: underIn(lines), blockOfRow, near, alignments: new Map() };
}

function underIn(lines: readonly LineDefinition[]): LabelIndex['under'] {
  const found = new Map<string, FoundLabel>();
  for (const line of lines) {
    const key = `${line.parent} ${canonical(withoutOrdinal(line.label))}`;
    if (line.parent !== null) addOnce(found, key, { definition: line, match: 'variant' });
  }
  return (group, text) => found.get(`${group} ${text}`) ?? null;
}

function addOnce<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}

/** The label with the group's before it, as a lost cell border leaves them. */
function joinedSpellings(line: LineDefinition, lines: readonly LineDefinition[]): readonly string[] {
  const parent = lines.find((other) => other.id === line.parent && other.kind === 'group');
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

/** The printed texts of the official form's lines that hold no value: its heads, line by line. */
export function headLines(table: TableDefinition): readonly (readonly string[])[] {
  return table.layout
    .filter((cells) => cells.every((cell) => cell.value === undefined))
    .map((cells) => cells.flatMap((cell) => (cell.text === undefined || cell.text === '' ? [] : [cell.text])));
}

function headsOf(table: TableDefinition): LabelIndex['heads'] {
  const heads = new Map<string, { official: string; match: LabelMatch }>();
  const official = (text: string): void => addOnce(heads, canonical(text), { official: text, match: 'official' });
  const variant = (text: string, of: string): void =>
    addOnce(heads, canonical(text), { official: of, match: 'variant' });
  for (const column of table.columns) official(column.label);
  for (const block of table.blocks)
    for (const corner of [block.corner, ...block.cornerVariants]) if (corner !== '') official(corner);
  for (const text of headLines(table).flat()) official(text);
  for (const column of table.columns) for (const alias of column.aliases) variant(alias, column.label);
  return heads;
}

const tables = editions.flatMap((edition) => edition.tables);

/** The table that a canonical label or head belongs to, where it belongs to one alone. */
export function ownerOfLabel(canonicalText: string): TableId | null {
  return owners().get(canonicalText) ?? null;
}

let ownersOnce: ReadonlyMap<string, TableId | null> | null = null;

function owners(): ReadonlyMap<string, TableId | null> {
  if (ownersOnce) return ownersOnce;
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
  ownersOnce = result;
  return result;
}

/** Whether a short label may as well be the beginning of another table's: 其他 of 其他结果. */
function isCutOfAnother(label: string, owner: TableId | null, all: ReadonlyMap<string, TableId | null>): boolean {
  for (const [other, otherOwner] of all) if (otherOwner !== owner && other.startsWith(label)) return true;
  return false;
}

/** Whether a text is, canonically, a row or group label of any table of any edition. */
export function isRowLabel(canonicalText: string): boolean {
  return tables.some((table) => labelIndex(table).rows.has(canonicalText));
}
