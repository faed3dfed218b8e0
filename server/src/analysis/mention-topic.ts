// What the clauses before have said: whose counts a clause speaks of where it doesn't say itself.
import type { Quantity } from '../forms/quantities.ts';

/** What the prose so far is about. */
export interface Topic {
  /** What was counted or denied last, of what is understood; null where it isn't known. */
  kind: 'request' | 'dispute' | 'document' | 'decision' | null;
  /** Whether the paragraph has spoken of requests for information. */
  informed: boolean;
  /** The requests that parts are taken of. */
  requests: Quantity | null;
  /** The answers that a share follows. */
  outcome: Quantity | null;
  /** The rows of disputes, of documents that results and verbs belong to. */
  rows: readonly string[];
  /** The rows of every kind of dispute that the sentence names. */
  disputed: readonly string[];
  /** Whether every clause since then was understood, so that a verb alone still speaks of it. */
  unbroken: boolean;
  /** Whether a count that isn't understood stands before. */
  strangers: number;
  /** The same in the sentence at hand. */
  strangersHere: number;
  /** Whether the clause at hand speaks of another year, or a part of this one. */
  foreign: boolean;
  part: boolean;
  /** Whether the parts of a count are being listed: 其中. */
  listing: boolean;
  /** Whether a verb that makes decisions governs the list. */
  deciding: boolean;
}

export function newTopic(): Topic {
  return {
    kind: null,
    informed: false,
    requests: null,
    outcome: null,
    rows: [],
    disputed: [],
    unbroken: false,
    strangers: 0,
    strangersHere: 0,
    foreign: false,
    part: false,
    listing: false,
    deciding: false,
  };
}
