import type { RelationPlan } from './plan.ts';
import { isPossible, residual, type Values } from './values.ts';

/**
 * What a blank place must hold: the one value that makes every equation hold whose other values are all there. Null where
 * there is no such equation, where they disagree, or where the place can't hold the value.
 */
export function valueThatMustBe(plan: RelationPlan, values: Values, place: number): number | null {
  const whole = values.slice();
  whole[place] = 0;
  const found = new Set<number>();
  for (const number of plan.equationsOf[place] ?? []) {
    const instance = plan.instances[number];
    const sign = instance?.terms.find((term) => term.place === place)?.sign;
    const residue = instance ? residual(instance, whole) : Number.NaN;
    if (sign && !Number.isNaN(residue)) found.add(-sign * residue + 0);
  }
  const [value, ...others] = found;
  return value !== undefined && others.length === 0 && isPossible(plan.places[place], value) ? value : null;
}

/**
 * What is to stand in these blank places where nothing happened: 0, and in a total the value that the relations then give
 * it, or null where they give none. In the order of the places.
 */
export function filledWithZeros(
  plan: RelationPlan,
  values: Values,
  blanks: readonly number[],
): readonly (number | null)[] {
  const filled = values.slice();
  let totals = blanks.filter((place) => isTotal(plan, place));
  for (const place of blanks) if (!totals.includes(place)) filled[place] = 0;
  for (let before = totals.length + 1; totals.length < before; ) {
    before = totals.length;
    totals = totals.filter((place) => {
      const value = valueThatMustBe(plan, filled, place);
      if (value !== null) filled[place] = value;
      return value === null;
    });
  }
  return blanks.map((place) => (totals.includes(place) ? null : (filled[place] ?? null)));
}

/** Whether an equation says that a place is the sum of others. */
function isTotal(plan: RelationPlan, place: number): boolean {
  return (plan.equationsOf[place] ?? []).some((number) => {
    const { total, terms } = plan.instances[number] ?? {};
    return total?.place === place && terms?.filter(({ sign }) => sign === total.sign).length === 1;
  });
}
