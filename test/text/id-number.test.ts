import { expect, test } from 'vitest';
import { isIdNumber } from '../../server/src/text/id-number.ts';

test.each([
  // the example of the standard
  ['11010519491231002X', true],
  ['11010519491231002x', true],
  ['110105194912310021', false],
  // no such day
  ['110105194913310023', false],
  ['11010519490230002X', false],
  ['1101051949123100', false],
  ['11220581MB1234567X', false],
] as const)('%s: %s', (text, is) => {
  expect(isIdNumber(text)).toBe(is);
});
