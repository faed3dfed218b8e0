import { type ClauseClass, type ClauseToken, is } from './clause-tokens.ts';

/** What a clause counts or denies. */
export type NounKind =
  | 'request'
  | 'outcome'
  | 'applicant'
  | 'carried'
  | 'dispute'
  | 'result'
  | 'document'
  | 'decision'
  | 'fee';

const HEADS: readonly (readonly [ClauseClass, NounKind])[] = [
  ['outcome', 'outcome'],
  ['dispute', 'dispute'],
  ['result', 'result'],
  ['document', 'document'],
  ['documentVerb', 'document'],
  ['decision', 'decision'],
  ['fee', 'fee'],
];

/** What a clause's number counts, by the noun that touches it; null where none is named. */
export function nounOf(tokens: readonly ClauseToken[]): NounKind | null {
  const at = tokens.findIndex((token) => is(token, 'number'));
  const before = at < 0 ? tokens : tokens.slice(0, at);
  return headOf(before) ?? (at < 0 ? null : headOf(tokens.slice(at + 1)));
}

function headOf(tokens: readonly ClauseToken[]): NounKind | null {
  if (isCarried(tokens)) return 'carried';
  const last = tokens.findLast((token) => HEADS.some(([name]) => is(token, name)));
  const head = last && HEADS.find(([name]) => is(last, name))?.[1];
  if (head) return head;
  const has = (name: ClauseClass) => tokens.some((token) => is(token, name));
  if (has('applicant') && !has('verb') && !has('info') && !has('deny')) return 'applicant';
  return has('request') || has('info') ? 'request' : null;
}

/** 上年结转, 结转下年度, 下年度继续办理, 结转; not 上年 alone. */
function isCarried(tokens: readonly ClauseToken[]): boolean {
  const has = (name: ClauseClass) => tokens.some((token) => is(token, name));
  if ((has('carry') && (has('last') || has('next'))) || (has('next') && has('going'))) return true;
  return has('carry') && !has('unknown') && !has('dispute');
}

/** Whether a token is one that only the phrases in which anything may stand would take, and there is none of those. */
export function holdsStranger(tokens: readonly ClauseToken[]): boolean {
  const strange = tokens.some(
    (token) => is(token, 'unknown') || (is(token, 'other') && token.payload.classes.length === 1),
  );
  return strange && !tokens.some((token) => is(token, 'through') || is(token, 'reason'));
}

/** Most clauses of prose say no quantity: what they were refused with is never shown, and a trace of it costs the most. */
export function withoutStacks<Result>(read: () => Result): Result {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return read();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
