// Names of bodies in prose: of the one that reports, or of others.
import { bodyTopics, clauseWords, namelessWords, ownWords } from '../forms/clause-words.ts';
import { decisionVerbs, documentColumns } from '../forms/disclosure-quantities.ts';
import { requestVerbs } from '../forms/request-quantities.ts';
import type { Words } from '../forms/words.ts';
import type { ClauseClass } from '../syntax/clause-tokens.ts';
import { anyOf } from '../text/any-of.ts';
import type { ClauseLexicon } from './clause-lexicon.ts';

const LONGEST_BODY = 16;

/** The length of a body's name that stands here before what it did, whatever words it is made of; 0 for none. */
export function bodyAt(plain: string, at: number, words: Words): number {
  const pattern = words.derived(bodyPattern);
  pattern.lastIndex = at;
  const name = pattern.exec(plain)?.[0] ?? '';
  return NO_BODY.test(name) ? 0 : name.length;
}

const NO_BEGINNING: readonly ClauseClass[] = [
  'all',
  'adverb',
  'deny',
  'time',
  'verb',
  'including',
  'particle',
  'link',
  'mark',
];

/** Whether no word of the lexicon stands here that a name can’t begin with. */
export function mayBeginBody(plain: string, at: number, { word, words }: ClauseLexicon): boolean {
  word.lastIndex = at;
  const classes = words.get(word.exec(plain)?.[0] ?? '')?.classes ?? [];
  return !NO_BEGINNING.some((name) => classes.includes(name));
}

/** What a name may hold that ends as bodies' do: 登记 and 信访 are what some are called after. */
const NO_BODY = new RegExp(
  anyOf([...clauseWords.other.filter((word) => !bodyTopics.includes(word)), ...namelessWords]),
);

/** A name that ends as those of bodies do, before what is said of it; sticky. */
function bodyPattern({ bodyEndings }: Words): RegExp {
  const said = [
    ...[...clauseWords.time, ...clauseWords.adverb, ...clauseWords.deny, ...decisionVerbs],
    ...[...requestVerbs, ...documentColumns].flatMap(({ words }) => words),
  ];
  return new RegExp(`[\\u4e00-\\u9fff]{1,${LONGEST_BODY}}?${anyOf(bodyEndings)}(?=${anyOf(said)}|20\\d\\d)`, 'y');
}

/** A name that ends as those of bodies do, or a word of the one that reports. */
export function unknownClass(text: string, words: Words): ClauseClass {
  if (NO_BODY.test(text)) return 'unknown';
  const own = ownWords.some((word) => text.startsWith(word)) && text.length <= LONGEST_BODY;
  return own || (text.length <= LONGEST_BODY && words.endsAsBody(text)) ? 'subject' : 'unknown';
}
