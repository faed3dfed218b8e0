// What a clause that is understood means: the quantity that its number, denial or claim is about.

import { ownWords } from '../forms/clause-words.ts';
import type { Form } from '../forms/form.ts';
import type { Formula } from '../forms/formula.ts';
import {
  carriedFromLast,
  carriedToNext,
  closingRates,
  closingVerbs,
  type Quantity,
  quantityCounters,
  requestVerbs,
  surelyRequests,
  wholeWords,
} from '../forms/quantities.ts';
import type { Clause } from '../syntax/clause-grammar.ts';
import { type ClauseClass, type ClauseToken, is } from '../syntax/clause-tokens.ts';
import type { ClauseLexicon, ClauseWord } from './clause-lexicon.ts';
import type { Topic } from './mention-topic.ts';
import { added, formulasOf, inColumns, sameFormulas, shareFormulas, zeroFormulas } from './quantity-formulas.ts';

/** What a clause says of the cells; `topic` is what it leaves behind. */
export interface Meaning {
  readonly readings: readonly Formula[];
  readonly weak: boolean;
  readonly topic: Partial<Topic>;
}

/** What a clause is read with. */
export interface ClauseContext {
  readonly form: Form;
  readonly lexicon: ClauseLexicon;
  readonly topic: Topic;
  readonly inBrackets: boolean;
  /** Whether the sentence names requests that were withdrawn or are left for next year. */
  readonly leavesSome: boolean;
}

/** The meaning of a clause; null where it means no cell that is known. */
export function meaningOf(clause: Clause, context: ClauseContext): Meaning | null {
  switch (clause.kind) {
    case 'count':
    case 'none':
      return countOrNone(clause, context);
    case 'share':
      return shareMeaning(context);
    case 'rate':
      return rateMeaning(clause, context);
    case 'all':
      return wholeMeaning(clause, context);
  }
}

function countOrNone(clause: Clause, context: ClauseContext): Meaning | null {
  if (!hasRightCounter(clause)) return null;
  switch (clause.noun) {
    case 'carried':
      return carriedMeaning(clause, context);
    case 'outcome':
      return outcomeMeaning(clause, context);
    case 'applicant':
      return applicantMeaning(clause, context);
    case 'dispute':
      return disputeMeaning(clause, context);
    case 'result':
      return resultMeaning(clause, context);
    case 'document':
      return documentMeaning(clause, context);
    case 'decision':
      return decisionMeaning(clause, context);
    case 'fee':
      return simple(clause, context, 'fee', {});
    default:
      return clause.kind === 'none' ? denialMeaning(clause, context) : requestMeaning(clause, context);
  }
}

const COUNTED_AS = {
  request: 'requests',
  outcome: 'outcome',
  applicant: 'requests',
  carried: 'carried',
  dispute: 'disputes',
  result: 'disputes',
  document: 'documents',
  decision: 'decisions',
  fee: 'fees',
} as const;

function hasRightCounter({ noun, tokens }: Clause): boolean {
  const counter = tokens.find((token) => is(token, 'counter'))?.image;
  return counter === undefined || quantityCounters[COUNTED_AS[noun ?? 'request']].includes(counter);
}

/** 收到政府信息公开申请3件, 办结3件 */
function requestMeaning(clause: Clause, context: ClauseContext): Meaning | null {
  const { tokens } = clause;
  const { form, lexicon } = context;
  const number = tokens.findIndex((token) => is(token, 'number'));
  const verb = tokens.slice(0, number).findLast((token) => wordOf(lexicon, token)?.quantity && is(token, 'verb'));
  const quantity = (verb && wordOf(lexicon, verb)?.quantity) ?? requestVerbs[0]?.quantity;
  const speaks = verb ? verbSpeaks(clause, context) : nounSpeaks(clause, context);
  if (!quantity || !speaks || (has(tokens, 'including') && has(tokens, 'subject'))) return null;
  const columns = columnsNamed(lexicon, tokens);
  const narrow = isSome(columns) ? formulasOf(form, inColumns(quantity, columns)) : [];
  return {
    readings: [...formulasOf(form, quantity), ...narrow],
    weak: false,
    topic: { kind: 'request', requests: quantity, outcome: null },
  };
}

