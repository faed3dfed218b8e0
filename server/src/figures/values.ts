import type { Cell, Table } from '../report/report.ts';
import { exactSum } from './decimal.ts';
import type { Instance, Place, RelationPlan } from './plan.ts';

/**
 * The values of a table's places, NaN where there is none: a blank, a text, an absent row, a wrong count of cells. A value
 * that its column cannot hold, such as a negative count, is none either: `not-a-count` says so, and once is enough.
 */
export type Values = Float64Array;

/** A value to be put in a place. */
export interface Change {
  readonly place: number;
  readonly value: number;
}

/** What stands in a place of the table, or null where its row is absent or has a wrong count of cells. */
export function cellAt(table: Table, place: Place): Cell | null {
  return table.rows.get(place.row.id)?.cells[place.index] ?? null;
}

export function valuesOf(plan: RelationPlan, table: Table): Values {
  const values = new Float64Array(plan.places.length).fill(Number.NaN);
  for (let number = 0; number < plan.places.length; number++) {
    const place = plan.places[number];
    const value = place && cellAt(table, place)?.value;
    if (value !== null && value !== undefined && isPossible(place, value)) values[number] = value;
  }
  return values;
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
  return instance.relation.comparison === '=' ? residue < 0 || residue > 0 : residue > 0;
}

/** What the value of a place has to be for the instance to hold, all others being right. */
export function valueThatHolds(instance: Instance, place: number, values: Values): number {
  const sign = instance.terms.find((term) => term.place === place)?.sign ?? 1;
  return exactSum([values[place] ?? Number.NaN, -sign * residual(instance, values)]);
}

/** Whether a place may hold a value: counts are whole and not negative, changes are whole, amounts not negative. */
export function isPossible(place: Place | undefined, value: number): boolean {
  if (!place) return false;
  const { kind } = place.column;
  return (kind === 'amount' || Number.isSafeInteger(value)) && (kind === 'change' || value >= 0);
}

export function withChanges(values: Values, changes: readonly Change[]): Values {
  const changed = values.slice();
  for (const { place, value } of changes) changed[place] = value;
  return changed;
}
