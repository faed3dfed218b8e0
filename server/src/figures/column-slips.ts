// Slips that concern a column of a table as a whole.

import { exactSum } from './decimal.ts';
import { type Instance, isSum } from './plan.ts';
import { effectOf, type Failure, type Slip } from './slips.ts';
import { type Change, isPossible } from './values.ts';

/** So many rows that fail for the same reason are one slip and no chance; where nothing but totals is filled in, so many. */
const LEAST_ROWS = 3;
const LEAST_OF_TOTALS_ONLY = 2;

interface FailingRow {
  readonly number: number;
  readonly instance: Instance;
  /** How much the total is more than the sum of the others. */
  readonly surplus: number;
}

/**
 * The slip by which the sums of the rows fail in all of them: only the totals are filled in, the totals are left 0, or one
 * of the other columns is. Several where it can't be told which column; none where the rows fail each for itself.
 */
export function columnSlips(failure: Failure): readonly Slip[] {
  const rows = failingRows(failure);
  const [first] = rows;
  if (rows.length < LEAST_OF_TOTALS_ONLY || !first) return [];
  if (onlyTotals(failure)) {
    const effect = new Map(rows.map(({ number }) => [number, -(failure.residues[number] ?? 0)]));
    return [{ kind: 'only-total-filled', place: first.instance.total.place, changes: [], effect }];
  }
  if (rows.length < LEAST_ROWS) return [];
  if (totalsAre0(failure)) {
    const changes = rows.map(({ instance, surplus }) => ({ place: instance.total.place, value: -surplus }));
    return made(failure, 'total-unfilled', changes);
  }
  return rows.every(({ surplus }) => surplus > 0) ? unfilledColumns(failure, rows) : [];
}

function failingRows({ plan, failing, residues }: Failure): readonly FailingRow[] {
  return [...failing].flatMap((number) => {
    const instance = plan.instances[number];
    if (!instance?.row || !isSum(instance)) return [];
    return [{ number, instance, surplus: instance.total.sign * (residues[number] ?? 0) }];
  });
}

function onlyTotals({ plan, values }: Failure): boolean {
  return plan.rowSums.every(({ addends }) => addends.every((place) => isUnfilled(values[place])));
}

function totalsAre0({ plan, values }: Failure): boolean {
  return plan.rowSums.every(({ total }) => isUnfilled(values[total]));
}

/** Whether a value is 0 or there is none. */
function isUnfilled(value = Number.NaN): boolean {
  return value === 0 || Number.isNaN(value);
}

/** Every column of nothing but zeros that can hold what all the totals have beyond their sums. */
function unfilledColumns(failure: Failure, rows: readonly FailingRow[]): readonly Slip[] {
  const { plan, values } = failure;
  const columns = new Set(
    rows.flatMap(({ instance }) => instance.terms.map(({ place }) => plan.places[place]?.column)),
  );
  return [...columns].flatMap((column) => {
    const own = plan.places.flatMap((place, number) => (place.column === column ? [number] : []));
    if (own.some((number) => (values[number] ?? 0) !== 0)) return [];
    const changes = rows.flatMap(({ instance, surplus }) => {
      const term = instance.terms.find(({ place }) => plan.places[place]?.column === column);
      return term && term !== instance.total ? [{ place: term.place, value: surplus }] : [];
    });
    return changes.length === rows.length ? made(failure, 'column-unfilled', changes) : [];
  });
}

/** The slip of a column; the equations of the column itself have to hold after it, or fail no worse than before. */
function made(failure: Failure, kind: Slip['kind'], changes: readonly Change[]): readonly Slip[] {
  const { plan, residues, failing } = failure;
  if (!changes.every(({ place, value }) => isPossible(plan.places[place], value))) return [];
  const effect = effectOf(failure, changes);
  const holds = [...effect].every(([number, more]) => {
    const after = exactSum([residues[number] ?? 0, more]);
    return after === 0 || failing.has(number) || kind === 'total-unfilled';
  });
  const place = changes[0]?.place ?? 0;
  return holds ? [{ kind, place, changes, effect }] : [];
}
