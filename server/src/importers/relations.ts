import type { Relation, TableDefinition } from '../editions/edition.ts';
import { readCell } from '../text/cell-value.ts';

/** The number at a row and column, both by their ids; null where there is none to reckon with. */
export type ValueAt = (row: string, column: string) => number | null;

const CENT = 10_000;

/** A relation in one column, or in one row. */
export interface Instance {
  readonly relation: Relation;
  readonly places: readonly { readonly row: string; readonly column: string; readonly side: 1 | -1 }[];
}

const instances = new WeakMap<TableDefinition, readonly Instance[]>();

/** Every relation of a table in every column and row that it holds in. */
export function instancesOf(table: TableDefinition): readonly Instance[] {
  const known = instances.get(table);
  if (known) return known;
  const found = table.relations.flatMap((relation) => instancesOfRelation(relation, table));
  instances.set(table, found);
  return found;
}

function instancesOfRelation(relation: Relation, table: TableDefinition): readonly Instance[] {
  const place = relation.holds === 'in-each-row' ? inRow : inColumn;
  const rows = table.blocks.flatMap((block) =>
    block.lines.flatMap((line) => (line.kind === 'row' ? [{ id: line.id, columns: block.columns }] : [])),
  );
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
    difference += side * Math.round(value * CENT);
  }
  return relation.comparison === '=' ? difference === 0 : difference <= 0;
}

/** The number that a cell's text says, or null. */
export function numberOf(text: string): number | null {
  const reading = readCell(text);
  return reading.kind === 'number' ? reading.value : null;
}
