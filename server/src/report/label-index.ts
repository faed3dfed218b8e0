import type { GroupDefinition, RowDefinition, TableId } from '../forms/edition.ts';
import type { FormLine, Forms, FormTable } from '../forms/form.ts';
import { knownLabels, labelIn, labelStyles } from '../forms/labels.ts';
import { canonical } from '../text/canonical.ts';
import { withoutNotes } from '../text/label-notes.ts';
import { type LabelSet, labelSet, nearestLabels } from '../text/nearest-label.ts';
import { withoutOrdinal } from '../text/ordinals.ts';
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
  /** The heads, to find the nearest of. */
  readonly headSet: LabelSet;
  /** A row by its group's id and its label without its ordinal, which means the row only below its group. */
  readonly under: (group: string, canonicalText: string) => FoundLabel | null;
  /**
   * A row or group by a misspelt or cut label; null where none is near enough or several are. Of those that a cut could
   * mean, the one of the group that the label stands in is meant, if it is but a character away.
   */
  readonly near: (canonicalText: string, group?: string | null) => FoundLabel | null;
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
    if (line.short !== undefined) addOnce(rows, canonical(line.short), { definition: line, match: 'short' });
  for (const { line } of lines)
    for (const alias of line.aliases) addOnce(rows, canonical(alias), { definition: line, match: 'variant' });
  const heads = headsOf(table);
  const near = nearIn(new Map(rows), labelsByGroup(lines));
  for (const each of lines)
    for (const joined of joinedSpellings(each)) addOnce(rows, joined, { definition: each.line, match: 'variant' });
  return { table, rows, heads, headSet: labelSet(heads.keys()), under: underIn(lines), near, alignments: new Map() };
}

function underIn(lines: readonly FormLine[]): LabelIndex['under'] {
  const found = new Map<string, FoundLabel>();
  for (const { line } of lines) {
    if (line.parent === null) continue;
    for (const style of labelStyles) {
      const key = `${line.parent} ${canonical(withoutOrdinal(labelIn(style, line)))}`;
      addOnce(found, key, { definition: line, match: 'variant' });
    }
  }
  return (group, text) => found.get(`${group} ${text}`) ?? null;
}

function addOnce<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}

/** The label with the group's before it, as a lost cell border leaves them. */
function joinedSpellings({ line, groups }: FormLine): readonly string[] {
  const parent = groups.at(-1);
  return parent ? knownLabels(line).map((label) => canonical(parent.label) + canonical(label)) : [];
}

/** The canonical labels of the lines that stand right under a group, by its id. */
function labelsByGroup(lines: readonly FormLine[]): ReadonlyMap<string, LabelSet> {
  const grouped = Map.groupBy(lines, ({ line }) => line.parent ?? '');
  return new Map(
    [...grouped].map(([group, under]) => [
      group,
      labelSet(under.flatMap(({ line }) => knownLabels(line).map(canonical))),
    ]),
  );
}

function nearIn(rows: ReadonlyMap<string, FoundLabel>, byGroup: ReadonlyMap<string, LabelSet>): LabelIndex['near'] {
  const labels = labelSet(rows.keys());
  const known = new Map<string, FoundLabel | null>();
  return (text, group = null) => {
    const key = `${group} ${text}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const bare = withoutNotes(text);
    const noted = bare === text ? undefined : rows.get(bare);
    const own = group === null ? undefined : byGroup.get(group);
    const found: FoundLabel | null = noted
      ? { ...noted, match: 'variant' }
      : ((own && nearest(nearestLabels(text, own, 1), rows)) ?? nearest(nearestLabels(text, labels), rows));
    if (known.size >= NEAR_MEMORY) known.clear();
    if (text.length <= LONGEST_KNOWN) known.set(ownCopy(key), found);
    return found;
  };
}

/** The definition that these labels all mean, or null where they mean none or several. */
function nearest(labels: readonly string[], rows: ReadonlyMap<string, FoundLabel>): FoundLabel | null {
  const definitions = new Set(labels.map((label) => rows.get(label)?.definition));
  const [definition] = definitions;
  return definition && definitions.size === 1 ? { definition, match: 'misspelt' } : null;
}

function headsOf(table: FormTable): LabelIndex['heads'] {
  const heads = new Map<string, { official: string; match: LabelMatch }>();
  const add = (text: string, official: string, match: LabelMatch): void => {
    if (text !== '') addOnce(heads, canonical(text), { official, match });
  };
  for (const { label } of table.columns) add(label, label, 'official');
  for (const { corner, shortCorner, cornerVariants } of table.blocks) {
    for (const text of [corner, ...cornerVariants]) add(text, text, 'official');
    if (shortCorner !== undefined) add(shortCorner, corner || shortCorner, 'short');
  }
  for (const text of table.headLines.flat()) add(text, text, 'official');
  for (const { label, short } of table.columns) if (short !== undefined) add(short, label, 'short');
  for (const { label, aliases } of table.columns) for (const alias of aliases) add(alias, label, 'variant');
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
