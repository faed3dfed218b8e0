import type { Cause } from './cause.ts';
import type { RelationPlan } from './plan.ts';
import { fails, isPossible, type Values, valueThatHolds } from './values.ts';

interface Candidate {
  readonly place: number;
  readonly expected: number;
  readonly group: readonly number[];
}

/**
 * What is said where no few slips explain what fails: first cells whose change mends every relation that they take part in,
 * where no other cell competes; then the relations that are left, without those of the column 总计 that only follow from the
 * others.
 */
export function plainCauses(
  plan: RelationPlan,
  found: Values,
  before: Float64Array,
  component: readonly number[],
): readonly Cause[] {
  const [values, residues] = [found.slice(), before.slice()];
  const failing = () => component.filter((number) => fails(plan.instances[number], residues[number]));
  const causes: Cause[] = [];
  for (
    let next = uncontested(plan, values, residues, failing());
    next;
    next = uncontested(plan, values, residues, failing())
  ) {
    causes.push(cellCause(plan, next));
    values[next.place] = next.expected;
    for (const number of next.group) residues[number] = 0;
  }
  return [...causes, ...relationCauses(plan, values, residues, failing())];
}

/** The first cell whose change mends all its relations, and whose relations no other cell mends as well. */
function uncontested(
  plan: RelationPlan,
  values: Values,
  residues: Float64Array,
  failing: readonly number[],
): Candidate | null {
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
  if (group.length === 0 || isAccusedByItsColumnAlone(plan, place, group)) return null;
  return isPossible(plan.places[place], expected) ? { place, expected, group } : null;
}

/**
 * Whether nothing but one sum of its column speaks against a cell, and the cell is not its total. It is then set apart from
 * the other addends only because the sum of its row can't be evaluated, and the failure is reported at the total.
 */
function isAccusedByItsColumnAlone(plan: RelationPlan, place: number, group: readonly number[]): boolean {
  const only = group.length === 1 ? plan.instances[group[0] ?? 0] : undefined;
  return only?.column !== undefined && only.column !== null && only.total.place !== place;
}

function cellCause(plan: RelationPlan, { place, expected, group }: Candidate): Cause {
  const main = group.find((number) => plan.instances[number]?.row) ?? group[0] ?? 0;
  const others = group.filter((number) => number !== main);
  return {
    place,
    expected,
    main,
    others,
    certain: true,
    kind: 'cell',
    row: null,
    alternatives: [[{ place, value: expected }]],
  };
}

/** The relations that fail, each at its total, without those of the column 总计 that only follow from others. */
export function relationCauses(
  plan: RelationPlan,
  values: Values,
  residues: Float64Array,
  failing: readonly number[],
): readonly Cause[] {
  const sources = new Map(failing.map((number) => [number, sourcesOf(plan, residues, number)]));
  const reported = failing.filter((number) => sources.get(number)?.length === 0);
  return reported.flatMap((main) => {
    const instance = plan.instances[main];
    if (!instance) return [];
    const { place } = instance.total;
    const others = failing.filter((number) => sources.get(number)?.includes(main));
    return [
      {
        place,
        expected: valueThatHolds(instance, place, values),
        main,
        others,
        certain: false,
        kind: null,
        row: null,
        alternatives: [],
      },
    ];
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
