import { lastIndexUpTo } from './sorted.ts';
import type { Span } from './span.ts';

interface Entry {
  readonly span: Span;
  readonly index: number;
  /** The furthest end of this span and those before it. */
  readonly reach: number;
}

/** Finds the spans of a list at a place without looking at all of them. */
export class SpanIndex {
  readonly #entries: readonly Entry[];

  /** In any order; null for what has no span. */
  constructor(spans: readonly (Span | null)[]) {
    let reach = Number.NEGATIVE_INFINITY;
    this.#entries = spans
      .flatMap((span, index) => (span ? [{ span, index }] : []))
      .sort((a, b) => a.span.start - b.span.start || a.index - b.index)
      .map((entry) => {
        reach = Math.max(reach, entry.span.end);
        return { ...entry, reach };
      });
  }

  /** The indexes of the spans that share a character with a place or touch it, in ascending order. */
  around({ start, end }: Span): readonly number[] {
    const found: number[] = [];
    for (let i = lastIndexUpTo(this.#entries, start - 1, ({ reach }) => reach) + 1; ; i++) {
      const entry = this.#entries[i];
      if (!entry || entry.span.start > end) return found.sort((a, b) => a - b);
      if (entry.span.end >= start) found.push(entry.index);
    }
  }

  /** The index of the first span that begins at an offset or behind it, or null. */
  from(offset: number): number | null {
    return this.#entries[lastIndexUpTo(this.#entries, offset - 1, ({ span }) => span.start) + 1]?.index ?? null;
  }
}
