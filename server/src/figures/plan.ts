import type { ColumnDefinition, Relation, RowDefinition, TableDefinition } from '../forms/edition.ts';
import type { FormTable, Place } from '../forms/form.ts';
import type { Localized } from '../text/language.ts';

/** A place in a relation; the sign is 1 on its left and -1 on its right. */
export interface Term {
  readonly place: number;
  readonly sign: 1 | -1;
}

/** A relation in one column or one row. Its residual is the sum of its left less that of its right. */
export interface Instance {
  readonly relation: Relation;
  /** The row that it holds in, or null where it holds in a column. */
  readonly row: RowDefinition | null;
  /** The column that it holds in, or null where it holds in a row. */
  readonly column: ColumnDefinition | null;
  readonly terms: readonly Term[];
  /** The term at which its failure is reported. */
  readonly total: Term;
}

/** A sum that holds in a row: its places in the relation's order, the total last. */
export interface RowSum {
  readonly instance: Instance;
  readonly addends: readonly number[];
  readonly total: number;
  readonly all: readonly number[];
}

/** An instance whose residual adds to that of another. */
export interface Contribution {
  readonly instance: number;
  readonly sign: 1 | -1;
}

/** The relations of a table, laid out over its places once and for all. Places and instances are known by their number. */
export interface RelationPlan {
  readonly places: readonly Place[];
  /** The number of a place, by the ids of its row and column; see `placeNumber`. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly instances: readonly Instance[];
  /** The numbers of the instances with `=`. */
  readonly equations: readonly number[];
  /** The numbers of the instances with `<=`. */
  readonly bounds: readonly number[];
  /** The instances with `=` that a place takes part in. */
  readonly equationsOf: readonly (readonly number[])[];
  /** The sums that hold in rows, in the order of the form. */
  readonly rowSums: readonly RowSum[];
  /**
   * For an instance in the column 总计: those of the same relation in the columns that 总计 sums up, and those of the
   * rows. Its residual is always the sum of theirs. Empty for every other instance.
   */
  readonly contributions: readonly (readonly Contribution[])[];
}

/** The plan of a table's form; made once. */
export function relationPlan(table: FormTable): RelationPlan {
  return table.derived(makePlan);
}

function makePlan(definition: FormTable): RelationPlan {
  const { places } = definition;
  const numbers = new Map(places.map((place, number) => [placeKey(place.row.id, place.column.id), number]));
  const instances = definition.relations.flatMap((relation) => instancesOf(relation, definition, places, numbers));
  const equationsOf: number[][] = places.map(() => []);
  for (const [number, instance] of instances.entries()) {
    if (instance.relation.comparison !== '=') continue;
    for (const term of instance.terms) equationsOf[term.place]?.push(number);
  }
  const equals = ({ relation }: Instance) => relation.comparison === '=';
  const numbersOf = (isWanted: (one: Instance) => boolean) =>
    instances.flatMap((one, number) => (isWanted(one) ? [number] : []));
  return {
    places,
    numbers,
    instances,
    equations: numbersOf(equals),
    bounds: numbersOf((one) => !equals(one)),
    equationsOf,
    rowSums: instances.flatMap((one) => (one.row && equals(one) && isSum(one) ? [rowSum(one)] : [])),
    contributions: instances.map((one) => contributionsTo(one, instances)),
  };
}

function rowSum(instance: Instance): RowSum {
  const total = instance.total.place;
  const addends = instance.terms.map(({ place }) => place).filter((place) => place !== total);
  return { instance, addends, total, all: [...addends, total] };
}

/** What the relations of a table say, in the words of its form. */
export function relationTexts(definition: TableDefinition): readonly Localized[] {
  return definition.relations.map(({ text }) => text);
}

/** Whether a relation says that one term is the sum of all others. */
export function isSum({ terms, total }: Instance): boolean {
  return terms.every((term) => term === total || term.sign !== total.sign);
}

/** The number of the place of a row and a column, by their ids; -1 where the form has none. */
export function placeNumber(plan: RelationPlan, row: string, column: string): number {
  return plan.numbers.get(placeKey(row, column)) ?? -1;
}

/** The sum that a place takes part in within its row; null where it takes part in none. */
export function rowSumOf(plan: RelationPlan, place: number): Instance | null {
  for (const number of plan.equationsOf[place] ?? []) {
    const instance = plan.instances[number];
    if (instance?.row) return instance;
  }
  return null;
}

function placeKey(row: string, column: string): string {
  return `${row}\n${column}`;
}

function instancesOf(
  relation: Relation,
  definition: TableDefinition,
  places: readonly Place[],
  numbers: ReadonlyMap<string, number>,
): readonly Instance[] {
  if (relation.holds === 'in-each-column') {
    return definition.columns.flatMap((column) => {
      const terms = termsOf(relation, (id) => numbers.get(placeKey(id, column.id)));
      return terms ? [{ relation, row: null, column, ...terms }] : [];
    });
  }
  const rows = new Set(places.map((place) => place.row));
  return [...rows].flatMap((row) => {
    if (relation.rows && !relation.rows.includes(row.id)) return [];
    const terms = termsOf(relation, (id) => numbers.get(placeKey(row.id, id)));
    return terms ? [{ relation, row, column: null, ...terms }] : [];
  });
}

/** Null where the form has no place for one of the terms, so that the relation means nothing there. */
function termsOf(
  relation: Relation,
  placeOf: (id: string) => number | undefined,
): { readonly terms: readonly Term[]; readonly total: Term } | null {
  const terms: Term[] = [];
  let total: Term | null = null;
  for (const [ids, sign] of [[relation.left, 1] as const, [relation.right, -1] as const]) {
    for (const id of ids) {
      const place = placeOf(id);
      if (place === undefined) return null;
      const term: Term = { place, sign };
      terms.push(term);
      if (id === relation.total) total = term;
    }
  }
  return total && { terms, total };
}

function contributionsTo(instance: Instance, instances: readonly Instance[]): readonly Contribution[] {
  const { relation, column } = instance;
  if (!column || relation.comparison !== '=') return [];
  const sum = instances.find(({ relation: other }) => isSumInto(other, column.id))?.relation;
  if (!sum) return [];
  const addends = new Set([...sum.left, ...sum.right].filter((id) => id !== sum.total));
  const sumSign = sum.left.includes(sum.total) ? 1 : -1;
  const rowSign = new Map<string, 1 | -1>([
    ...relation.left.map((id) => [id, 1] as const),
    ...relation.right.map((id) => [id, -1] as const),
  ]);
  return instances.flatMap((other, number): Contribution[] => {
    if (other.relation === relation && other.column && addends.has(other.column.id))
      return [{ instance: number, sign: 1 }];
    const sign = other.relation === sum && other.row ? rowSign.get(other.row.id) : undefined;
    return sign ? [{ instance: number, sign: sign === sumSign ? 1 : -1 }] : [];
  });
}

/** Whether the relation says that a column is the sum of others. */
function isSumInto(relation: Relation, column: string): boolean {
  if (relation.holds !== 'in-each-row' || relation.comparison !== '=' || relation.total !== column) return false;
  const side = relation.left.includes(column) ? relation.left : relation.right;
  return side.length === 1;
}