/** Whether a verb governs requests: those that it names, or those that the clauses before are about. */
function verbSpeaks({ tokens, noun }: Clause, { topic, inBrackets }: ClauseContext): boolean {
  if (inBrackets && !has(tokens, 'including')) return false;
  if (!has(tokens, 'request')) return noun !== 'request' && topic.kind === 'request' && topic.unbroken;
  return !isBare(tokens) || topic.strangers === 0 || topic.kind === 'request';
}

/** Whether a count without a verb is one of requests: 政府信息公开申请3件. */
function nounSpeaks({ tokens }: Clause, { lexicon, topic, inBrackets }: ClauseContext): boolean {
  const counter = tokens.find((token) => is(token, 'counter'))?.image;
  const first = tokens[0];
  if (inBrackets || topic.strangersHere > 0 || !has(tokens, 'request') || !first || is(first, 'number')) return false;
  if (has(tokens, 'person') || isSome(columnsNamed(lexicon, tokens)) || isBare(tokens)) return false;
  return counter === undefined || surelyRequests.includes(counter);
}

/** Whether columns of applicants are some of them and not all. */
function isSome(columns: readonly string[]): boolean {
  return columns.length > 0 && columns.length < ALL_APPLICANTS;
}

const ALL_APPLICANTS = 6;

/** Whether the requests aren’t said to be for information: 收到申请3件. */
function isBare(tokens: readonly ClauseToken[]): boolean {
  return (
    !has(tokens, 'info') && tokens.filter((token) => is(token, 'request')).every(({ image }) => !image.includes('公开'))
  );
}

/** 未收到政府信息公开申请 */
function denialMeaning({ tokens }: Clause, { form, lexicon, topic }: ClauseContext): Meaning | null {
  const received = requestVerbs[1]?.quantity;
  if (!received || !has(tokens, 'request') || has(tokens, 'including')) return null;
  if (isBare(tokens) && topic.strangers > 0 && topic.kind !== 'request') return null;
  const columns = columnsNamed(lexicon, tokens);
  const isAll = columns.length === 0 || columns.includes('person') || has(tokens, 'person');
  const quantity = isAll ? received : inColumns(received, columns);
  return {
    readings: formulasOf(form, quantity),
    weak: false,
    topic: { kind: 'request', requests: received, outcome: null },
  };
}

/** 上年结转3件, 结转下年度继续办理3件 */
function carriedMeaning({ tokens, kind }: Clause, { form, topic }: ClauseContext): Meaning | null {
  const [last, next] = [has(tokens, 'last'), has(tokens, 'next')];
  const known = topic.kind === 'request' || has(tokens, 'request') || topic.strangers === 0;
  if (last === next || !known || (kind === 'none' && last)) return null;
  return {
    readings: formulasOf(form, last ? carriedFromLast : carriedToNext),
    weak: false,
    topic: { kind: 'request', outcome: null },
  };
}

/** 予以公开3件, 予以公开及部分公开3件 */
function outcomeMeaning({ tokens, kind }: Clause, { form, lexicon, topic }: ClauseContext): Meaning | null {
  if (kind === 'none') return null;
  const fresh = topic.kind === null && topic.strangers === 0 && !has(tokens, 'info');
  if (topic.kind !== 'request' && !fresh) return null;
  const opened = tokens.some((token) => is(token, 'verb') && !isClosing(wordOf(lexicon, token)));
  if (opened) return null;
  const reason = tokens.findIndex((token) => is(token, 'reason'));
  const numberFirst =
    tokens.findIndex((token) => is(token, 'number')) < tokens.findIndex((token) => is(token, 'outcome'));
  const heads = tokens.slice(reason + 1).filter((token) => is(token, 'outcome'));
  const words = heads.flatMap((token) => wordOf(lexicon, token) ?? []);
  if (heads.length > 1 && !has(tokens.slice(reason + 1), 'and')) return null;
  const quantity = added(words.flatMap((word) => word.quantity ?? []));
  if (!quantity) return null;
  return {
    readings: formulasOf(form, quantity),
    weak: words.some(({ weak }) => weak) || numberFirst,
    topic: { kind: 'request', outcome: quantity },
  };
}

