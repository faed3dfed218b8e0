import type { Cause } from './cause.ts';
import { columnSlips } from './column-slips.ts';
import { componentsOf } from './components.ts';
import { exactSum } from './decimal.ts';
import { explanationsOf } from './explanations.ts';
import { plainCauses, relationCauses } from './plain-causes.ts';
import { isSum, type RelationPlan, rowSumOf } from './plan.ts';
import { rowSlips } from './row-slips.ts';
import type { Failure, Slip } from './slips.ts';
import { fails, residual, residuals, type Values, withChanges } from './values.ts';

/** Three columns and their total. */
const LEAST_OF_A_ROW = 4;

/**
 * The causes of the equations that fail: the smallest sets of slips that make every one of them hold and none fail. What
 * belongs to all smallest sets is certain; for the rest the relations are named at their totals, as no cause can be told.
 */
export function causesOf(plan: RelationPlan, values: Values): readonly Cause[] {
  if (!plan.equations.some((number) => failsAt(plan, values, number))) return [];
  const failure = failureOf(plan, values);
  const columns = columnSlips(failure);
  const rest = columns[0] ? afterColumn(failure, columns[0]) : failure;
  const wide = rowSlips(rest);
  const causes = componentsOf(rest, wide).flatMap((component) => explained(rest, component, wide));
  return [...columnCause(failure, columns), ...causes].sort((one, other) => one.place - other.place);
}

function failsAt(plan: RelationPlan, values: Values, number: number): boolean {
  const instance = plan.instances[number];
  return instance !== undefined && fails(instance, residual(instance, values));
}

function failureOf(plan: RelationPlan, values: Values, residues = residuals(plan, values)): Failure {
  const failing = plan.equations.filter((number) => fails(plan.instances[number], residues[number]));
  return { plan, values, residues, failing: new Set(failing) };
}

/** What is left to explain once a column is put right. */
function afterColumn({ plan, values, residues }: Failure, { changes, effect }: Slip): Failure {
  const after = residues.slice();
  for (const [number, more] of effect) after[number] = exactSum([after[number] ?? 0, more]);
  return failureOf(plan, withChanges(values, changes), after);
}

/** The one finding for a column; it names none where it may be any of several. */
function columnCause(failure: Failure, slips: readonly Slip[]): readonly Cause[] {
  const [first, another] = slips;
  if (!first) return [];
  if (!another) return [slipCause(failure, first)];
  const cause = slipCause(failure, first);
  const total = failure.plan.instances[cause.main]?.total.place ?? cause.place;
  const alternatives = slips.map(({ changes }) => changes);
  return [{ ...cause, place: total, expected: valueAfter(failure, cause.main, total), certain: false, alternatives }];
}

function explained(failure: Failure, component: readonly number[], wide: readonly Slip[]): readonly Cause[] {
  const { plan, values, residues } = failure;
  const { solutions, complete } = explanationsOf(failure, component, wide);
  const [first] = solutions;
  const plain = plainCauses(plan, values, residues, component);
  // As many slips as relations explain nothing.
  if (!first || first.length > plain.length) return plain;
  const common = complete
    ? first.filter((slip) => solutions.every((other) => other.some((one) => isSame(one, slip))))
    : [];
  const certain = common.filter((slip) => !isWeak(slip) && !isAccusedByElimination(failure, slip));
  const causes = certain.map((slip) => slipCause(failure, slip));
  if (certain.length === first.length) return causes;
  const doubtful = solutions.map((slips) => slips.filter((slip) => !certain.some((one) => isSame(one, slip))));
  return [...causes, ...doubtfulCauses(failure, component, certain, doubtful)];
}

function isSame(one: Slip, other: Slip): boolean {
  return (
    one.changes.length === other.changes.length &&
    one.changes.every(({ place, value }) => other.changes.some((each) => each.place === place && each.value === value))
  );
}

/** Whether a row of zeros is blamed for so few columns that each may be wrong for itself, and nothing else speaks against it. */
function isWeak({ kind, changes, effect }: Slip): boolean {
  return kind === 'row-unfilled' && effect.size <= changes.length && changes.length < LEAST_OF_A_ROW;
}

/**
 * Whether an addend is set apart from the others of its column only because the sums of their rows can't be evaluated, so
 * that nothing speaks for them.
 */
function isAccusedByElimination({ plan, residues }: Failure, { kind, place, effect }: Slip): boolean {
  if (kind !== 'cell-with-total') return false;
  const own = (plan.equationsOf[place] ?? []).filter((number) => effect.has(number));
  const [only, ...others] = own;
  if (only === undefined || others.length > 0) return false;
  return (plan.instances[only]?.terms ?? []).some((term) => {
    const row = rowSumOf(plan, term.place);
    const number = (plan.equationsOf[term.place] ?? []).find((each) => plan.instances[each] === row);
    return number !== undefined && Number.isNaN(residues[number]);
  });
}

/** As many findings as there are slips left, at the totals of relations. */
function doubtfulCauses(
  failure: Failure,
  component: readonly number[],
  certain: readonly Slip[],
  solutions: readonly (readonly Slip[])[],
): readonly Cause[] {
  const { plan } = failure;
  const rest = certain.reduce(afterColumn, failure);
  const failing = component.filter((number) => fails(plan.instances[number], rest.residues[number]));
  const count = solutions[0]?.length ?? 1;
  const said = relationCauses(plan, rest.values, rest.residues, failing);
  const kept = said.slice(0, count);
  const surplus = said.slice(count).flatMap(({ main, others }) => [main, ...others]);
  const alternatives = count === 1 ? solutions.flatMap(([slip]) => (slip ? [slip.changes] : [])) : [];
  return kept.map((cause, at) => {
    const more = at === 0 ? surplus.filter((number) => !cause.others.includes(number)) : [];
    return { ...cause, others: [...cause.others, ...more], alternatives };
  });
}

function slipCause(failure: Failure, slip: Slip): Cause {
  const { failing } = failure;
  const { kind, place, changes, effect } = slip;
  const touched = [...effect.keys()].filter((number) => failing.has(number));
  const main = mainOf(failure, place, touched);
  const expected = changes.find((change) => change.place === place)?.value;
  return {
    place,
    expected: expected ?? valueAfter(failure, main, place),
    main,
    others: touched.filter((number) => number !== main),
    certain: true,
    kind,
    row: slip.row ?? null,
    alternatives: changes.length > 0 ? [changes] : [],
  };
}

/** The relation that a slip is named after: that of its row; else the sum that it is the total of; else one of its column. */
function mainOf({ plan }: Failure, place: number, touched: readonly number[]): number {
  const own = touched.filter((number) => plan.equationsOf[place]?.includes(number));
  const isOwnSum = (number: number) => {
    const instance = plan.instances[number];
    return instance !== undefined && instance.total.place === place && isSum(instance);
  };
  return own.find((number) => plan.instances[number]?.row) ?? own.find(isOwnSum) ?? own[0] ?? touched[0] ?? 0;
}

function valueAfter({ plan, values, residues }: Failure, number: number, place: number): number {
  const sign = plan.instances[number]?.terms.find((term) => term.place === place)?.sign ?? 1;
  return exactSum([values[place] ?? Number.NaN, -sign * (residues[number] ?? 0)]);
}
