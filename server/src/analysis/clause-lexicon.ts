// The words of clauses that say a quantity, of one form, with what each may be.
import { clauseWords } from '../forms/clause-words.ts';
import {
  decisionVerbs,
  decisionWords,
  documentColumns,
  documentWords,
  feeWords,
  publishVerbs,
} from '../forms/disclosure-quantities.ts';
import { disputeWords, resultColumns } from '../forms/dispute-quantities.ts';
import type { Form } from '../forms/form.ts';
import type { Quantity, QuantityWords } from '../forms/quantities.ts';
import { applicantColumns, outcomeWords, requestVerbs } from '../forms/request-quantities.ts';
import { type Clause, ClauseGrammar } from '../syntax/clause-grammar.ts';
import { type ClauseClass, type ClauseToken, ClauseVocabulary, type Piece } from '../syntax/clause-tokens.ts';
import { anyOf } from '../text/any-of.ts';
import { type TextMemory, textMemory } from '../text/text-memory.ts';

/** What a word may be, and the cells that it means. */
export interface ClauseWord {
  readonly classes: readonly ClauseClass[];
  readonly quantity: Quantity | null;
  /** The columns that it chooses. */
  readonly columns: readonly string[];
  readonly weak: boolean;
}

export interface ClauseLexicon {
  readonly words: ReadonlyMap<string, ClauseWord>;
  /** The longest word at a place of a text; sticky. */
  readonly word: RegExp;
  readonly vocabulary: ClauseVocabulary;
  /** The clause that tokens make; null where no production covers them all. */
  readonly read: (tokens: readonly ClauseToken[]) => Clause | null;
  /** What stretches of prose are made of, by their text. */
  readonly recall: TextMemory<readonly Piece[]>;
}

/** The words that a form and its tables know; made once for each form. */
export function clauseLexicon(form: Form): ClauseLexicon {
  return form.derived(makeLexicon);
}

/** Shorter labels of rows stand for too much. */
const SHORTEST_LABEL = 4;

function makeLexicon(form: Form): ClauseLexicon {
  const words = new Map<string, ClauseWord>();
  const add = (word: string, name: ClauseClass, rest: Partial<ClauseWord> = {}) => {
    const known = words.get(word) ?? { classes: [], quantity: null, columns: [], weak: false };
    const classes = known.classes.includes(name) ? known.classes : [...known.classes, name];
    words.set(word, { ...known, ...rest, classes });
  };
  for (const [name, list] of Object.entries(clauseWords)) for (const word of list) add(word, name as ClauseClass);
  for (const [name, list] of quantityLists)
    for (const { words: all, quantity, weak } of list)
      for (const word of all) add(word, name, { quantity, weak: weak ?? false });
  for (const [name, list] of columnLists)
    for (const { words: all, columns } of list) for (const word of all) add(word, name, { columns });
  for (const word of decisionVerbs) add(word, 'decisionVerb');
  for (const word of publishVerbs) add(word, 'publishVerb');
  for (const [label, quantity] of labelledOutcomes(form)) if (!words.has(label)) add(label, 'outcome', { quantity });
  const vocabulary = new ClauseVocabulary([...words.values()].map(({ classes }) => classes));
  return {
    words,
    word: new RegExp(anyOf([...words.keys()]), 'y'),
    vocabulary,
    read: remembering(new ClauseGrammar(vocabulary)),
    recall: textMemory(),
  };
}

/** What the grammar reads, remembered by the classes of the words: it looks at nothing else. */
function remembering(grammar: ClauseGrammar): ClauseLexicon['read'] {
  const recall = textMemory<Omit<Clause, 'tokens'> | null>();
  return (tokens) => {
    const classes = tokens.map(({ tokenTypeIdx }) => tokenTypeIdx).join(' ');
    const said = recall(classes, () => {
      const read = grammar.read(tokens);
      return read && { kind: read.kind, noun: read.noun };
    });
    return said && { ...said, tokens };
  };
}

const quantityLists: readonly (readonly [ClauseClass, readonly QuantityWords[]])[] = [
  ['verb', requestVerbs],
  ['outcome', outcomeWords],
  ['dispute', disputeWords],
  ['document', documentWords],
  ['decision', decisionWords],
  ['fee', feeWords],
];

const columnLists: readonly (readonly [
  ClauseClass,
  readonly { readonly words: readonly string[]; readonly columns: readonly string[] }[],
])[] = [
  ['applicant', applicantColumns],
  ['result', resultColumns],
  ['documentVerb', documentColumns],
];

/** The labels of the rows that answers are counted in, each with its row. */
function labelledOutcomes(form: Form): readonly (readonly [string, Quantity])[] {
  const rows = (form.table('requests')?.rows ?? []).filter(({ groups }) => groups.length > 1);
  return rows.flatMap(({ row }) =>
    [row.label, ...row.aliases]
      .map((label) => label.replace(/^(?:\d+[.．]|[（(].{1,2}[）)])/, '').replace(/[（(].*$/, ''))
      .filter((label) => label.length >= SHORTEST_LABEL)
      .map((label): readonly [string, Quantity] => [
        label,
        { table: 'requests', readings: [[row.id]], columns: ['total'] },
      ]),
  );
}
