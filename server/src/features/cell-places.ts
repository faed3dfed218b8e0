// Where the cells of every table stand, for editors that move from value to value and keep columns straight.
import { promptsOf } from '../analysis/prompts.ts';
import { placeNumber, relationPlan } from '../figures/plan.ts';
import { sumsByTotal } from '../figures/totals.ts';
import { placeRows, type RowOfTable } from '../report/place-rows.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import type { CellNode } from '../syntax/tree.ts';
import { overlap, type Span } from '../text/span.ts';
import { otherSideOf } from './other-side.ts';
import type { Snapshot } from './snapshot.ts';

/** A cell of a row; offsets are UTF-16 units of the whole text, half-open. */
export interface CellPlace {
  /** All between its bars, white space included. */
  readonly room: Span;
  /** What is written in it; empty at the room's start for a blank. */
  readonly span: Span;
  /** `other` is what stands in no column: cells behind the last one, rows of nothing but white space. */
  readonly kind: 'label' | 'head' | 'value' | 'other';
  /** The row and column of the form that its value belongs to; null for all but values of the form. */
  readonly row: string | null;
  readonly column: string | null;
  /** Whether it is a value of the form: one of a row that has as many as the form says. */
  readonly editable: boolean;
  /** Whether a relation says that it is the sum of others. */
  readonly total: boolean;
}

export interface RowPlaces {
  /** Zero-based. */
  readonly line: number;
  readonly span: Span;
  readonly head: boolean;
  /** Rows of one block share their columns. */
  readonly block: string;
  /** Which cells stand in columns, the labels before them; null where none does. */
  readonly columns: { readonly from: number; readonly count: number } | null;
  readonly cells: readonly CellPlace[];
}

export interface TablePlaces {
  readonly id: string;
  readonly span: Span;
  readonly rows: readonly RowPlaces[];
}

export interface Cells {
  /** The version of the text; null for a file that isn't open. */
  readonly version: number | null;
  readonly tables: readonly TablePlaces[];
  /** Where something is still to be written in the prose. */
  readonly prompts: readonly Span[];
  /** Rows that stand in no table. */
  readonly strays: readonly Span[];
}

/** The cells of every table, the prompts and the stray rows, in the order of the text. */
export function cellPlaces(snapshot: Snapshot): Cells {
  const { version, report } = snapshot;
  const other = otherSideOf(snapshot);
  const others = other?.report.tables.map(tablePlaces) ?? [];
  const tables = report.tables.map(tablePlaces).map((table): TablePlaces => {
    const same = others.filter(({ id, span }) => id === table.id && overlap(span, table.span));
    const theirs = same.flatMap(({ rows }) => rows.filter(({ span }) => other?.holds(span))).map(notEdited);
    return theirs.length === 0 ? table : { ...table, rows: [...table.rows, ...theirs].toSorted(byLine) };
  });
  return { version, tables, prompts: promptsOf(report), strays: straysOf(report) };
}

/** A row of the other side: its values are seen, but not the report's. */
function notEdited(row: RowPlaces): RowPlaces {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, editable: false })) };
}

function byLine(a: RowPlaces, b: RowPlaces): number {
  return a.line - b.line;
}

function straysOf({ tables, tree: { lines } }: Report): readonly Span[] {
  const placed = new Set(tables.flatMap((table) => placeRows(table).map(({ line }) => line.number)));
  return lines.flatMap((line) => (line.kind === 'row' && !placed.has(line.number) ? [line.span] : []));
}

function tablePlaces(table: Table): TablePlaces {
  const values = new Map<CellNode, Cell>();
  for (const line of table.lines) {
    if (line.kind === 'value') for (const cell of line.cells) values.set(cell.node, cell);
  }
  return {
    id: table.definition.id,
    span: table.span,
    rows: placeRows(table).map((row) => rowPlaces(table, row, values)),
  };
}

function isTotal({ definition }: Table, { row, column }: Cell): boolean {
  const plan = relationPlan(definition);
  return (sumsByTotal(plan)[placeNumber(plan, row.id, column.id)] ?? []).length > 0;
}

function rowPlaces(table: Table, row: RowOfTable, values: ReadonlyMap<CellNode, Cell>): RowPlaces {
  const { line, kind, block, columns } = row;
  return {
    line: line.number,
    span: line.span,
    head: kind === 'head',
    block,
    columns: columns && { from: columns.from, count: columns.count },
    cells: line.cells.map((node, i): CellPlace => {
      const value = values.get(node);
      return {
        room: node.room,
        span: node.span,
        kind: value ? 'value' : kindOf(row, i),
        row: value?.row.id ?? null,
        column: value?.column.id ?? null,
        editable: value !== undefined,
        total: value !== undefined && isTotal(table, value),
      };
    }),
  };
}

function kindOf({ columns, kind }: RowOfTable, i: number): CellPlace['kind'] {
  if (!columns) return 'other';
  if (i < columns.from) return 'label';
  if (i >= columns.from + columns.count) return 'other';
  return kind === 'head' ? 'head' : 'value';
}
