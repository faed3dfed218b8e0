import type { ColumnDefinition, RowDefinition, TableDefinition } from '../forms/edition.ts';
import type { CellNode } from '../syntax/tree.ts';
import { readCell } from '../text/cell-value.ts';
import type { Cell, Misfit } from './report.ts';

/**
 * The places at which `count` values can begin in `cells` so that all cells outside them are blank.
 * Empty where no place fits; several where blanks at an edge leave a choice.
 */
export function valueStarts(cells: readonly CellNode[], count: number): readonly number[] {
  const surplus = cells.length - count;
  if (surplus < 0) return [];
  if (surplus === 0) return [0];
  const first = cells.findIndex((cell) => cell.text !== '');
  if (first < 0) return range(0, surplus);
  const last = cells.findLastIndex((cell) => cell.text !== '');
  return range(Math.max(0, last + 1 - count), Math.min(first, surplus));
}

function range(from: number, to: number): readonly number[] {
  return from > to ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The cells that were found where their number doesn't fit, blanks at the edges left out. */
export function misfit(cells: readonly CellNode[], expected: number): Misfit {
  const first = cells.findIndex((cell) => cell.text !== '');
  const last = cells.findLastIndex((cell) => cell.text !== '');
  return { expected, found: first < 0 ? [] : cells.slice(first, last + 1) };
}

/** A value in its place, read. */
export function bindCell(node: CellNode, row: RowDefinition, column: ColumnDefinition): Cell {
  const reading = readCell(node.text);
  return {
    node,
    span: node.span,
    text: node.text,
    row,
    column,
    reading,
    value: reading.kind === 'number' ? reading.value : null,
  };
}

const columnMaps = new WeakMap<TableDefinition, ReadonlyMap<string, ColumnDefinition>>();

/** The columns of a table by id. */
export function columnsById(table: TableDefinition): ReadonlyMap<string, ColumnDefinition> {
  const known = columnMaps.get(table);
  if (known) return known;
  const columns = new Map(table.columns.map((column) => [column.id, column]));
  columnMaps.set(table, columns);
  return columns;
}
