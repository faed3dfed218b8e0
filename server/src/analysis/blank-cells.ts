import { filledWithZeros, valueThatMustBe } from '../figures/blanks.ts';
import { placeNumber } from '../figures/plan.ts';
import { candidatesIn } from '../report/doubt-comment.ts';
import { figuresOf } from '../report/figures-of.ts';
import type { Cell, Table, ValueRow } from '../report/report.ts';
import { lineAbove } from '../syntax/lines.ts';
import type { CommentLine, Tree } from '../syntax/tree.ts';
import { isBlank } from './cell-trouble.ts';
import { valueRows } from './judged-tables.ts';

/** Blank values that are one finding: neighbours in a row, or those of many rows together. */
export interface BlankRun {
  readonly cells: readonly Cell[];
  /** The row that they stand in; null where they stand in many. */
  readonly row: ValueRow | null;
  /** Whether they are all the values of the table. */
  readonly all: boolean;
  /** What an import left open there; null where it left nothing open. */
  readonly doubt: RowDoubt | null;
}

/** A row that an import left open: its comment, and what may stand in the blank cells, one text for each. */
export interface RowDoubt {
  readonly comment: CommentLine;
  readonly readings: readonly (readonly string[])[];
}

/** So many rows have one reason: the table is still to be filled in, a column was forgotten, or zeros are left out. */
const MANY_ROWS = 5;

/** The blank values of a table in the order of the text; those of a row that an import left open are one run. */
export function blankRuns(tree: Tree, table: Table): readonly BlankRun[] {
  const rows = valueRows(table);
  const blank = rows.filter((row) => row.cells.some(isBlank));
  if (blank.length === 0) return [];
  const open = blank.flatMap((row): BlankRun[] => {
    const doubt = doubtOf(tree, row);
    return doubt ? [{ cells: blanksOf(row), row, all: false, doubt }] : [];
  });
  if (open.length === 0) return runsOf(rows);
  const left = rows.filter((row) => !open.some((run) => run.row === row));
  const runs = [...open, ...runsOf(left)];
  return runs.sort((a, b) => (a.cells[0]?.span.start ?? 0) - (b.cells[0]?.span.start ?? 0));
}

function doubtOf(tree: Tree, row: ValueRow): RowDoubt | null {
  const comment = lineAbove(tree, row.line);
  if (comment?.kind !== 'comment') return null;
  const columns = row.cells.map(({ column }) => column);
  const blanks = blanksOf(row);
  const at = new Map(row.cells.map((cell, i) => [i, blanks.indexOf(cell)]));
  const readings = candidatesIn(comment.content.text, columns).flatMap(({ columns: open, texts }) => {
    const values = blanks.map(() => '');
    for (const [i, column] of open.entries()) {
      const place = at.get(column) ?? -1;
      if (place < 0) return [];
      values[place] = texts[i] ?? '';
    }
    return [values];
  });
  return readings.length > 0 ? { comment, readings } : null;
}

function runsOf(rows: readonly ValueRow[]): readonly BlankRun[] {
  const cells = rows.flatMap((row) => row.cells);
  const blanks = cells.filter(isBlank);
  if (blanks.length === 0) return [];
  const together = (own: readonly Cell[], all: boolean): BlankRun => ({ cells: own, row: null, all, doubt: null });
  if (blanks.length === cells.length && rows.length > 1) return [together(blanks, true)];
  const empty = rows.filter((row) => row.cells.length > 0 && row.cells.every(isBlank));
  const partial = rows.filter((row) => row.cells.some(isBlank) && !row.cells.every(isBlank));
  if (partial.length >= MANY_ROWS) return [together(blanks, false)];
  if (empty.length >= MANY_ROWS && empty.length * 2 > rows.length) {
    const left = partial.filter(isMostlyBlank);
    const own = rows.filter((row) => empty.includes(row) || left.includes(row)).flatMap(blanksOf);
    return [together(own, false), ...partial.filter((row) => !left.includes(row)).flatMap(runsIn)];
  }
  const columns = [...Map.groupBy(rows, ({ block }) => block).values()].filter(lackAlike);
  const inColumns = new Set(columns.flat());
  return rows.flatMap((row): readonly BlankRun[] => {
    const column = columns.find(([first]) => first === row);
    if (column) return [together(column.flatMap(blanksOf), false)];
    return inColumns.has(row) ? [] : runsIn(row);
  });
}

function blanksOf({ cells }: ValueRow): readonly Cell[] {
  return cells.filter(isBlank);
}

function isMostlyBlank(row: ValueRow): boolean {
  return blanksOf(row).length * 2 > row.cells.length;
}

/** Whether all of several rows lack the values of the same columns, and of these only. */
function lackAlike(rows: readonly ValueRow[]): boolean {
  const [lacking, ...others] = rows.map((row) =>
    blanksOf(row)
      .map(({ column }) => column.id)
      .join(' '),
  );
  const [first] = rows;
  if (!lacking || !first || others.length === 0 || others.some((each) => each !== lacking)) return false;
  return blanksOf(first).length < first.cells.length;
}

function runsIn(row: ValueRow): readonly BlankRun[] {
  const runs: Cell[][] = [];
  let run: Cell[] | null = null;
  for (const cell of row.cells) {
    if (!isBlank(cell)) run = null;
    else if (run) run.push(cell);
    else {
      run = [cell];
      runs.push(run);
    }
  }
  return runs.map((cells) => ({ cells, row, all: false, doubt: null }));
}

/**
 * For each of the blank cells the one value that makes every relation through it hold whose other values are all there. Null
 * where there is no such relation, where they disagree, or where the column can't hold it.
 */
export function deducedValues(table: Table, cells: readonly Cell[]): readonly (number | null)[] {
  const { plan, values } = figuresOf(table);
  return cells.map(({ row, column }) => valueThatMustBe(plan, values, placeNumber(plan, row.id, column.id)));
}

/** What the blank cells are to hold where nothing happened: 0, a total its sum; null where a total has to stay blank. */
export function zeroValues(table: Table, cells: readonly Cell[]): readonly (number | null)[] {
  const { plan, values } = figuresOf(table);
  const places = cells.map(({ row, column }) => placeNumber(plan, row.id, column.id));
  return filledWithZeros(plan, values, places);
}
