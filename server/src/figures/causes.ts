import type { RelationPlan } from './plan.ts';
import { fails, isPossible, residual, residuals, type Values, valueThatHolds } from './values.ts';

/** What is wrong in a table: one cell, or a relation of which no single cell can be blamed. */
export interface Cause {
  /** The cell to blame, or the total of the relation. */
  readonly place: number;
  /** The value that it should have. */
  readonly expected: number;
  /** The relation that the cause is named after. */
  readonly main: number;
  /** The other failing relations that come of it. */
  readonly others: readonly number[];
  /** Whether that one cell alone mends all of them and breaks none. */
  readonly certain: boolean;
}

interface Candidate {
  readonly place: number;
  readonly expected: number;
  readonly group: readonly number[];
}

/**
 * The causes of the equations that fail, by the policy in docs/form.md: first cells whose change mends every relation that
 * they take part in, where no other cell competes; then the relations that are left, without those of the column 总计
 * that only follow from the others.
 */
export function causesOf(plan: RelationPlan, found: Values): readonly Cause[] {
  const residues = residuals(plan, found);
  if (!anyEquationFails(plan, residues)) return [];
  const values = found.slice();
  const causes: Cause[] = [];
  for (let next = uncontested(plan, values, residues); next; next = uncontested(plan, values, residues)) {
    causes.push(cellCause(plan, next));
    values[next.place] = next.expected;
    for (const number of next.group) residues[number] = 0;
  }
  return [...causes, ...relationCauses(plan, values, residues)];
}

function anyEquationFails(plan: RelationPlan, residues: Float64Array): boolean {
  return plan.instances.some(
    (instance, number) => instance.relation.comparison === '=' && fails(instance, residues[number]),
  );
}

function failingEquations(plan: RelationPlan, residues: Float64Array): readonly number[] {
  return plan.instances.flatMap((instance, number) =>
    instance.relation.comparison === '=' && fails(instance, residues[number]) ? [number] : [],
  );
}

/** The first cell whose change mends all its relations, and whose relations no other cell mends as well. */
function uncontested(plan: RelationPlan, values: Values, residues: Float64Array): Candidate | null {
  const failing = failingEquations(plan, residues);
  const places = new Set(failing.flatMap((number) => plan.instances[number]?.terms.map((term) => term.place) ?? []));
  const candidates = [...places].flatMap((place) => candidateAt(plan, values, residues, place) ?? []);
  const byInstance = Map.groupBy(
    candidates.flatMap((candidate) => candidate.group.map((number) => ({ number, candidate }))),
    (entry) => entry.number,
  );
  const best = candidates.find((candidate) =>
    candidate.group.every((number) =>
      byInstance.get(number)?.every(({ candidate: other }) => other === candidate || explainsLess(other, candidate)),
    ),
  );
  return best ?? null;
}

function explainsLess(less: Candidate, more: Candidate): boolean {
  return less.group.length < more.group.length && less.group.every((number) => more.group.includes(number));
}

function candidateAt(plan: RelationPlan, values: Values, residues: Float64Array, place: number): Candidate | null {
  const group: number[] = [];
  let expected = Number.NaN;
  for (const number of plan.equationsOf[place] ?? []) {
    const instance = plan.instances[number];
    const residue = residues[number];
    if (!instance || residue === undefined || Number.isNaN(residue)) continue;
    if (!fails(instance, residue)) return null;
    const value = valueThatHolds(instance, place, values);
    if (group.length > 0 && value !== expected) return null;
    expected = value;
    group.push(number);
  }
  if (group.length === 0 || isAccusedByElimination(plan, place, group)) return null;
  return isPossible(plan.places[place], expected) ? { place, expected, group } : null;
}

/**
 * Whether nothing but one sum of its column speaks against a cell, and the cell is not its total. It is then set apart from
 * the other addends only because the sum of its row can't be evaluated, and the failure is reported at the total.
 */
function isAccusedByElimination(plan: RelationPlan, place: number, group: readonly number[]): boolean {
  const only = group.length === 1 ? plan.instances[group[0] ?? 0] : undefined;
  return only?.column !== undefined && only.column !== null && only.total.place !== place;
}

function cellCause(plan: RelationPlan, { place, expected, group }: Candidate): Cause {
  const main = group.find((number) => plan.instances[number]?.row) ?? group[0] ?? 0;
  return { place, expected, main, others: group.filter((number) => number !== main), certain: true };
}

function relationCauses(plan: RelationPlan, values: Values, residues: Float64Array): readonly Cause[] {
  const failing = failingEquations(plan, residues);
  const sources = new Map(failing.map((number) => [number, sourcesOf(plan, residues, number)]));
  const reported = failing.filter((number) => sources.get(number)?.length === 0);
  return reported.flatMap((main) => {
    const instance = plan.instances[main];
    if (!instance) return [];
    const { place } = instance.total;
    const others = failing.filter((number) => sources.get(number)?.includes(main));
    return [{ place, expected: valueThatHolds(instance, place, values), main, others, certain: false }];
  });
}

/** The failing relations that a failing relation of the column 总计 follows from; empty where it stands for itself. */
function sourcesOf(plan: RelationPlan, residues: Float64Array, number: number): readonly number[] {
  const sources = (plan.contributions[number] ?? []).filter(({ instance }) =>
    fails(plan.instances[instance], residues[instance]),
  );
  const sum = sources.reduce((total, { instance, sign }) => total + sign * (residues[instance] ?? 0), 0);
  return sum === residues[number] ? sources.map(({ instance }) => instance) : [];
}

/** The inequalities that fail, each with how much its left is more than its right. */
export function failingBounds(
  plan: RelationPlan,
  values: Values,
): readonly { readonly number: number; readonly excess: number }[] {
  return plan.instances.flatMap((instance, number) => {
    if (instance.relation.comparison !== '<=') return [];
    const excess = residual(instance, values);
    return fails(instance, excess) ? [{ number, excess }] : [];
  });
}
