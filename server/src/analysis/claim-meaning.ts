// What shares, rates and claims of a whole mean.
import type { Quantity } from '../forms/quantities.ts';
import { carriedToNext, closingRates, closingVerbs, wholeWords } from '../forms/request-quantities.ts';
import type { Clause } from '../syntax/clause-grammar.ts';
import { type ClauseToken, is } from '../syntax/clause-tokens.ts';
import { type ClauseContext, closedQuantity, columnsNamed, has, type Meaning, mayBeClosed } from './clause-context.ts';
import { isBare, isPlain } from './clause-subjects.ts';
import type { Topic } from './mention-topic.ts';
import { inColumns, sameFormulas, shareFormulas, zeroFormulas } from './quantity-formulas.ts';

/** 占3.5%, of the answers named before. */
export function shareMeaning({ form, topic }: ClauseContext): Meaning | null {
  const closed = closedQuantity();
  if (!topic.outcome || topic.kind !== 'request' || !closed) return null;
  return { readings: shareFormulas(form, topic.outcome, closed), weak: false, topic: {} };
}

/** 办结率100% */
export function rateMeaning({ tokens }: Clause, { form, topic, leavesSome }: ClauseContext): Meaning | null {
  const rate = tokens.find((token) => is(token, 'rate'))?.image ?? '';
  const value = tokens.find((token) => is(token, 'percent'))?.payload.value;
  if (value !== 100 || !aboutRequests(tokens, topic) || leavesSome) return null;
  return { readings: zeroFormulas(form, carriedToNext), weak: !closingRates.includes(rate), topic: {} };
}

/** 全部办结, 均为自然人申请, 均获维持 */
export function wholeMeaning(clause: Clause, context: ClauseContext): Meaning | null {
  const { tokens } = clause;
  const { form, lexicon, topic, leavesSome } = context;
  if (has(tokens, 'keep')) return keptMeaning(context);
  const columns = columnsNamed(lexicon, tokens);
  if (!aboutRequests(tokens, topic)) return null;
  if (columns.length > 0 && !has(tokens, 'verb')) {
    const { requests } = topic;
    if (!requests || columns.length > 5) return null;
    return { readings: sameFormulas(form, inColumns(requests, columns), requests), weak: false, topic: {} };
  }
  const closes = tokens.some(({ image }) => closingVerbs.includes(image));
  if (!closes) return null;
  const isOfClosed = mayBeClosed(topic.requests) && !has(tokens, 'request');
  const ofAll = tokens.some(({ image }) => wholeWords.includes(image)) && !isOfClosed;
  const strong = ofAll && !has(tokens, 'onTime') && !leavesSome;
  return { readings: zeroFormulas(form, carriedToNext), weak: !strong, topic: {} };
}

function keptMeaning({ form, topic }: ClauseContext): Meaning | null {
  if (topic.kind !== 'dispute' || !topic.unbroken) return null;
  const quantity: Quantity = { table: 'disputes', readings: [topic.disputed], columns: ['corrected', 'other'] };
  return { readings: zeroFormulas(form, quantity), weak: false, topic: {} };
}

/** Whether a claim names requests, or speaks of those of the clauses before. */
function aboutRequests(tokens: readonly ClauseToken[], topic: Topic): boolean {
  if (topic.kind === 'request' && topic.unbroken) return true;
  if (isBare(tokens) && !isPlain(tokens)) return false;
  return has(tokens, 'request') && (topic.informed || topic.strangers === 0);
}
