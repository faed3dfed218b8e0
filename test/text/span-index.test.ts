import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../server/src/text/span.ts';
import { SpanIndex } from '../../server/src/text/span-index.ts';

const span = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]): Span => ({ start, end: start + length }));
const spans = fc.array(fc.option(span), { maxLength: 20 });

describe('SpanIndex', () => {
  it('finds what a search through all finds', () => {
    fc.assert(
      fc.property(spans, span, (all, place) => {
        const expected = all.flatMap((each, i) =>
          each && each.start <= place.end && place.start <= each.end ? [i] : [],
        );
        expect(new SpanIndex(all).around(place)).toEqual(expected);
      }),
    );
  });

  it('gives the first that begins at an offset or behind it', () => {
    const index = new SpanIndex([{ start: 7, end: 9 }, null, { start: 2, end: 3 }]);
    expect([0, 2, 3, 7, 8].map((offset) => index.from(offset))).toEqual([2, 2, 0, 0, null]);
  });
});
