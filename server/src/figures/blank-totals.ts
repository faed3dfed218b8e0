// Rows all of which lack their last value, as the column of totals was left blank.
import type { RelationPlan } from './plan.ts';
import { numberOf } from './row-rule.ts';
import { failingCount } from './values.ts';

/** A row with its values as they stand, blank ones dropped. */
export interface ShortRow {
  /** The numbers of its places in the plan. */
  readonly places: readonly number[];
  readonly cells: readonly string[];
  /** Whether its last value is the sum of the others. */
  readonly endsInSum: boolean;
}

/** So many rows whose last value is no sum of the others tell that their sums are missing. */
const FEWEST = 3;

/**
 * Whether the blank cell that each of the rows lost is that of its sum: all rows lack one value, the last that some have is no sum
 * of those before, and with the others in their order all relations across columns hold.
 */
export function totalsAreBlank(plan: RelationPlan, rows: readonly ShortRow[]): boolean {
  const values = new Float64Array(plan.places.length).fill(Number.NaN);
  let telling = 0;
  for (const { places, cells, endsInSum } of rows) {
    if (!endsInSum || cells.length !== places.length - 1) return false;
    const numbers = cells.map((cell) => numberOf(cell) ?? Number.NaN);
    if (numbers.some(Number.isNaN)) return false;
    for (const [i, value] of numbers.entries()) values[places[i] ?? -1] = value;
    const last = numbers.at(-1) ?? 0;
    if (2 * last !== numbers.reduce((sum, value) => sum + value, 0)) telling++;
  }
  return telling >= FEWEST && failingCount(plan, values) === 0;
}
