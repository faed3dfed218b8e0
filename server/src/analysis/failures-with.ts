// What no longer holds in a table once some of its places hold other values.
import { placeNumber } from '../figures/plan.ts';
import { failingCount, withChanges } from '../figures/values.ts';
import { figuresOf } from '../report/figures-of.ts';
import type { Table } from '../report/report.ts';

/** A value for a place of a table, by the ids of its row and column; null leaves what stands there. */
export interface FilledPlace {
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
}

/** How many more relations of the table fail once its places hold these values. */
export function failuresWith(table: Table, filled: readonly FilledPlace[]): number {
  const { plan, values } = figuresOf(table);
  const changes = filled.flatMap(({ row, column, value }) =>
    value === null ? [] : [{ place: placeNumber(plan, row, column), value }],
  );
  return failingCount(plan, withChanges(values, changes)) - failingCount(plan, values);
}
