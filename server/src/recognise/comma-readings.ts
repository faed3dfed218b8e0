import { candidatesOf } from '../figures/row-readings.ts';
import type { RowRule } from '../figures/row-rule.ts';

const WITH_COMMA = /^\d{1,3},\d{3}$/;

/**
 * What a row whose sum fails may have if a comma in it parts two values rather than thousands, and one of its values is the end of
 * another: only readings whose sums hold.
 */
export function commaReadings(values: readonly string[], rule: RowRule): readonly (readonly string[])[] {
  if (rule.sumEvery === 0 || rule.allowed(values) || !values.some((value) => WITH_COMMA.test(value))) return [];
  const parted = values.flatMap((value) => (WITH_COMMA.test(value) ? value.split(',') : [value]));
  // A comma at the end of a line looks like the border of a blank cell.
  const shown = parted.filter((value) => value !== '');
  const ways = shown.length === parted.length ? [parted] : [parted, shown];
  return ways.flatMap((way) => candidatesOf(way, rule, false)?.readings ?? []);
}