/** 其中自然人3件 */
function applicantMeaning({ tokens, kind }: Clause, { form, lexicon, topic }: ClauseContext): Meaning | null {
  const columns = columnsNamed(lexicon, tokens);
  if (kind === 'none' || topic.kind !== 'request' || !topic.requests || columns.length === 0) return null;
  return { readings: formulasOf(form, inColumns(topic.requests, columns)), weak: false, topic: {} };
}

/** 行政复议3件, 未发生行政复议、行政诉讼 */
function disputeMeaning({ tokens }: Clause, { form, lexicon, topic, inBrackets }: ClauseContext): Meaning | null {
  const heads = tokens.filter((token) => is(token, 'dispute'));
  const quantity = added(heads.flatMap((token) => wordOf(lexicon, token)?.quantity ?? []));
  const verb = tokens.find((token) => is(token, 'verb'));
  const aboutInformation =
    has(tokens, 'info') || has(tokens, 'request') || topic.kind === 'request' || topic.kind === 'dispute';
  const subject = tokens.find((token) => is(token, 'subject'))?.image ?? '';
  const others = verb !== undefined && subject !== '' && !ownWords.some((word) => subject.startsWith(word));
  if (!quantity || inBrackets || (others && !has(tokens, 'info'))) return null;
  if (!aboutInformation && (verb || topic.strangers > 0)) return null;
  const rows = quantity.readings[0] ?? [];
  return {
    readings: formulasOf(form, quantity),
    weak: false,
    topic: { kind: 'dispute', rows, disputed: [...topic.disputed, ...rows], outcome: null },
  };
}

/** 其中结果维持3件 */
function resultMeaning({ tokens, kind }: Clause, { form, lexicon, topic }: ClauseContext): Meaning | null {
  const columns = tokens.flatMap((token) => (is(token, 'result') ? (wordOf(lexicon, token)?.columns ?? []) : []));
  if (kind === 'none' || topic.kind !== 'dispute' || columns.length !== 1 || has(tokens, 'dispute')) return null;
  const quantity = { table: 'disputes', readings: [topic.rows], columns };
  return { readings: formulasOf(form, quantity), weak: false, topic: {} };
}

/** 制发行政规范性文件3件, 废止3件, 现行有效3件 */
function documentMeaning({ tokens, kind }: Clause, { form, lexicon, topic }: ClauseContext): Meaning | null {
  const verbs = tokens.filter((token) => is(token, 'documentVerb'));
  const nouns = tokens.filter((token) => is(token, 'document'));
  const rows = nouns.flatMap((token) => wordOf(lexicon, token)?.quantity?.readings[0] ?? []);
  const columns = verbs.flatMap((token) => wordOf(lexicon, token)?.columns ?? []);
  const known = rows.length > 0 ? rows : topic.kind === 'document' && topic.unbroken ? topic.rows : [];
  const published = has(tokens, 'publishVerb');
  if (known.length !== 1 || columns.length + Number(published) !== 1) return null;
  const quantity = { table: 'disclosure', readings: [known], columns: published ? ['made'] : columns };
  if (kind === 'none' && published) return null;
  return { readings: formulasOf(form, quantity), weak: published, topic: { kind: 'document', rows: known } };
}

