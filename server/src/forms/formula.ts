import type { Form } from './form.ts';

/** A cell of a form, by ids. */
export interface CellId {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/**
 * What a quantity is in the cells of a form: a sum (`requests.received.total+requests.carried-over.total`,
 * `sum(requests.refused.*.total)`), a percentage (`100*A/B`), or that two sums are the same (`A=B`, `A=0`).
 */
export interface Formula {
  readonly text: string;
  /** The cells that are added up. */
  readonly sum: readonly CellId[];
  /** The sum that it is a percentage of; null where it is none. */
  readonly of: readonly CellId[] | null;
  /** What the sum equals, where that is what is said: empty for 0, null where nothing is. */
  readonly equals: readonly CellId[] | null;
}

/** A formula over the cells of a form. Null where the form hasn't one of its cells, or no cell that fits a pattern. */
export function formulaOf(form: Form, text: string): Formula | null {
  const [left = '', right] = text.split('=');
  const [, numerator, denominator] = /^100\*(.+)\/(.+)$/.exec(left) ?? [];
  const sum = sumOf(form, numerator ?? left);
  const of = denominator === undefined ? null : sumOf(form, denominator);
  const equals = right === undefined ? null : sumOf(form, right);
  if (!sum || (denominator !== undefined && !of) || (right !== undefined && !equals)) return null;
  return { text, sum, of, equals };
}

/** Every cell that a formula names. */
export function cellIdsOf({ sum, of, equals }: Formula): readonly CellId[] {
  return [...sum, ...(of ?? []), ...(equals ?? [])];
}

function sumOf(form: Form, text: string): readonly CellId[] | null {
  if (text.trim() === '0') return [];
  const terms = text.replace(/[()]|\bsum\b/g, '').split('+');
  const cells = terms.map((term) => cellsNamed(form, term.trim()));
  return cells.some((named) => named.length === 0) ? null : cells.flat();
}

function cellsNamed(form: Form, term: string): readonly CellId[] {
  const parts = term.split('.');
  const [table = '', column = ''] = [parts[0], parts.at(-1)];
  const row = parts.slice(1, -1).join('.');
  const fits = row.endsWith('.*') ? (id: string) => id.startsWith(row.slice(0, -1)) : (id: string) => id === row;
  const places = form.table(table)?.places ?? [];
  return places
    .filter((place) => fits(place.row.id) && place.column.id === column)
    .map((place) => ({ table, row: place.row.id, column }));
}
