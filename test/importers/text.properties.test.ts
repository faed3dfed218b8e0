import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Form } from '../../server/src/forms/form.ts';
import type { Imported } from '../../server/src/importers/source.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { formatting } from '../../server/src/report/format.ts';
import { editions } from '../support/forms.ts';
import * as shapes from '../support/shapes.ts';
import { anyValues, keyOf, placesOf, sampleReport, soundValues, type Values, valuesIn } from './sample-report.ts';
import { accounted } from './show.ts';

/** Shapes in which a blank cell leaves a trace. */
const { barRows, tabRows, gridRows, markdownRows, canonicalRows, cellLines, cellParagraphs, loneBars } = shapes;
const keeping = { barRows, tabRows, gridRows, markdownRows, canonicalRows, cellLines, cellParagraphs, loneBars };
/** Shapes in which a blank cell is gone. */
const { raggedTabs, textLines, interleavedLines, gluedRows } = shapes;
/** Shapes in which nothing but an empty line tells of a blank cell. */
const { emptyLines, emptyParagraphs } = shapes;
const losing = { raggedTabs, textLines, interleavedLines };

const forms = editions.filter((edition) => edition.tables.length > 0);

function imported(text: string): Imported {
  const result = importText(text);
  if ('failure' in result) throw new Error(result.failure.en);
  expect(accounted(result.numbers)).toBe(result.numbers.found);
  return result;
}

/** The places whose value came out as another one; blanks aside. */
function wrong(wanted: Values, markup: string, edition: Form): readonly string[] {
  const found = valuesIn(markup, edition);
  return placesOf(edition)
    .map(keyOf)
    .filter((key) => (found.get(key) ?? null) !== null && found.get(key) !== wanted.get(key));
}

/** The values that came out blank although no comment says what the source has of their row. */
function lost(wanted: Values, markup: string, edition: Form): readonly string[] {
  const found = valuesIn(markup, edition);
  const comments = markup.split('\n').filter((line) => line.startsWith('// 待核：'));
  return placesOf(edition).flatMap((place) => {
    const value = wanted.get(keyOf(place)) ?? null;
    if (value === null || (found.get(keyOf(place)) ?? null) !== null) return [];
    const labels = place.table.blocks.flatMap((block) => block.lines.filter((line) => line.id === place.row));
    const said = comments.some((line) => line.includes(labels[0]?.label ?? '?') && line.includes(String(value)));
    return said ? [] : [keyOf(place)];
  });
}

describe.each(forms)('edition $id', (edition) => {
  test.each(Object.entries(keeping))('%s: any values, any of them blank, come in whole', (_, shape) => {
    fc.assert(
      fc.property(anyValues(edition, true), (values) => {
        const { markup } = imported(sampleReport(edition, shape, values));
        expect(wrong(values, markup, edition)).toEqual([]);
        expect(lost(values, markup, edition)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test.each(Object.entries({ emptyLines, emptyParagraphs }))('%s: zeros left blank are in their places', (_, shape) => {
    fc.assert(
      fc.property(soundValues(edition), fc.constantFrom(1, 2, 3), (sound, most) => {
        const values = new Map(
          [...sound].map(([key, value], i) => [key, value === 0 && i % most === 0 ? null : value]),
        );
        const { markup } = imported(sampleReport(edition, shape, values));
        expect(wrong(values, markup, edition)).toEqual([]);
        // A row of fifteen that ends in blank lines stands as it is: nothing tells where it ends.
        expect(lost(values, markup, edition).filter((key) => key.startsWith('requests'))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test.each(Object.entries(losing))('%s: any values come in whole where none is blank', (_, shape) => {
    fc.assert(
      fc.property(anyValues(edition, false), (values) => {
        const { markup } = imported(sampleReport(edition, shape, values));
        expect(valuesIn(markup, edition)).toEqual(values);
      }),
      { numRuns: 12 },
    );
  });

  test.each(Object.entries(losing))(
    '%s: a zero left blank is in its place, or its row is said to be doubtful',
    (_, shape) => {
      fc.assert(
        fc.property(soundValues(edition), fc.nat(), (sound, seed) => {
          const values = new Map(
            [...sound].map(([key, value], i) => [key, value === 0 && (seed + i * 7) % 3 === 0 ? null : value]),
          );
          const { markup } = imported(sampleReport(edition, shape, values));
          expect(wrong(values, markup, edition)).toEqual([]);
          expect(lost(values, markup, edition)).toEqual([]);
        }),
        { numRuns: 12 },
      );
    },
  );

  test('numbers stuck together are parted by the relations, or said to be doubtful', () => {
    fc.assert(
      fc.property(soundValues(edition), (values) => {
        const { markup } = imported(sampleReport(edition, gluedRows, values));
        expect(wrong(values, markup, edition)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  }, 30_000);

  test('whatever comes in is formatted', () => {
    fc.assert(
      fc.property(
        anyValues(edition, true),
        fc.constantFrom(...Object.values({ ...keeping, ...losing })),
        (values, shape) => {
          const { markup } = imported(sampleReport(edition, shape, values));
          expect(formatting(readReport(markup))).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });
});

test('any text at all is imported or refused, without an error', () => {
  const words = [
    '规章',
    '0',
    '1.属于国家秘密',
    '一、总体情况',
    '|',
    '\t',
    '\n',
    '（七）总计',
    '12',
    '-',
    '　',
    '// x',
    '---',
    '总计',
  ];
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(importText(any)).toBeTypeOf('object');
    }),
    { numRuns: 300 },
  );
});
