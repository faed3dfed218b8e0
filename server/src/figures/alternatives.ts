import type { Cause } from './cause.ts';
import type { Figures } from './figures.ts';
import { type Instance, rowSumOf } from './plan.ts';
import { type Change, fails, isPossible, residual, type Values, valueThatHolds, withChanges } from './values.ts';

const MOST_ALTERNATIVES = 6;

/** What the relations say after a change, by the instances. */
export interface Outcome {
  /** Those that failed and now hold. */
  readonly mended: readonly Instance[];
  /** Those through a changed cell that fail as they did. */
  readonly failing: readonly Instance[];
  /** Those that held and now fail. */
  readonly broken: readonly Instance[];
  /** Those through a changed cell that can't be evaluated. */
  readonly open: readonly Instance[];
  /** How many others of the table fail as they did. */
  readonly elsewhere: number;
  /** How many others of the table can't be evaluated. */
  readonly openElsewhere: number;
}

/** What the relations of a table say after its values are changed. */
export function outcomeOf({ plan, values }: Figures, changes: readonly Change[]): Outcome {
  const changed = withChanges(values, changes);
  const touched = new Set(changes.flatMap(({ place }) => plan.equationsOf[place] ?? []));
  const fell = (instance: Instance) => fails(instance, residual(instance, changed));
  const own = [...touched].flatMap((number) => plan.instances[number] ?? []);
  const others = plan.equations.flatMap((number) => (touched.has(number) ? [] : (plan.instances[number] ?? [])));
  return {
    mended: own.filter((instance) => fails(instance, residual(instance, values)) && residual(instance, changed) === 0),
    failing: own.filter((instance) => fell(instance) && fails(instance, residual(instance, values))),
    broken: own.filter((instance) => fell(instance) && residual(instance, values) === 0),
    open: own.filter((instance) => Number.isNaN(residual(instance, changed))),
    elsewhere: others.filter(fell).length,
    openElsewhere: others.filter((instance) => Number.isNaN(residual(instance, changed))).length,
  };
}

/**
 * What would mend the relations of a cause, as alternatives, those that leave the fewest failing first: the slip put right; or
 * where it isn't known the total, and every addend that can take the difference without breaking another relation.
 */
export function alternativesOf(figures: Figures, cause: Cause): readonly (readonly Change[])[] {
  const main = figures.plan.instances[cause.main];
  if (cause.certain || !main || cause.kind !== null) return cause.alternatives.slice(0, MOST_ALTERNATIVES);
  const total = withRowTotal(figures, main, cause.place, cause.expected);
  const addends = main.terms.flatMap(({ place }) => addendChanges(figures, main, cause, place));
  const all = [total, ...cause.alternatives, ...addends];
  const possible = all.filter((changes) =>
    changes.every(({ place, value }) => isPossible(figures.plan.places[place], value)),
  );
  const distinct = [...new Map(possible.map((changes) => [keyOf(changes), changes])).values()];
  const broken = new Map(distinct.map((changes) => [changes, failuresAfter(figures, changes)]));
  return distinct
    .toSorted((one, other) => (broken.get(one) ?? 0) - (broken.get(other) ?? 0))
    .slice(0, MOST_ALTERNATIVES);
}

function keyOf(changes: readonly Change[]): string {
  return changes
    .map(({ place, value }) => `${place}=${value}`)
    .sort()
    .join(' ');
}

function addendChanges(figures: Figures, main: Instance, cause: Cause, place: number): readonly (readonly Change[])[] {
  const { values } = figures;
  if (place === cause.place || values[place] === 0) return [];
  const changes = withRowTotal(figures, main, place, valueThatHolds(main, place, values));
  return failuresAfter(figures, changes) === 0 ? [changes] : [];
}

/** How many relations through the changed cells fail. */
function failuresAfter(figures: Figures, changes: readonly Change[]): number {
  const { failing, broken } = outcomeOf(figures, changes);
  return failing.length + broken.length;
}

/** The change of a cell and, where the sum of its row holds so far, that of the row's total with it. */
function withRowTotal({ plan, values }: Figures, main: Instance, place: number, value: number): readonly Change[] {
  const change: Change = { place, value };
  const row = rowSumOf(plan, place);
  if (!row || row === main || row.total.place === place || residual(row, values) !== 0) return [change];
  const total = valueThatHolds(row, row.total.place, withChanges(values, [change]));
  return [change, { place: row.total.place, value: total }];
}

/** The values of a table in which the slips of all causes but one are put right, as far as they are certain. */
export function withoutOthers(values: Values, causes: readonly Cause[], own: Cause): Values {
  const changes = causes.flatMap((cause) => (cause !== own && cause.certain ? (cause.alternatives[0] ?? []) : []));
  return changes.length > 0 ? withChanges(values, changes) : values;
}
