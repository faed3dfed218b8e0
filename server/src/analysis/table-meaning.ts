// What counts and denials of disputes, documents, decisions and fees mean.
import { surelyDecisions } from '../forms/disclosure-quantities.ts';
import { anyLawsuits } from '../forms/dispute-quantities.ts';
import type { Quantity } from '../forms/quantities.ts';
import type { Clause } from '../syntax/clause-grammar.ts';
import { type ClauseClass, is } from '../syntax/clause-tokens.ts';
import { type ClauseContext, has, type Meaning, wordOf } from './clause-context.ts';
import { isForInformation, isOwn } from './clause-subjects.ts';
import type { Topic } from './mention-topic.ts';
import { added, formulasOf } from './quantity-formulas.ts';

/** 行政复议3件, 未发生行政复议、行政诉讼 */
export function disputeMeaning(
  { tokens, kind }: Clause,
  { form, lexicon, topic, inBrackets }: ClauseContext,
): Meaning | null {
  const heads = tokens.filter((token) => is(token, 'dispute'));
  const quantity = added(headsMeant(heads.flatMap((token) => wordOf(lexicon, token)?.quantity ?? [])));
  const verb = tokens.find((token) => is(token, 'verb'));
  const aboutInformation =
    has(tokens, 'info') ||
    (verb ? tokens.some(isForInformation) : has(tokens, 'request')) ||
    (!verb && (topic.kind === 'request' || topic.kind === 'dispute' || topic.informed));
  const subject = tokens.find((token) => is(token, 'subject'));
  const others = verb !== undefined && subject !== undefined && !isOwn(subject);
  if (!quantity || inBrackets || (others && !has(tokens, 'info'))) return null;
  if (kind === 'count' && has(tokens, 'including')) return null;
  if (!aboutInformation && (verb || topic.strangers > 0 || (kind === 'count' && subject !== undefined))) return null;
  const named = has(tokens, 'info') || has(tokens, 'request');
  if (kind === 'count' && !named && heads.every(({ image }) => anyLawsuits.includes(image))) return null;
  const rows = quantity.readings[0] ?? [];
  return {
    readings: formulasOf(form, quantity),
    weak: false,
    topic: { kind: 'dispute', rows, disputed: [...topic.disputed, ...rows], outcome: null },
  };
}

/** 行政诉讼未经复议直接起诉: the last of them, where it is a part of those before. */
function headsMeant(quantities: readonly Quantity[]): readonly Quantity[] {
  const last = quantities.at(-1);
  const rows = last?.readings[0] ?? [];
  const isPart = (whole: Quantity) => {
    const all = whole.readings[0] ?? [];
    return all.length > rows.length && rows.every((row) => all.includes(row));
  };
  return last && quantities.slice(0, -1).some(isPart) ? [last] : quantities;
}

/** 其中结果维持3件 */
export function resultMeaning({ tokens, kind }: Clause, { form, lexicon, topic }: ClauseContext): Meaning | null {
  const columns = tokens.flatMap((token) => (is(token, 'result') ? (wordOf(lexicon, token)?.columns ?? []) : []));
  if (kind === 'none' || topic.kind !== 'dispute' || columns.length !== 1 || has(tokens, 'dispute')) return null;
  const quantity = { table: 'disputes', readings: [topic.rows], columns };
  return { readings: formulasOf(form, quantity), weak: false, topic: {} };
}

/** 制发行政规范性文件3件, 废止3件, 现行有效3件 */
export function documentMeaning(
  { tokens, kind }: Clause,
  { form, lexicon, topic, sharedColumns }: ClauseContext,
): Meaning | null {
  const verbs = tokens.filter((token) => is(token, 'documentVerb'));
  const nouns = tokens.filter((token) => is(token, 'document'));
  const rows = nouns.flatMap((token) => wordOf(lexicon, token)?.quantity?.readings[0] ?? []);
  const columns = verbs.flatMap((token) => wordOf(lexicon, token)?.columns ?? []);
  const known = rows.length > 0 ? rows : topic.kind === 'document' && topic.unbroken ? topic.rows : [];
  const published = has(tokens, 'publishVerb');
  const made = columns.length > 0 || !published ? columns : ['made'];
  if (known.length !== 1 || made.length === 0 || (kind === 'none' ? published : made.length > 1)) return null;
  const quantity = { table: 'disclosure', readings: [known], columns: made };
  return {
    readings: formulasOf(form, quantity),
    weak: published || columns.some((column) => sharedColumns.includes(column)),
    topic: { kind: 'document', rows: known },
  };
}

/** 作出行政处罚决定3件 */
export function decisionMeaning(clause: Clause, context: ClauseContext): Meaning | null {
  const named = clause.tokens.some((token) => is(token, 'decision') && token.image.endsWith(surelyDecisions));
  const decides =
    named || has(clause.tokens, 'decisionVerb') || (context.topic.kind === 'decision' && context.topic.deciding);
  const others = clause.tokens.some((token) => is(token, 'subject') && !isOwn(token));
  return decides && !others ? simple(clause, context, 'decision', { kind: 'decision', deciding: true }) : null;
}

export function simple(
  { tokens }: Clause,
  { form, lexicon }: ClauseContext,
  name: ClauseClass,
  topic: Partial<Topic>,
): Meaning | null {
  const heads = tokens.filter((token) => is(token, name));
  const quantity = heads.length === 1 && heads[0] ? wordOf(lexicon, heads[0])?.quantity : null;
  return quantity ? { readings: formulasOf(form, quantity), weak: false, topic } : null;
}
