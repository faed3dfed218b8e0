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
