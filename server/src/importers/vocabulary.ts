import type { BlockDefinition, LineDefinition, TableId } from '../forms/edition.ts';
import type { Forms, FormTable } from '../forms/form.ts';
import { standardForms } from '../forms/index.ts';
import { knownCorners, knownLabels } from '../forms/labels.ts';
import { canonical } from '../text/canonical.ts';
import { withoutNotes } from '../text/label-notes.ts';
import { type LabelSet, labelSet, nearestLabels } from '../text/nearest-label.ts';

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
  readonly definitions: readonly FormTable[];
  readonly terms: ReadonlyMap<string, Term>;
  /** The terms that stand in a canonical text at an offset (0 where it isn't given), longest first. */
  readonly termsAt: (canonicalText: string, at?: number) => readonly Term[];
  /** The longest of them that has at least so many UTF-16 units, or null. */
  readonly termAt: (canonicalText: string, at: number, least: number) => Term | null;
  /** Whether a canonical text is a piece of any term. */
  readonly holds: (canonicalText: string) => boolean;
  /** The term that a canonical text misspells or cuts, or null where none or several are as near. */
  readonly nearest: (canonicalText: string) => Term | null;
}

const NEAR_MEMORY = 5000;
/** Shorter texts are misspelt forms of too many. */
const NEAR_LENGTH = 4;

/** The tables that any form has. */
export function tableIds(forms: Forms = standardForms()): readonly TableId[] {
  return [...forms.derived(vocabularies).keys()];
}

/** The vocabulary of a table; made once and held by the forms. */
export function vocabularyOf(id: TableId, forms: Forms = standardForms()): Vocabulary {
  return forms.derived(vocabularies).get(id) ?? makeVocabulary(id, []);
}

function vocabularies({ tables }: Forms): ReadonlyMap<TableId, Vocabulary> {
  const ids = new Set(tables.map(({ id }) => id));
  return new Map(
    [...ids].map((id) => [
      id,
      makeVocabulary(
        id,
        tables.filter((table) => table.id === id),
      ),
    ]),
  );
}

function makeVocabulary(id: TableId, definitions: readonly FormTable[]): Vocabulary {
  const terms = termsOf(definitions);
  const haystack = [...terms.keys()].join('\n');
  const beginning = byFirstCharacter(terms);
  return {
    table: id,
    definitions,
    terms,
    termAt: (text, at, least) =>
      beginning.get(text.charAt(at))?.find((term) => term.text.length >= least && text.startsWith(term.text, at)) ??
      null,
    termsAt: (text, at = 0) => (beginning.get(text.charAt(at)) ?? []).filter((term) => text.startsWith(term.text, at)),
    holds: (text) => haystack.includes(text),
    nearest: nearestIn(terms),
  };
}

function termsOf(definitions: readonly FormTable[]): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  const add = (spelling: string, official: string, role: Partial<Term>): void => {
    const text = canonical(spelling);
    if (text === '') return;
    const known = terms.get(text) ?? { text, official: canonical(official), isHead: false, group: null, row: null };
    const values = [...(known.row?.values ?? []), ...(role.row?.values ?? [])];
    terms.set(text, { ...known, ...role, row: role.row ? { ...role.row, values } : known.row });
  };
  for (const table of definitions) {
    for (const { line, block } of table.lines) addLine(line, block, add);
  }
  for (const table of definitions) {
    for (const column of table.columns)
      for (const spelling of knownLabels(column)) add(spelling, column.label, { isHead: true });
    for (const block of table.blocks)
      for (const spelling of knownCorners(block)) add(spelling, spelling, { isHead: true });
    for (const head of table.headLines.flat()) add(head, head, { isHead: true });
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
  for (const spelling of knownLabels(line)) add(spelling, line.label, role);
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
  const labels = labelSet([...terms.keys()].filter((text) => text.length >= NEAR_LENGTH));
  const isHeld = new Uint8Array(0x10000);
  for (const label of terms.keys()) for (let i = 0; i < label.length; i++) isHeld[label.charCodeAt(i)] = 1;
  // No misspelling changes more than a third of a label.
  const isForeign = (text: string): boolean => {
    let known = 0;
    for (let i = 0; i < text.length; i++) known += isHeld[text.charCodeAt(i)] ?? 0;
    return known < text.length / 2;
  };
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

function findNearest(text: string, labels: LabelSet, terms: ReadonlyMap<string, Term>): Term | null {
  const bare = terms.get(withoutNotes(text));
  if (bare && bare.text.length >= 2) return bare;
  const found = nearestLabels(text, labels).flatMap((label) => terms.get(label) ?? []);
  const [first] = found;
  return first && found.every((term) => term.official === first.official) ? first : null;
}
