import type { Relation } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { readCell } from '../text/cell-value.ts';
import type { RowRule } from './candidates.ts';

/** The number at a row and column, both by their ids; null where there is none to reckon with. */
export type ValueAt = (row: string, column: string) => number | null;

const CENT = 10_000;

/** The place of a value, by the ids of its row and column. */
export interface Place {
  readonly row: string;
  readonly column: string;
}

/** A relation in one column, or in one row. */
export interface Instance {
  readonly relation: Relation;
  readonly places: readonly { readonly row: string; readonly column: string; readonly side: 1 | -1 }[];
}

/** Every relation of a table in every column and row that it holds in. */
export function instancesOf(table: FormTable): readonly Instance[] {
  return table.derived(makeInstances);
}

function makeInstances(table: FormTable): readonly Instance[] {
  return table.relations.flatMap((relation) => instancesOfRelation(relation, table));
}

function instancesOfRelation(relation: Relation, table: FormTable): readonly Instance[] {
  const place = relation.holds === 'in-each-row' ? inRow : inColumn;
  const rows = table.rows.map(({ row, block }) => ({ id: row.id, columns: block.columns }));
  if (relation.holds === 'in-each-row') {
    return rows
      .filter(
        ({ id, columns }) =>
          (relation.rows?.includes(id) ?? true) && termsOf(relation).every((term) => columns.includes(term)),
      )
      .map(({ id }) => place(relation, id));
  }
  const columns = new Set(rows.filter(({ id }) => termsOf(relation).includes(id)).flatMap((row) => row.columns));
  return [...columns].map((column) => place(relation, column));
}

function termsOf(relation: Relation): readonly string[] {
  return [...relation.left, ...relation.right];
}

function inRow(relation: Relation, row: string): Instance {
  const left = relation.left.map((column) => ({ row, column, side: 1 as const }));
  return { relation, places: [...left, ...relation.right.map((column) => ({ row, column, side: -1 as const }))] };
}

function inColumn(relation: Relation, column: string): Instance {
  const left = relation.left.map((row) => ({ row, column, side: 1 as const }));
  return { relation, places: [...left, ...relation.right.map((row) => ({ row, column, side: -1 as const }))] };
}

/** Whether a relation holds; null where a term is missing. */
export function holds({ relation, places }: Instance, valueAt: ValueAt): boolean | null {
  let difference = 0;
  for (const { row, column, side } of places) {
    const value = valueAt(row, column);
    if (value === null) return null;
    difference += side * inCents(value);
  }
  return isMet({ relation }, difference);
}

/** Whether a relation holds whose left side less its right is so much, in the smallest parts that are reckoned with. */
export function isMet({ relation }: Pick<Instance, 'relation'>, difference: number): boolean {
  return relation.comparison === '=' ? difference === 0 : difference <= 0;
}

/** A value in whole numbers, so that sums of decimals are exact. */
export function inCents(value: number): number {
  return Math.round(value * CENT);
}

/** The number that a cell's text says, or null. */
export function numberOf(text: string): number | null {
  const reading = readCell(text);
  return reading.kind === 'number' ? reading.value : null;
}

/** What the relations within rows say of the values at consecutive places. */
export function ruleOf(
  definition: FormTable,
  places: readonly Place[],
  { labelled, filled }: Pick<RowRule, 'labelled' | 'filled'>,
): RowRule {
  const inside = instancesOf(definition)
    .map((instance) => ({ instance, at: instance.places.map((place) => indexOf(places, place.row, place.column)) }))
    .filter(({ at }) => at.every((index) => index >= 0));
  return {
    count: places.length,
    labelled,
    filled,
    sumEvery: sumEvery(definition, places),
    allowed: (values) =>
      inside.every(({ instance, at }) => {
        const blank = at.some((index) => (values[index] ?? '') === '');
        if (blank && instance.relation.comparison !== '=') return true;
        const valueAt: ValueAt = (row, column) => {
          const text = values[indexOf(places, row, column)] ?? '';
          return text === '' ? 0 : numberOf(text);
        };
        return holds(instance, valueAt) !== false;
      }),
  };
}

function indexOf(places: readonly Place[], row: string, column: string): number {
  return places.findIndex((place) => place.row === row && place.column === column);
}

/** The columns of a row, where the last is the sum of all others; else 0. */
function sumEvery(definition: FormTable, places: readonly Place[]): number {
  const block = places[0] ? definition.blockOf(places[0].row) : null;
  const columns = block?.columns ?? [];
  const [total, ...others] = columns.toReversed();
  const adds = definition.relations.some(
    ({ holds: where, comparison, left, right }) =>
      where === 'in-each-row' &&
      comparison === '=' &&
      left.length === 1 &&
      left[0] === total &&
      others.length === right.length &&
      others.every((column) => right.includes(column)),
  );
  return adds ? columns.length : 0;
}
