// Which places are the sums of others, and what these sums are.
import { exactSum } from './decimal.ts';
import { type Instance, isSum, type RelationPlan } from './plan.ts';
import { type Change, isEquation, isPossible, type Values } from './values.ts';

/** Sums of sums of sums: no form has so many one above the other. */
const MOST_STOREYS = 12;

/** For each place of a plan the sums that it is the total of, those within its row first; empty for an addend. */
export function sumsByTotal(plan: RelationPlan): readonly (readonly Instance[])[] {
  const known = memory.get(plan);
  if (known) return known;
  const sums: Instance[][] = plan.places.map(() => []);
  for (const instance of plan.instances) {
    if (isEquation(instance) && isSum(instance)) sums[instance.total.place]?.push(instance);
  }
  for (const each of sums) each.sort((a, b) => Number(b.row !== null) - Number(a.row !== null));
  memory.set(plan, sums);
  return sums;
}

const memory = new WeakMap<RelationPlan, readonly (readonly Instance[])[]>();

/**
 * What the totals among `wanted` places have to be, sums of sums included; only those whose value differs. A total stays
 * as it is where an addend is missing or its column can't hold the sum.
 */
export function recomputedTotals(
  plan: RelationPlan,
  values: Values,
  wanted: (place: number) => boolean,
): readonly Change[] {
  const now = values.slice();
  const totals = sumsByTotal(plan).flatMap((sums, place) =>
    sums.length > 0 && wanted(place) ? [{ place, sums }] : [],
  );
  for (let storey = 0; storey < MOST_STOREYS; storey++) {
    let settled = true;
    for (const { place, sums } of totals) {
      const value = firstSum(sums, now);
      if (value === null || value === now[place] || !isPossible(plan.places[place], value)) continue;
      now[place] = value;
      settled = false;
    }
    if (settled) break;
  }
  return totals.flatMap(({ place }) => {
    const value = now[place] ?? Number.NaN;
    return Number.isNaN(value) || value === values[place] ? [] : [{ place, value }];
  });
}

function firstSum(sums: readonly Instance[], values: Values): number | null {
  for (const { terms, total } of sums) {
    const addends = terms.filter((term) => term !== total);
    const sum = exactSum(addends.map(({ place, sign }) => -sign * total.sign * (values[place] ?? Number.NaN)));
    if (!Number.isNaN(sum)) return sum + 0;
  }
  return null;
}
