import { exactSum } from './decimal.ts';
import { type RelationPlan, rowSumOf } from './plan.ts';
import { type Change, isPossible, type Values } from './values.ts';

export type SlipKind =
  | 'cell'
  | 'cell-with-total'
  | 'neighbouring-column'
  | 'neighbouring-row'
  | 'value-in-neighbouring-row'
  | 'split-number'
  | 'shifted-left'
  | 'shifted-right'
  | 'row-unfilled'
  | 'row-left-out'
  | 'row-counted-twice'
  | 'column-unfilled'
  | 'total-unfilled'
  | 'only-total-filled';

/** What someone may have done wrong in one go, and what the values would be without it. */
export interface Slip {
  readonly kind: SlipKind;
  /** The place that its finding stands at. */
  readonly place: number;
  readonly changes: readonly Change[];
  /** How much each residual changes with it; none of those that stay as they are. */
  readonly effect: ReadonlyMap<number, number>;
  /** Another row that is meant: where the values belong, or what was left out. */
  readonly row?: number;
}

/** A table in which something is wrong. */
export interface Failure {
  readonly plan: RelationPlan;
  readonly values: Values;
  /** Of every instance; NaN where it can't be evaluated. */
  readonly residues: Float64Array;
  /** The equations that fail before anything is changed. */
  readonly failing: ReadonlySet<number>;
}

/**
 * A slip, if it can be one: every value is possible, something is changed, and no relation that holds so far is touched but by
 * changes that cancel out.
 */
export function slip(failure: Failure, kind: SlipKind, place: number, wanted: readonly Change[]): Slip | null {
  const { plan, values, failing } = failure;
  const changes = wanted.filter((change) => change.value !== values[change.place]);
  if (changes.length === 0 || !changes.every((change) => isPossible(plan.places[change.place], change.value)))
    return null;
  const effect = effectOf(failure, changes);
  if (effect.size === 0) return null;
  for (const number of effect.keys()) if (!failing.has(number)) return null;
  return { kind, place, changes, effect };
}

/** The same for changes within one row: quickly none where a column of theirs holds. */
export function slipInRow(failure: Failure, kind: SlipKind, place: number, wanted: readonly Change[]): Slip | null {
  const { values } = failure;
  const isOpen = (change: Change) => change.value === values[change.place] || failsInColumn(failure, change.place);
  return wanted.every(isOpen) ? slip(failure, kind, place, wanted) : null;
}

/** Whether every relation of the column of a place fails, as far as it can be evaluated. */
export function failsInColumn({ plan, residues, failing }: Failure, place: number): boolean {
  for (const number of plan.equationsOf[place] ?? []) {
    if (plan.instances[number]?.column && !failing.has(number) && !Number.isNaN(residues[number])) return false;
  }
  return true;
}

/** How much each residual that can be evaluated changes. */
export function effectOf({ plan, values, residues }: Failure, changes: readonly Change[]): ReadonlyMap<number, number> {
  const effect = new Map<number, number>();
  for (const { place, value } of changes) {
    const more = exactSum([value, -(values[place] ?? Number.NaN)]);
    for (const number of plan.equationsOf[place] ?? []) {
      if (Number.isNaN(residues[number])) continue;
      const sign = plan.instances[number]?.terms.find((term) => term.place === place)?.sign ?? 1;
      effect.set(number, exactSum([effect.get(number) ?? 0, sign * more]));
    }
  }
  for (const [number, more] of effect) if (more === 0) effect.delete(number);
  return effect;
}

/**
 * The slips of one cell, alone or with the total of its row by the same sum, that make one of the failing equations through the
 * cell hold.
 */
export function cellSlips(failure: Failure, place: number): readonly Slip[] {
  const { plan, values, residues } = failure;
  if (!failsInColumn(failure, place)) return [];
  const own = (plan.equationsOf[place] ?? []).filter((number) => !Number.isNaN(residues[number]));
  if (!own.some((number) => failure.failing.has(number))) return [];
  const row = rowSumOf(plan, place);
  const rowNumber = (plan.equationsOf[place] ?? []).find((number) => plan.instances[number] === row);
  const rowResidue = rowNumber === undefined ? 0 : (residues[rowNumber] ?? 0);
  const isOwnTotal = own.some((number) => plan.instances[number]?.total.place === place);
  // Only its column speaks against it, as its row can't be evaluated: any other addend may be wrong as well.
  if (Number.isNaN(rowResidue) && !isOwnTotal) return [];
  const meant = new Set(own.flatMap((number) => meantBy(failure, number, place)));
  return [...meant].flatMap((value) => {
    const change: Change = { place, value };
    const alone = slip(failure, 'cell', place, [change]);
    if (alone) return [alone];
    if (!row || row.total.place === place || rowResidue !== 0) return [];
    const more = exactSum([value, -(values[place] ?? 0)]);
    const total = { place: row.total.place, value: exactSum([values[row.total.place] ?? Number.NaN, more]) };
    return slip(failure, 'cell-with-total', place, [change, total]) ?? [];
  });
}

function meantBy({ plan, values, residues }: Failure, number: number, place: number): readonly number[] {
  const residue = residues[number] ?? 0;
  const sign = plan.instances[number]?.terms.find((term) => term.place === place)?.sign;
  return sign && residue !== 0 ? [exactSum([values[place] ?? Number.NaN, -sign * residue])] : [];
}
