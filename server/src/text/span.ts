import { lastUpTo } from './sorted.ts';

/** A stretch of a text: UTF-16 offsets from its start, zero-based, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The smallest span that holds both. */
export function cover(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** Whether `offset` lies in `span` or at its end, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether `inner` lies wholly in `outer`. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two share a character. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a span overlaps one of a list: spans in order that don't overlap each other. */
export function overlapsAny(ordered: readonly Span[], { start, end }: Span): boolean {
  const before = lastUpTo(ordered, end - 1, (span) => span.start);
  return before !== null && start < before.end;
}
