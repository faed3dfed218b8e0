import type { Place } from '../forms/form.ts';
import { exactSum } from './decimal.ts';
import type { Instance, RelationPlan } from './plan.ts';

// What holds between the numbers of a table, for all that ask:
// - A blank is no number and never 0. Neither is a text, the cell of an absent row, of a row with a wrong count of cells, or a
//   value that its column cannot hold (a negative or broken count, a negative amount): all of these are NaN.
// - A relation with one such term can't be evaluated: it neither holds nor fails.
// - Sums are those of the numbers as they are written in decimal notation: 0.1 + 0.2 is 0.3.
// - A relation means nothing, and has no instance, in a column or row where the form has no place for one of its terms.

/** The values of a table's places, by their numbers in the plan; NaN where there is none. */
export type Values = Float64Array;

/** A value to be put in a place. */
export interface Change {
  readonly place: number;
  readonly value: number;
}

/** The sum of an instance's left less that of its right, exactly; NaN where a value is missing. */
export function residual(instance: Instance, values: Values): number {
  let sum = 0;
  let whole = true;
  for (const { place, sign } of instance.terms) {
    const value = values[place] ?? Number.NaN;
    if (Number.isNaN(value)) return Number.NaN;
    if (!Number.isInteger(value)) whole = false;
    sum += sign * value;
  }
  return whole ? sum : exactSum(instance.terms.map(({ place, sign }) => sign * (values[place] ?? Number.NaN)));
}

/** The residual of an instance from the values of its terms, in their order; NaN where one is. */
export function residualOf({ terms }: Instance, values: readonly number[]): number {
  return exactSum(terms.map(({ sign }, index) => sign * (values[index] ?? Number.NaN)));
}

/** The residual of every instance of the plan. */
export function residuals(plan: RelationPlan, values: Values): Float64Array {
  const result = new Float64Array(plan.instances.length);
  for (let number = 0; number < result.length; number++) {
    const instance = plan.instances[number];
    if (instance) result[number] = residual(instance, values);
  }
  return result;
}

/** Whether a residual says that the relation doesn't hold. A relation that can't be evaluated doesn't fail. */
export function fails(instance: Instance | undefined, residue: number | undefined): boolean {
  if (!instance || residue === undefined) return false;
  return isEquation(instance) ? residue < 0 || residue > 0 : residue > 0;
}

/** What the value of a place has to be for the instance to hold, all others being right. */
export function valueThatHolds(instance: Instance, place: number, values: Values): number {
  const sign = instance.terms.find((term) => term.place === place)?.sign ?? 1;
  return exactSum([values[place] ?? Number.NaN, -sign * residual(instance, values)]);
}

/** Whether a relation says that both its sides are equal; else its left is at most its right. */
export function isEquation({ relation }: Instance): boolean {
  return relation.comparison === '=';
}

/** Whether a place may hold a value: counts are whole and not negative, changes are whole, amounts not negative. */
export function isPossible(place: Place | undefined, value: number): boolean {
  if (!place) return false;
  const { kind } = place.column;
  return (kind === 'amount' || Number.isSafeInteger(value)) && (kind === 'change' || value >= 0);
}

/** The values after some of them are changed. */
export function withChanges(values: Values, changes: readonly Change[]): Values {
  const changed = values.slice();
  for (const { place, value } of changes) changed[place] = value;
  return changed;
}

/** How many of the plan's relations fail. */
export function failingCount(plan: RelationPlan, values: Values): number {
  return plan.instances.filter((instance) => fails(instance, residual(instance, values))).length;
}
