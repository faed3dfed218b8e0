// What the relations of a table give for one of its places, with the addition that says so.
import { valueThatMustBe } from './blanks.ts';
import type { Instance, RelationPlan } from './plan.ts';
import { sumsByTotal } from './totals.ts';
import { isPossible, type Values, valueThatHolds } from './values.ts';

/** Of a longer addition zeros are left out. */
const MOST_TERMS = 4;

/** A value for a place, with the addition that gives it: `3 + 1 + 1 = 5`. */
export interface Addition {
  readonly value: number;
  readonly text: string;
}

/**
 * The value with which every equation of a place holds; where there is none, for a total each of its sums. Whatever stands
 * there is left aside. None where numbers are missing, or the place can't hold it.
 */
export function additionsFor(plan: RelationPlan, values: Values, place: number): readonly Addition[] {
  const others = values.slice();
  others[place] = 0;
  const sums = sumsByTotal(plan)[place] ?? [];
  const equations = (plan.equationsOf[place] ?? []).flatMap((number) => plan.instances[number] ?? []);
  const only = valueThatMustBe(plan, values, place);
  const wanted = only === null ? sums : [...sums, ...equations];
  const found = new Map<number, string>();
  for (const instance of wanted) {
    const value = valueThatHolds(instance, place, others) + 0;
    if (Number.isNaN(value) || found.has(value) || !isPossible(plan.places[place], value)) continue;
    found.set(value, `${addition(instance, place, others)} = ${value}`);
  }
  return [...found].map(([value, text]) => ({ value, text }));
}

function addition({ terms }: Instance, place: number, values: Values): string {
  const sign = terms.find((term) => term.place === place)?.sign ?? 1;
  const all = terms
    .filter((term) => term.place !== place)
    .map((term) => ({ isAdded: term.sign !== sign, value: values[term.place] ?? 0 }));
  const shown = all.length > MOST_TERMS ? all.filter(({ value }) => value !== 0) : all;
  const [first, ...rest] = shown.toSorted((a, b) => Number(b.isAdded) - Number(a.isAdded));
  if (!first) return '0';
  const start = first.isAdded ? `${first.value}` : `−${first.value}`;
  return [start, ...rest.map(({ isAdded, value }) => `${isAdded ? '+' : '−'} ${value}`)].join(' ');
}
