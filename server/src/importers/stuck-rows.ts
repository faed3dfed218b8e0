import { isStuck } from '../figures/row-readings.ts';
import { type PlaceIds, ruleOf } from '../figures/row-rule.ts';
import { splittings } from '../figures/split-digits.ts';
import type { BlockDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { canonical } from '../text/canonical.ts';
import type { RawRows } from './head-rows.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isValue } from './words.ts';

/** More rows than any form has are no table of it. */
const MAX_STUCK = 40;

/** Whether numbers that stand in one cell can only be several stuck together. */
export function holdsStuck(rows: RawRows): boolean {
  return rows.some((row) => row.some(isStuck));
}

/** The rows with numbers that are stuck together parted as a form's columns demand, where there is but one way. */
export function unstuck(rows: RawRows, definition: FormTable, vocabulary: Vocabulary): RawRows {
  const stuck = rows.flatMap((row) => stuckRow(row, definition, vocabulary) ?? []);
  if (stuck.length > MAX_STUCK) return rows;
  const filled = stuck.every(({ value, places }) => value.length >= places.length);
  return rows.map((row) => {
    const own = stuck.find((each) => each.row === row);
    if (!own) return row;
    const rule = ruleOf(definition, own.places, { labelled: true, filled });
    const [reading, another] = filled || rule.sumEvery > 0 ? (splittings([own.value], rule) ?? []) : [];
    return reading && !another ? [...row.filter((cell) => cell !== '' && !isValue(cell)), ...reading] : row;
  });
}

interface StuckRow {
  readonly row: readonly string[];
  readonly value: string;
  readonly places: readonly PlaceIds[];
}

/** A row of several values all of which stand in one cell. */
function stuckRow(row: readonly string[], definition: FormTable, vocabulary: Vocabulary): StuckRow | null {
  const shown = row.filter((cell) => cell !== '');
  const [value, ...others] = shown.filter(isValue);
  const label = shown.findLast((cell) => !isValue(cell));
  const found = label === undefined ? null : rowOf(canonical(label), definition, vocabulary);
  if (!found || value === undefined || others.length > 0) return null;
  return { row, value, places: found.block.columns.map((column) => ({ row: found.id, column })) };
}

function rowOf(
  label: string,
  definition: FormTable,
  vocabulary: Vocabulary,
): { readonly id: string; readonly block: BlockDefinition } | null {
  const id = (vocabulary.terms.get(label) ?? vocabulary.nearest(label))?.row?.id;
  const row = id === undefined ? null : definition.row(id);
  return id !== undefined && row && row.columns.length > 1 ? { id, block: row.block } : null;
}