/** 作出行政处罚决定3件 */
function decisionMeaning(clause: Clause, context: ClauseContext): Meaning | null {
  const decides = has(clause.tokens, 'decisionVerb') || (context.topic.kind === 'decision' && context.topic.deciding);
  return decides ? simple(clause, context, 'decision', { kind: 'decision', deciding: true }) : null;
}

function simple(
  { tokens }: Clause,
  { form, lexicon }: ClauseContext,
  name: ClauseClass,
  topic: Partial<Topic>,
): Meaning | null {
  const heads = tokens.filter((token) => is(token, name));
  const quantity = heads.length === 1 && heads[0] ? wordOf(lexicon, heads[0])?.quantity : null;
  return quantity ? { readings: formulasOf(form, quantity), weak: false, topic } : null;
}

/** 占3.5%, of the answers named before. */
function shareMeaning({ form, topic }: ClauseContext): Meaning | null {
  const closed = closedQuantity();
  if (!topic.outcome || topic.kind !== 'request' || !closed) return null;
  return { readings: shareFormulas(form, topic.outcome, closed), weak: false, topic: {} };
}

/** 办结率100% */
function rateMeaning({ tokens }: Clause, { form, topic, leavesSome }: ClauseContext): Meaning | null {
  const rate = tokens.find((token) => is(token, 'rate'))?.image ?? '';
  const value = tokens.find((token) => is(token, 'percent'))?.payload.value;
  if (value !== 100 || topic.kind !== 'request' || !topic.unbroken || leavesSome) return null;
  return { readings: zeroFormulas(form, carriedToNext), weak: !closingRates.includes(rate), topic: {} };
}

/** 全部办结, 均为自然人申请, 均获维持 */
function wholeMeaning(clause: Clause, context: ClauseContext): Meaning | null {
  const { tokens } = clause;
  const { form, lexicon, topic, leavesSome } = context;
  if (has(tokens, 'keep')) return keptMeaning(context);
  const columns = columnsNamed(lexicon, tokens);
  if (topic.kind !== 'request' || !topic.unbroken) return null;
  if (columns.length > 0 && !has(tokens, 'verb')) {
    const { requests } = topic;
    if (!requests || columns.length > 5) return null;
    return { readings: sameFormulas(form, inColumns(requests, columns), requests), weak: false, topic: {} };
  }
  const closes = tokens.some(({ image }) => closingVerbs.includes(image));
  if (!closes) return null;
  const strong = tokens.some(({ image }) => wholeWords.includes(image)) && !has(tokens, 'onTime') && !leavesSome;
  return { readings: zeroFormulas(form, carriedToNext), weak: !strong, topic: {} };
}

function keptMeaning({ form, topic }: ClauseContext): Meaning | null {
  if (topic.kind !== 'dispute' || !topic.unbroken) return null;
  const quantity: Quantity = { table: 'disputes', readings: [topic.disputed], columns: ['corrected', 'other'] };
  return { readings: zeroFormulas(form, quantity), weak: false, topic: {} };
}

function closedQuantity(): Quantity | undefined {
  return requestVerbs.at(-1)?.quantity;
}

function columnsNamed(lexicon: ClauseLexicon, tokens: readonly ClauseToken[]): readonly string[] {
  const named = tokens.flatMap((token) => (is(token, 'applicant') ? (wordOf(lexicon, token)?.columns ?? []) : []));
  return [...new Set(named)];
}

function wordOf(lexicon: ClauseLexicon, token: ClauseToken): ClauseWord | null {
  return lexicon.words.get(token.image) ?? null;
}

function has(tokens: readonly ClauseToken[], name: ClauseClass): boolean {
  return tokens.some((token) => is(token, name));
}

/** Whether a verb is one of answering, which the kinds of answers may follow. */
function isClosing(word: ClauseWord | null): boolean {
  return word?.quantity?.readings.some((rows) => rows === closedQuantity()?.readings[0]) ?? false;
}
