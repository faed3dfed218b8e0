import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, leastEdit, Revision } from '../../server/src/text/edit.ts';

/** The plain way: edits applied from the end, so that offsets before them hold. */
function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce((result, { span, text: added }) => result.slice(0, span.start) + added + result.slice(span.end), text);
}

const words = fc.string({ unit: fc.constantFrom('甲', '乙', '|', ' ', '\n'), maxLength: 5 });

/** Edits of a text of this length that don't overlap, no two at one place. */
function editsOf(length: number): fc.Arbitrary<readonly Edit[]> {
  return fc
    .tuple(fc.uniqueArray(fc.nat(length), { maxLength: 8 }), fc.array(words, { minLength: 4, maxLength: 4 }))
    .map(([places, texts]) => {
      const sorted = places.toSorted((a, b) => a - b);
      return texts.flatMap((text, i) => {
        const [start, end] = [sorted[2 * i], sorted[2 * i + 1]];
        return start === undefined || end === undefined ? [] : [{ span: { start, end }, text }];
      });
    });
}

const twice = fc
  .string({ unit: fc.constantFrom('甲', '乙', '|', ' '), maxLength: 30 })
  .chain((text) =>
    editsOf(text.length).chain((first) =>
      editsOf(applied(text, first).length).map((second) => ({ text, first, second })),
    ),
  );

describe('a text revised twice', () => {
  test('is what plain editing makes of it', () => {
    fc.assert(
      fc.property(twice, ({ text, first, second }) => {
        const revision = Revision.of(text).with(first).with(second);
        expect(revision.text).toBe(applied(applied(text, first), second));
      }),
    );
  });

  test('is made by its edits in one go, and they don’t overlap', () => {
    fc.assert(
      fc.property(twice, ({ text, first, second }) => {
        const revision = Revision.of(text).with(first).with(second);
        const edits = revision.edits();
        expect(applied(text, edits)).toBe(revision.text);
        edits.forEach(({ span }, i) => {
          expect(span.start).toBeGreaterThanOrEqual(edits[i - 1]?.span.end ?? 0);
        });
      }),
    );
  });

  test('says where it changed', () => {
    const revision = Revision.of('甲乙丙丁').with([
      { span: { start: 1, end: 2 }, text: '一二' },
      { span: { start: 3, end: 4 }, text: '' },
    ]);
    expect(revision.text).toBe('甲一二丙');
    expect(revision.changed()).toEqual([
      { start: 1, end: 3 },
      { start: 4, end: 4 },
    ]);
  });

  test('is as good with more pieces than a call takes arguments', () => {
    const places = Array.from({ length: 500_000 }, (_, i) => ({ span: { start: i, end: i }, text: '甲' }));
    const revision = Revision.of('乙'.repeat(places.length)).with(places);
    expect(revision.with([{ span: { start: 0, end: 1 }, text: '' }]).text).toBe(revision.text.slice(1));
  });

  test('insertions at one place stand in the order of the list', () => {
    const at = { start: 1, end: 1 };
    expect(
      Revision.of('甲乙').with([
        { span: at, text: '1' },
        { span: at, text: '2' },
      ]).text,
    ).toBe('甲12乙');
  });
});

test('the least edit leaves out what both have in common', () => {
  expect(leastEdit('甲 | 乙', { span: { start: 1, end: 4 }, text: '   | ' })).toEqual({
    span: { start: 2, end: 2 },
    text: '  ',
  });
  expect(leastEdit('甲乙', { span: { start: 0, end: 2 }, text: '甲乙' })).toBeNull();
  expect(leastEdit('aa', { span: { start: 0, end: 2 }, text: 'aaa' })).toEqual({
    span: { start: 2, end: 2 },
    text: 'a',
  });
});
