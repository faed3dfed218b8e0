// What a total must be: the sum of what stands in the places that it sums up.
import { exactSum } from './decimal.ts';
import type { Instance, RelationPlan } from './plan.ts';
import { sumsByTotal } from './totals.ts';
import { isPossible, type Values } from './values.ts';

/** The sums that a place is the total of, that of its row first; none for a place that is no total. */
export function sumsAt(plan: RelationPlan, place: number): readonly Instance[] {
  return sumsByTotal(plan)[place] ?? [];
}

/**
 * The sum of the addends of a total: of the first of its sums that is whole, else of what there is in the first that has
 * any. Null for a place that is no total, where no addend is there, or where the place can't hold the sum.
 */
export function sumAt(plan: RelationPlan, values: Values, place: number): number | null {
  const sums = sumsAt(plan, place).map((instance) => addendsOf(instance, values));
  const sum =
    sums.find((each) => each.length > 0 && !each.some(Number.isNaN)) ?? sums.find((each) => !each.every(Number.isNaN));
  if (!sum) return null;
  const value = exactSum(sum.filter((each) => !Number.isNaN(each))) + 0;
  return isPossible(plan.places[place], value) ? value : null;
}

function addendsOf({ terms, total }: Instance, values: Values): readonly number[] {
  return terms.flatMap((term) =>
    term === total ? [] : [-term.sign * total.sign * (values[term.place] ?? Number.NaN)],
  );
}
