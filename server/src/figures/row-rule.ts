import type { FormTable } from '../forms/form.ts';
import { readCell } from '../text/cell-value.ts';
import { type Instance, placeNumber, type RelationPlan, relationPlan } from './plan.ts';
import { fails, isEquation, residualOf } from './values.ts';

/** The place of a value, by the ids of its row and column. */
export interface PlaceIds {
  readonly row: string;
  readonly column: string;
}

/** What is known of a row's values. */
export interface RowRule {
  readonly count: number;
  readonly labelled: boolean;
  /** Whether no value of the table seems to be blank. */
  readonly filled: boolean;
  /** Every so many values the last is the sum of those before it; 0 where no sum stands in the row. */
  readonly sumEvery: number;
  /** Whether these can be the values, by the relations of the row. */
  readonly allowed: (values: readonly string[]) => boolean;
}

/** The number that a cell's text says, or null. */
export function numberOf(text: string): number | null {
  const reading = readCell(text);
  return reading.kind === 'number' ? reading.value : null;
}

/**
 * What the relations within rows say of the values at consecutive places. A blank among the values of a sum counts as the 0
 * that was left out; a text that is no number leaves the relation open.
 */
export function ruleOf(
  definition: FormTable,
  places: readonly PlaceIds[],
  { labelled, filled }: Pick<RowRule, 'labelled' | 'filled'>,
): RowRule {
  const plan = relationPlan(definition);
  const numbers = places.map(({ row, column }) => placeNumber(plan, row, column));
  const inside = instancesWithin(plan, numbers);
  return {
    count: places.length,
    labelled,
    filled,
    sumEvery: sumEvery(plan, numbers),
    allowed: (values) => inside.every((one) => !contradicts(one, values)),
  };
}

interface Within {
  readonly instance: Instance;
  /** For every term of the instance, the index of its value. */
  readonly at: readonly number[];
}

/** The instances all terms of which are among the places. */
function instancesWithin(plan: RelationPlan, numbers: readonly number[]): readonly Within[] {
  return plan.instances
    .map((instance) => ({ instance, at: instance.terms.map(({ place }) => numbers.indexOf(place)) }))
    .filter(({ at }) => at.every((index) => index >= 0));
}

function contradicts({ instance, at }: Within, texts: readonly string[]): boolean {
  const isBlank = at.some((index) => (texts[index] ?? '') === '');
  if (isBlank && !isEquation(instance)) return false;
  const values = at.map((index) => {
    const text = texts[index] ?? '';
    return text === '' ? 0 : (numberOf(text) ?? Number.NaN);
  });
  return fails(instance, residualOf(instance, values));
}

/** How many places the row of the first has, where the last is the sum of all others; else 0. */
function sumEvery(plan: RelationPlan, numbers: readonly number[]): number {
  const row = plan.places[numbers[0] ?? -1]?.row;
  const own = [...plan.places.keys()].filter((number) => plan.places[number]?.row === row);
  const adds = plan.equations.some((number) => {
    const instance = plan.instances[number];
    if (!instance || instance.row !== row) return false;
    return instance.total.place === own.at(-1) && instance.terms.length === own.length;
  });
  return adds ? own.length : 0;
}

/**
 * The values that the texts of a row can be read as where one of them is too many, as a number was split in two: every way to
 * put two neighbours together after which all equations of the row hold. None where the row takes part in none.
 * @param columns the ids of the columns in their order
 */
export function joinedReadings(
  definition: FormTable,
  row: string,
  columns: readonly string[],
  texts: readonly string[],
): readonly { readonly joined: string; readonly values: readonly string[] }[] {
  if (texts.length !== columns.length + 1) return [];
  return texts.flatMap((text, i) => {
    const next = texts[i + 1];
    if (next === undefined || !/^[1-9]\d{0,6}$/.test(text) || !/^\d{1,7}$/.test(next)) return [];
    const values = texts.toSpliced(i, 2, text + next);
    const numbers = values.map((value) => numberOf(value) ?? Number.NaN);
    return rowAddsUp(definition, row, columns, numbers) ? [{ joined: text + next, values }] : [];
  });
}

/**
 * Whether the values of a row, one for each of its columns, meet all equations of the row; false where there are none, or
 * where a value is missing.
 */
export function rowAddsUp(
  definition: FormTable,
  row: string,
  columns: readonly string[],
  values: readonly number[],
): boolean {
  const plan = relationPlan(definition);
  const numbers = columns.map((column) => placeNumber(plan, row, column));
  const inside = instancesWithin(plan, numbers).filter(({ instance }) => isEquation(instance));
  const holds = ({ instance, at }: Within) =>
    residualOf(
      instance,
      at.map((index) => values[index] ?? Number.NaN),
    ) === 0;
  return inside.length > 0 && inside.every(holds);
}
