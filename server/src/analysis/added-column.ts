// A column that a table has beside those of its form: which one, told by a head or by sums.

import { rowAddsUp } from '../figures/row-rule.ts';
import type { BlockDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import type { HeaderRow, Table } from '../report/report.ts';
import type { CellNode } from '../syntax/tree.ts';
import { readCell } from '../text/cell-value.ts';

/** A row of a table's block with one value more than the form has columns: its cells, in their order. */
export interface RowWithOneMore {
  readonly block: BlockDefinition;
  readonly cells: readonly CellNode[];
}

export interface AddedColumn {
  /** Its place among the values of a row, zero-based. */
  readonly index: number;
  /** Its head, or null where the table has none for it and sums alone tell. */
  readonly head: CellNode | null;
}

/**
 * The column that was added where these rows, all of one block, have one value too many: the one with a head that is none
 * of the form's, else the one whose values are sums of those before it and without which the rows add up. Null where
 * neither tells.
 */
export function addedColumn(table: Table, rows: readonly RowWithOneMore[]): AddedColumn | null {
  const block = rows[0]?.block;
  if (!block || rows.some((row) => row.block !== block || row.cells.length !== block.columns.length + 1)) return null;
  return byHead(table, block) ?? bySums(table.definition, block, rows);
}

/** Behind which column the one head stands that is none of the form's. */
function byHead({ lines, definition }: Table, block: BlockDefinition): AddedColumn | null {
  const headers = lines.filter((line): line is HeaderRow => line.kind === 'header' && line.block === block);
  const found = headers.flatMap(({ heads }) =>
    heads.flatMap(({ cell, official }, i): AddedColumn[] => {
      const before = columnOf(heads[i - 1]?.official ?? null, definition, block);
      return official === null && before >= 0 ? [{ index: before + 1, head: cell }] : [];
    }),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function columnOf(official: string | null, { columns }: FormTable, block: BlockDefinition): number {
  const id = columns.find(({ label }) => label === official)?.id;
  return id === undefined ? -1 : block.columns.indexOf(id);
}

function bySums(definition: FormTable, block: BlockDefinition, rows: readonly RowWithOneMore[]): AddedColumn | null {
  const values = rows.map(({ cells }) => cells.map(numberIn));
  const places = Array.from({ length: block.columns.length + 1 }, (_, i) => i);
  const found = places.filter(
    (index) => isSubtotal(values, index) && values.every((row) => addsUp(definition, block, row.toSpliced(index, 1))),
  );
  const [index] = found;
  return index !== undefined && found.length === 1 ? { index, head: null } : null;
}

function numberIn({ text }: CellNode): number {
  const reading = readCell(text);
  return reading.kind === 'number' ? reading.value : Number.NaN;
}

/** Whether in every row the value is the sum of two or more right before it, in each of the same ones. */
function isSubtotal(rows: readonly (readonly number[])[], index: number): boolean {
  for (let from = 0; from <= index - 2; from++)
    if (rows.every((row) => sum(row.slice(from, index)) === row[index])) return true;
  return false;
}

/** By the sums of a row of the block, as all of them have the same columns. */
function addsUp(definition: FormTable, { lines, columns }: BlockDefinition, values: readonly number[]): boolean {
  const row = lines.find((line) => line.kind === 'row');
  return row !== undefined && rowAddsUp(definition, row.id, columns, values);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
