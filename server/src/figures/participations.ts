// The relations of the form as one of its places takes part in them.

import type { Relation } from '../forms/edition.ts';
import type { FormTable, Place } from '../forms/form.ts';
import { isSum, relationPlan } from './plan.ts';
import { isEquation } from './values.ts';

/** Row and column of a value. */
export type Address = Pick<Place, 'row' | 'column'>;

/** A relation that a place takes part in. */
export interface Participation {
  readonly relation: Relation;
  /** What the place is in it: the sum of the others, one that is summed up, or one of several on either side. */
  readonly role: 'total' | 'addend' | 'balance';
  /** Of a sum its total, else null. */
  readonly total: Address | null;
  /** All other places of it, in the relation's order. */
  readonly others: readonly Address[];
}

/** The relations that the value at a place takes part in, in the form's order; none for a place that isn't the table's. */
export function participations(table: FormTable, { row, column }: Address): readonly Participation[] {
  const { places, instances } = relationPlan(table);
  const own = places.findIndex((place) => place.row === row && place.column === column);
  return instances
    .filter(({ terms }) => terms.some(({ place }) => place === own))
    .map((instance) => {
      const others = instance.terms.flatMap((term) => (term.place === own ? [] : (places[term.place] ?? [])));
      const total = isEquation(instance) && isSum(instance) ? (places[instance.total.place] ?? null) : null;
      const role = total === null ? 'balance' : instance.total.place === own ? 'total' : 'addend';
      return { relation: instance.relation, role, total, others };
    });
}

/** Whether a relation says that the value at a place is the sum of others. */
export function isTotal(table: FormTable, address: Address): boolean {
  return participations(table, address).some(({ role }) => role === 'total');
}
