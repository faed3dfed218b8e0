import { greatest } from '../text/lists.ts';
/**
 * The sum of numbers as they are written in decimal notation: 0.1 + 0.2 is 0.3. NaN where one of them is no number.
 * Numbers of more than 15 digits are summed as floating point.
 */
export function exactSum(values: readonly number[]): number {
  if (values.every(Number.isSafeInteger)) return values.reduce((sum, value) => sum + value, 0);
  const decimals = greatest([0, ...values.map(decimalsOf)]);
  if (!Number.isFinite(decimals)) return values.reduce((sum, value) => sum + value, 0);
  const sum = values.reduce((total, value) => total + scaled(value, decimals), 0n);
  return unscaled(sum, decimals);
}

/** How many decimal places a number is written with; infinite where it is not written in plain decimal notation. */
function decimalsOf(value: number): number {
  const text = String(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return Number.POSITIVE_INFINITY;
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function scaled(value: number, decimals: number): bigint {
  return BigInt(value.toString().replace('.', '') + '0'.repeat(decimals - decimalsOf(value)));
}

function unscaled(value: bigint, decimals: number): number {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  return Number(`${value < 0n ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}0`);
}
