import { candidatesOf } from '../figures/row-readings.ts';
import { type PlaceIds, ruleOf } from '../figures/row-rule.ts';
import type { FormTable } from '../forms/form.ts';
import { canonical } from '../text/canonical.ts';
import type { RawRows } from './head-rows.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isValue } from './words.ts';

/** The values of a line that stands for several rows, where it can't be told which is whose. */
export interface Undivided {
  readonly cells: readonly string[];
  readonly readings: readonly (readonly string[])[];
}

interface Widened {
  readonly rows: RawRows;
  readonly undivided: Undivided | null;
}

/**
 * The rows with the values of a row that has no label (`disputes`: fifteen on one line) made as many as they should be,
 * where the relations leave but one reading. Where they don't, its rows are there without values, and the line is
 * `undivided`.
 */
export function widened(rows: RawRows, vocabulary: Vocabulary): Widened {
  const [definition] = vocabulary.definitions;
  const places = definition ? widePlaces(definition) : [];
  const [only, ...others] = rows.filter((row) => isUnlabelled(row));
  const unchanged = { rows, undivided: null };
  if (!definition || !only || others.length > 0 || places.length === 0) return unchanged;
  if (only.length >= places.length || rows.some((row) => isLabelled(row, vocabulary))) return unchanged;
  const readings =
    candidatesOf(only, ruleOf(definition, places, { labelled: false, filled: true }), false)?.readings ?? [];
  const [reading, another] = readings;
  if (reading && !another) return { rows: rows.map((row) => (row === only ? reading : row)), undivided: null };
  const labels = definition.rows.map(({ row }) => [row.label]);
  return { rows: rows.flatMap((row) => (row === only ? labels : [row])), undivided: { cells: only, readings } };
}

function widePlaces(table: FormTable): readonly PlaceIds[] {
  return table.wideRow.map(({ row, column }) => ({ row: row.id, column: column.id }));
}

function isLabelled(row: readonly string[], vocabulary: Vocabulary): boolean {
  const [first, ...rest] = row.filter((cell) => cell !== '');
  return first !== undefined && !!vocabulary.terms.get(canonical(first))?.row && rest.some((cell) => isValue(cell));
}

function isUnlabelled(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '') && row.every((cell) => cell === '' || isValue(cell));
}
