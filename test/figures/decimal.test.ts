import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactSum } from '../../server/src/figures/decimal.ts';

test.each([
  [[0.1, 0.2], 0.3],
  [[59237.2449, -59237.2448], 0.0001],
  [[1.5, -2], -0.5],
  [[0.05, -0.1], -0.05],
  [[3, 4], 7],
  [[], 0],
])('%j add up to %d', (values, sum) => {
  expect(exactSum(values)).toBe(sum);
});

test('amounts in yuan and in ten thousand yuan add up to the same', () => {
  const yuan = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 8 });
  fc.assert(
    fc.property(yuan, (values) => {
      const sum = values.reduce((total, value) => total + value, 0);
      expect(exactSum(values.map((value) => value / 10_000)) + 0).toBe(sum / 10_000 + 0);
    }),
  );
});

test('what is no plain decimal is summed as it is', () => {
  expect(exactSum([Number.NaN, 1])).toBeNaN();
  expect(exactSum([1e21, 0.5])).toBe(1e21);
});
