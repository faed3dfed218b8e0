import type { BlockDefinition, LineDefinition, TableDefinition, TableId } from '../forms/edition.ts';
import { editions } from '../forms/index.ts';
import { headLines } from '../report/label-index.ts';
import { canonical } from '../text/canonical.ts';
import { nearestLabels } from '../text/nearest-label.ts';

/** A label or head of a table, in any form that has the table. */
export interface Term {
  /** Its canonical spelling, official or in use. */
  readonly text: string;
  /** The canonical official spelling that it stands for. */
  readonly official: string;
  readonly isHead: boolean;
  /** The group that it heads, in a form at least, or null. */
  readonly group: string | null;
  /** The row that it labels, in a form at least, and how many values that row has, form by form. */
  readonly row: { readonly id: string; readonly values: readonly number[] } | null;
}

/** What may be printed in a table, all forms together. */
export interface Vocabulary {
  readonly table: TableId;
  readonly definitions: readonly TableDefinition[];
  readonly terms: ReadonlyMap<string, Term>;
  /** The terms that begin with a character, longest first. */
  readonly beginning: ReadonlyMap<string, readonly Term[]>;
  /** Whether a canonical text is a piece of any term. */
  readonly holds: (canonicalText: string) => boolean;
  /** The term that a canonical text misspells or cuts, or null where none or several are as near. */
  readonly nearest: (canonicalText: string) => Term | null;
}

const NEAR_MEMORY = 5000;
/** Shorter texts are misspelt forms of too many. */
const NEAR_LENGTH = 4;

export const tableIds: readonly TableId[] = [
  ...new Set(editions.flatMap((edition) => edition.tables.map((table) => table.id))),
];

const vocabularies = new Map<TableId, Vocabulary>();

export function vocabularyOf(id: TableId): Vocabulary {
  const known = vocabularies.get(id);
  if (known) return known;
  const definitions = editions.flatMap((edition) => edition.tables.filter((table) => table.id === id));
  const terms = termsOf(definitions);
  const haystack = [...terms.keys()].join('\n');
  const vocabulary: Vocabulary = {
    table: id,
    definitions,
    terms,
    beginning: byFirstCharacter(terms),
    holds: (text) => haystack.includes(text),
    nearest: nearestIn(terms),
  };
  vocabularies.set(id, vocabulary);
  return vocabulary;
}

function termsOf(definitions: readonly TableDefinition[]): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  const add = (spelling: string, official: string, role: Partial<Term>): void => {
    const text = canonical(spelling);
    if (text === '') return;
    const known = terms.get(text) ?? { text, official: canonical(official), isHead: false, group: null, row: null };
    const values = [...(known.row?.values ?? []), ...(role.row?.values ?? [])];
    terms.set(text, { ...known, ...role, row: role.row ? { ...role.row, values } : known.row });
  };
  for (const table of definitions) {
    for (const block of table.blocks) for (const line of block.lines) addLine(line, block, add);
  }
  for (const table of definitions) {
    for (const column of table.columns)
      for (const spelling of [column.label, ...column.aliases]) add(spelling, column.label, { isHead: true });
    for (const { corner, cornerVariants } of table.blocks)
      for (const spelling of [corner, ...cornerVariants]) add(spelling, spelling, { isHead: true });
    for (const head of headLines(table).flat()) add(head, head, { isHead: true });
  }
  return terms;
}

function addLine(
  line: LineDefinition,
  block: BlockDefinition,
  add: (spelling: string, official: string, role: Partial<Term>) => void,
): void {
  const role: Partial<Term> =
    line.kind === 'row' ? { row: { id: line.id, values: [block.columns.length] } } : { group: line.id };
  for (const spelling of [line.label, ...line.aliases]) add(spelling, line.label, role);
}

function byFirstCharacter(terms: ReadonlyMap<string, Term>): ReadonlyMap<string, readonly Term[]> {
  const result = new Map<string, Term[]>();
  for (const term of [...terms.values()].sort((a, b) => b.text.length - a.text.length)) {
    const first = term.text.charAt(0);
    result.set(first, [...(result.get(first) ?? []), term]);
  }
  return result;
}

function nearestIn(terms: ReadonlyMap<string, Term>): Vocabulary['nearest'] {
  const labels = [...terms.keys()].filter((text) => text.length >= NEAR_LENGTH);
  const characters = new Set([...terms.keys()].join(''));
  // No misspelling changes more than a third of a label.
  const isForeign = (text: string): boolean =>
    [...text].filter((character) => characters.has(character)).length < text.length / 2;
  const known = new Map<string, Term | null>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const found = text.length < NEAR_LENGTH - 1 || isForeign(text) ? null : findNearest(text, labels, terms);
    if (known.size >= NEAR_MEMORY) known.clear();
    known.set(text, found);
    return found;
  };
}

function findNearest(text: string, labels: readonly string[], terms: ReadonlyMap<string, Term>): Term | null {
  const withoutNote = terms.get(text.replace(/\([^()]*\)$/, ''));
  if (withoutNote && withoutNote.text.length >= 2) return withoutNote;
  const found = nearestLabels(text, labels).flatMap((label) => terms.get(label) ?? []);
  const [first] = found;
  return first && found.every((term) => term.official === first.official) ? first : null;
}
