// The words of the forms, as they are looked for in a stream: labels of rows and groups, heads of columns, titles of parts.
import type { SectionDefinition } from '../forms/edition.ts';
import type { FormLine, Forms, FormTable } from '../forms/form.ts';
import { knownCorners, knownLabels } from '../forms/labels.ts';
import { type LabelSet, labelSet } from '../text/nearest-label.ts';
import { ordinalOf } from '../text/ordinals.ts';
import { LABEL } from './costs.ts';
import { spelt } from './stream.ts';
import { Trie } from './trie.ts';

/** A label or head of one table. */
export interface Term {
  /** The index of its table among those of the forms. */
  readonly table: number;
  /** The index of the row or group among the table's lines; -1 for a head. */
  readonly line: number;
  readonly cost: number;
}

/** A table of a form, with what a search asks of it. */
export interface SearchTable {
  readonly table: FormTable;
  readonly lines: readonly FormLine[];
  /** The number of the part that holds it; 0 where the form prescribes none. */
  readonly ordinal: number;
  /** How many values each line has; 0 for a group. */
  readonly counts: readonly number[];
  /** How many rows stand before each line. */
  readonly rowsBefore: readonly number[];
  /** The spelt labels that a misspelt one may be meant for. */
  readonly labels: ReadonlyMap<string, Term>;
  readonly labelSet: LabelSet;
}

/** All words of the forms. */
export interface Terms {
  readonly tables: readonly SearchTable[];
  readonly labels: Trie<Term>;
  readonly titles: Trie<SectionDefinition>;
}

/** The words of the forms; made once and held by them. */
export function termsOf(forms: Forms): Terms {
  return forms.derived(compile);
}

const ORDINAL_MARKS = ['.', ',', ''];
const SHORT_LABEL = 3;

function compile(forms: Forms): Terms {
  const labels = new Trie<Term>();
  const tables = forms.tables.map((table, index) => searchTable(table, index, ordinalOfPart(table, forms), labels));
  return { tables, labels, titles: titlesOf(forms) };
}

function ordinalOfPart({ section }: FormTable, { all }: Forms): number {
  return all.flatMap((form) => form.section(section)?.ordinal ?? [])[0] ?? 0;
}

function searchTable(table: FormTable, index: number, ordinal: number, trie: Trie<Term>): SearchTable {
  const known = new Map<string, Term>();
  const add = (text: string, line: number, cost: number): void => {
    const spelling = spelt(text);
    const key = `${line} ${spelling}`;
    if (spelling === '' || known.has(key)) return;
    const term = { table: index, line, cost };
    known.set(key, term);
    trie.add(spelling, term);
  };
  const { lines } = table;
  const printed = new Set(table.headLines.flat().map(spelt));
  lines.forEach(({ line }, i) => {
    for (const label of knownLabels(line))
      addSpellings(label, line.label, (text, cost) =>
        add(text, i, cost + (printed.has(spelt(text)) ? LABEL.alsoHead : 0)),
      );
  });
  const heads = [
    ...table.columns.flatMap(knownLabels),
    ...table.blocks.flatMap(knownCorners),
    ...table.headLines.flat(),
  ];
  for (const head of heads) add(head, -1, LABEL.head);
  const counts = lines.map(({ line, block }) => (line.kind === 'row' ? block.columns.length : 0));
  const labels = new Map(
    [...known].flatMap(([key, term]): [string, Term][] =>
      term.line < 0 ? [] : [[key.slice(key.indexOf(' ') + 1), term]],
    ),
  );
  return {
    table,
    lines,
    ordinal,
    counts,
    rowsBefore: lines.map((_, i) => counts.slice(0, i).filter((count) => count > 0).length),
    labels,
    labelSet: labelSet(labels.keys()),
  };
}

/** A label as it is, and with its number written otherwise. */
function addSpellings(label: string, official: string, add: (text: string, cost: number) => void): void {
  const ordinal = ordinalOf(label);
  if (!ordinal) {
    const lacks = ordinalOf(official) !== null;
    add(label, LABEL.line + (lacks ? (label.length < SHORT_LABEL ? LABEL.shortNoOrdinal : LABEL.noOrdinal) : 0));
    return;
  }
  add(label, LABEL.line);
  if (ordinal.level === 2) return;
  const bare = label.slice(ordinal.mark.length);
  for (const mark of ORDINAL_MARKS) add(`${ordinal.name}${mark}${bare}`, LABEL.line + LABEL.otherMark);
}

function titlesOf(forms: Forms): Trie<SectionDefinition> {
  const trie = new Trie<SectionDefinition>();
  const seen = new Set<string>();
  for (const { sections } of forms.all) {
    for (const section of sections) {
      for (const title of [section.title, ...section.variants]) {
        const spelling = spelt(title);
        const key = `${section.id} ${spelling}`;
        if (seen.has(key)) continue;
        seen.add(key);
        trie.add(spelling, section);
      }
    }
  }
  return trie;
}
