// What clauses are given a meaning with, and what is asked of their words.
import type { Form } from '../forms/form.ts';
import type { Formula } from '../forms/formula.ts';
import type { Quantity } from '../forms/quantities.ts';
import { requestVerbs } from '../forms/request-quantities.ts';
import { type ClauseClass, type ClauseToken, is } from '../syntax/clause-tokens.ts';
import type { ClauseLexicon, ClauseWord } from './clause-lexicon.ts';
import type { Topic } from './mention-topic.ts';

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
  /** Whether the sentence names what is left of the requests that it has counted: 其余3件. */
  readonly hasRest: boolean;
  /** The bodies beside the one that reports that the paragraph counts for. */
  readonly bodies: ReadonlySet<string>;
  /** The columns of documents that its other words count in too: of the revised, of the expired. */
  readonly sharedColumns: readonly string[];
}

/** What a verb counts that says that requests were closed. */
export function closedQuantity(): Quantity | undefined {
  return requestVerbs.at(-1)?.quantity;
}

export function columnsNamed(lexicon: ClauseLexicon, tokens: readonly ClauseToken[]): readonly string[] {
  const named = tokens.flatMap((token) => (is(token, 'applicant') ? (wordOf(lexicon, token)?.columns ?? []) : []));
  return [...new Set(named)];
}

export function wordOf(lexicon: ClauseLexicon, token: ClauseToken): ClauseWord | null {
  return lexicon.words.get(token.image) ?? null;
}

export function has(tokens: readonly ClauseToken[], name: ClauseClass): boolean {
  return tokens.some((token) => is(token, name));
}

/** Whether a verb is one of answering, which the kinds of answers may follow. */
export function isClosing(word: ClauseWord | null): boolean {
  return mayBeClosed(word?.quantity);
}

/** Whether a quantity can be that of the closed requests. */
export function mayBeClosed(quantity: Quantity | null | undefined): boolean {
  return quantity?.readings.some((rows) => rows === closedQuantity()?.readings[0]) ?? false;
}
