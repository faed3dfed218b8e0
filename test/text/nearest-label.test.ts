import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, test } from 'vitest';
import { canonical } from '../../server/src/text/canonical.ts';
import { isFarther, isNearLabel, labelSet, nearestLabel, nearestLabels } from '../../server/src/text/nearest-label.ts';
import { editions } from '../support/forms.ts';

const labels = [
  ...new Set(
    editions
      .flatMap(({ tables }) => tables)
      .flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.map(({ label }) => canonical(label)))),
  ),
];

/** A label with a few characters lost, doubled, changed or swapped. */
const misspelt = fc
  .tuple(fc.constantFrom(...labels), fc.array(fc.tuple(fc.nat(60), fc.nat(3)), { maxLength: 6 }))
  .map(([label, slips]) =>
    slips.reduce((text, [at, kind]) => {
      const i = at % Math.max(1, text.length);
      const [before, character, after] = [text.slice(0, i), text.charAt(i), text.slice(i + 1)];
      if (kind === 0) return before + after;
      if (kind === 1) return before + character + character + after;
      return kind === 2 ? `${before}某${after}` : before + after.slice(0, 1) + character + after.slice(1);
    }, label),
  );

test('what is passed over without counting edits is farther away than that', () => {
  const texts = fc.oneof(misspelt, fc.string({ unit: 'binary', maxLength: 40 }));
  fc.assert(
    fc.property(texts, texts, fc.nat(6), (one, other, edits) => {
      if (isFarther(one, other, edits)) expect(distance(one, other)).toBeGreaterThan(edits);
    }),
    { numRuns: 500 },
  );
});

test('what is found is what is found by counting the edits to every label', () => {
  fc.assert(
    fc.property(misspelt, (text) => {
      const near = labels.filter((label) => isNearLabel(text, label));
      const cut = near.filter((label) => text.length >= 4 && label !== text && label.startsWith(text));
      const tolerated = labels.filter((label) => {
        const allowed = label.length < 3 ? 0 : label.length < 7 ? 1 : Math.min(4, Math.floor(label.length * 0.3));
        return text.length > 1 && allowed > 0 && distance(text, label) <= allowed;
      });
      expect(new Set([...near])).toEqual(new Set([...tolerated, ...cut]));
      const least = Math.min(...tolerated.map((label) => distance(text, label)));
      const nearest = cut.length > 0 && least > 0 ? cut : tolerated.filter((label) => distance(text, label) === least);
      expect(nearestLabels(text, labelSet(labels))).toEqual(nearest);
    }),
    { numRuns: 500 },
  );
});

test('one label, or none where several are as near', () => {
  expect(nearestLabel('行政规范文件', labelSet(['行政规范性文件', '规章']))).toBe('行政规范性文件');
  expect(nearestLabel('结果维', labelSet(['结果维持', '结果维护']))).toBeNull();
  expect(nearestLabel('某', labelSet(['规章']))).toBeNull();
});
