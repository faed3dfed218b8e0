// What a clause that is understood means: the quantity that its number, denial or claim is about.
import { applicantNames } from '../forms/clause-words.ts';
import { type Quantity, quantityCounters } from '../forms/quantities.ts';
import {
  carriedFromLast,
  carriedToNext,
  organizationColumns,
  requestVerbs,
  surelyRequests,
} from '../forms/request-quantities.ts';
import type { Clause } from '../syntax/clause-grammar.ts';
import { type ClauseToken, is } from '../syntax/clause-tokens.ts';
import { rateMeaning, shareMeaning, wholeMeaning } from './claim-meaning.ts';
import {
  type ClauseContext,
  closedQuantity,
  columnsNamed,
  has,
  isClosing,
  type Meaning,
  wordOf,
} from './clause-context.ts';
import { isBare, isOfOrganizations, isOfOthers, isOtherMatter, isPlain, isSubordinate } from './clause-subjects.ts';
import { added, formulasOf, inColumns } from './quantity-formulas.ts';
import { decisionMeaning, disputeMeaning, documentMeaning, resultMeaning, simple } from './table-meaning.ts';

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
  const { form, lexicon, topic, hasRest } = context;
  const number = tokens.findIndex((token) => is(token, 'number'));
  const verb = tokens.slice(0, number).findLast((token) => wordOf(lexicon, token)?.quantity && is(token, 'verb'));
  const quantity = (verb && wordOf(lexicon, verb)?.quantity) ?? requestVerbs[0]?.quantity;
  const speaks = verb ? verbSpeaks(clause, context) : nounSpeaks(clause, context);
  if (!quantity || !speaks || (has(tokens, 'including') && has(tokens, 'subject'))) return null;
  if (isOfOthers(tokens, context) || closesNew(clause, context)) return null;
  const named = columnsNamed(lexicon, tokens);
  const unsure = named.length === 0 && isOfOrganizations(tokens);
  const columns = unsure ? [[organizationColumns[0] ?? ''], organizationColumns] : isSome(named) ? [named] : [];
  const narrow = columns.flatMap((each) => formulasOf(form, inColumns(quantity, each)));
  const rest = quantity === closedQuantity() && (hasRest || topic.requests === carriedFromLast);
  return {
    readings: [...formulasOf(form, quantity), ...narrow],
    weak: rest || unsure,
    topic: { kind: 'request', requests: quantity, outcome: null },
  };
}

/** 办结新收申请3件: those of one year that were closed. */
function closesNew({ tokens }: Clause, { lexicon }: ClauseContext): boolean {
  const closed = closedQuantity();
  const verbs = tokens.filter((token) => is(token, 'verb')).map((token) => wordOf(lexicon, token)?.quantity);
  return verbs.includes(closed) && verbs.some((quantity) => quantity?.readings.length === 1 && quantity !== closed);
}

/** Whether a verb governs requests: those that it names, or those that the clauses before are about. */
function verbSpeaks({ tokens, noun }: Clause, { topic, inBrackets }: ClauseContext): boolean {
  if (inBrackets && !has(tokens, 'including')) return false;
  if (!has(tokens, 'request')) {
    return noun !== 'request' && topic.kind === 'request' && topic.unbroken && !tokens.some(isOtherMatter);
  }
  return !isBare(tokens) || (isPlain(tokens) && (topic.kind === 'request' || topic.strangers === 0));
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

/** 未收到政府信息公开申请 */
function denialMeaning({ tokens }: Clause, context: ClauseContext): Meaning | null {
  const { form, lexicon, topic } = context;
  const received = requestVerbs[1]?.quantity;
  const throughAll = topic.kind === 'request' && has(tokens, 'ways') && channelsOf(tokens) > 1;
  if (!received || !(has(tokens, 'request') || throughAll) || has(tokens, 'including')) return null;
  if (isOfOthers(tokens, context) || tokens.some(isSubordinate)) return null;
  if (isBare(tokens) && topic.strangers > 0 && topic.kind !== 'request') return null;
  if (channelsOf(tokens) === 1) return null;
  const columns = columnsNamed(lexicon, tokens);
  const isAll = columns.length === 0 || columns.includes('person') || has(tokens, 'person');
  const quantity = isAll ? received : inColumns(received, columns);
  return {
    readings: formulasOf(form, quantity),
    weak: false,
    topic: { kind: 'request', requests: received, outcome: null },
  };
}

/** How many ways to apply are named: of one alone nothing is said of the others. */
function channelsOf(tokens: readonly ClauseToken[]): number {
  return tokens.filter((token) => is(token, 'channel')).length;
}

/** 上年结转3件, 结转下年度继续办理3件; 结转3件 may be either. */
function carriedMeaning({ tokens, kind }: Clause, { form, lexicon, topic }: ClauseContext): Meaning | null {
  const [last, next] = [has(tokens, 'last'), has(tokens, 'next')];
  const known = topic.kind === 'request' || has(tokens, 'request') || topic.strangers === 0;
  const either = !last && !next && kind === 'count' && topic.kind === 'request' && topic.unbroken;
  if ((last === next && !either) || !known || (kind === 'none' && last)) return null;
  if (last && tokens.some((token) => wordOf(lexicon, token)?.quantity === closedQuantity())) return null;
  return {
    readings: [
      ...formulasOf(form, last ? carriedFromLast : carriedToNext),
      ...(either ? formulasOf(form, carriedFromLast) : []),
    ],
    weak: false,
    topic: { kind: 'request', outcome: null, requests: topic.requests ?? (last ? carriedFromLast : null) },
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
  const parted = heads.length < 2 || has(tokens.slice(reason + 1), 'and');
  const within = parted ? [] : withinGroup(words.flatMap((word) => word.quantity ?? []));
  if (!parted && within.length === 0) return null;
  const quantity = parted ? added(words.flatMap((word) => word.quantity ?? [])) : within[0];
  if (!quantity) return null;
  return {
    readings: parted ? formulasOf(form, quantity) : within.flatMap((each) => formulasOf(form, each)),
    weak: words.some(({ weak }) => weak) || numberFirst,
    topic: { kind: 'request', outcome: quantity },
  };
}

/** 属于行政查询事项不予公开: a row and the group that it stands in, of which either may be counted; nothing where it is no such pair. */
function withinGroup(quantities: readonly Quantity[]): readonly Quantity[] {
  const [row, group, ...others] = quantities;
  const [rows, groups] = [row?.readings[0] ?? [], group?.readings[0] ?? []];
  const stem = groups.length === 1 && groups[0]?.endsWith('.*') ? groups[0].slice(0, -1) : null;
  if (!row || !group || others.length > 0 || stem === null || !rows.every((id) => id.startsWith(stem))) return [];
  return [row, group];
}

/** 其中自然人3件 */
function applicantMeaning({ tokens, kind }: Clause, { form, lexicon, topic }: ClauseContext): Meaning | null {
  const columns = columnsNamed(lexicon, tokens);
  const ofAll = tokens.some(({ image }) => applicantNames.includes(image)) && topic.strangers === 0;
  const requests = topic.kind === 'request' && topic.requests ? topic.requests : ofAll && requestVerbs[0]?.quantity;
  if (kind === 'none' || !requests || columns.length === 0) return null;
  return {
    readings: formulasOf(form, inColumns(requests, columns)),
    weak: false,
    topic: ofAll ? { kind: 'request', requests } : {},
  };
}
