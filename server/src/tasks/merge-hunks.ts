// What one side has changed beside cells, and what becomes of it where the other has changed the same place.
import { append } from '../text/lists.ts';
import { type Token, textOf } from './diff-tokens.ts';
import type { Segment } from './merge-marks.ts';
import { mergedToken, type Side, segmentOf } from './merge-rows.ts';

/** Tokens of the base, by their indexes (half-open), and what a side has in their place; an empty range is an insertion. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** The hunks of a side, in order. */
export function hunksOf(before: readonly Token[], { tokens, partners }: Side): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [start, from] = [0, 0];
  const close = (end: number, to: number): void => {
    append(hunks, split({ start, end, tokens: tokens.slice(from, to) }, before));
  };
  for (const [at, partner] of partners.entries()) {
    if (partner < 0) continue;
    close(at, partner);
    [start, from] = [at + 1, partner + 1];
  }
  close(partners.length, tokens.length);
  return hunks;
}

/** A hunk of as many tokens as it takes the place of, each of the same kind, is one for each of them. */
function split({ start, end, tokens }: Hunk, before: readonly Token[]): readonly Hunk[] {
  if (end === start && tokens.length === 0) return [];
  const isPaired = tokens.length === end - start && tokens.every(({ kind }, i) => kind === before[start + i]?.kind);
  if (!isPaired) return [{ start, end, tokens }];
  return tokens.map((token, i) => ({ start: start + i, end: start + i + 1, tokens: [token] }));
}

/** Whether a token says something else than it did. */
export function isChanged(before: Token, after: Token): boolean {
  return (
    before.cells.length !== after.cells.length || before.cells.some(({ says }, i) => says !== after.cells[i]?.says)
  );
}

/** What a place becomes, of which one or both sides have made something else. */
export function resolved(
  base: readonly Token[],
  ours: readonly Token[],
  theirs: readonly Token[],
  changedBy: { readonly ours: readonly Hunk[]; readonly theirs: readonly Hunk[] },
): readonly Segment[] {
  if (changedBy.theirs.length === 0) return ours.map(segmentOf);
  if (changedBy.ours.length === 0) return theirs.map(segmentOf);
  if (saySame(theirs, base)) return ours.map(segmentOf);
  if (saySame(ours, base)) return theirs.map(segmentOf);
  if (saySame(ours, theirs)) return ours.map(segmentOf);
  return areSame(ours, theirs) ? paired(base, ours, theirs) : conflict(ours, theirs);
}

function shown(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind }) => kind !== 'break');
}

/** Whether both hold the same tokens, line breaks aside. */
function areSame(some: readonly Token[], others: readonly Token[]): boolean {
  const [a, b] = [shown(some), shown(others)];
  return a.length === b.length && a.every(({ id }, i) => id === b[i]?.id);
}

/** Whether both hold the same tokens and these say the same. */
function saySame(some: readonly Token[], others: readonly Token[]): boolean {
  const b = shown(others);
  return areSame(some, others) && shown(some).every((token, i) => b[i] !== undefined && !isChanged(token, b[i]));
}

/** The same tokens on both sides: each is merged for itself. */
function paired(base: readonly Token[], ours: readonly Token[], theirs: readonly Token[]): readonly Segment[] {
  const before = new Map(base.map((token) => [token.id, token]));
  const rest = [...shown(theirs)];
  return ours.flatMap((token) => {
    const other = token.kind === 'break' ? undefined : rest.shift();
    return other ? mergedToken(before.get(token.id) ?? null, token, other) : [segmentOf(token)];
  });
}

/** Both versions, without what they begin and end with alike. */
function conflict(ours: readonly Token[], theirs: readonly Token[]): readonly Segment[] {
  const most = Math.min(ours.length, theirs.length);
  const alike = (a: Token | undefined, b: Token | undefined): boolean =>
    a !== undefined && b !== undefined && a.id === b.id && !isChanged(a, b);
  let before = 0;
  while (before < most && alike(ours[before], theirs[before])) before++;
  let after = 0;
  while (after < most - before && alike(ours.at(-1 - after), theirs.at(-1 - after))) after++;
  const middle = (tokens: readonly Token[]): string =>
    tokens
      .slice(before, tokens.length - after)
      .map(textOf)
      .join('');
  return [
    ...ours.slice(0, before).map(segmentOf),
    { kind: 'conflict', ours: middle(ours), theirs: middle(theirs) },
    ...ours.slice(ours.length - after).map(segmentOf),
  ];
}
