import { filledWithZeros, valueThatMustBe } from '../figures/blanks.ts';
import { placeNumber } from '../figures/plan.ts';
import { figuresOf } from '../report/figures-of.ts';
import type { Cell, Table, ValueRow } from '../report/report.ts';
import { isBlank } from './cell-trouble.ts';
import { valueRows } from './judged-tables.ts';

/** Blank values that are one finding: neighbours in a row, or those of many rows together. */
export interface BlankRun {
  readonly cells: readonly Cell[];
  /** The row that they stand in; null where they stand in many. */
  readonly row: ValueRow | null;
  /** Whether they are all the values of the table. */
  readonly all: boolean;
}

/** So many rows have one reason: the table is still to be filled in, a column was forgotten, or zeros are left out. */
const MANY_ROWS = 5;

/** The blank values of a table in the order of the text. */
export function blankRuns(table: Table): readonly BlankRun[] {
  const rows = valueRows(table);
  if (!rows.some((row) => row.cells.some(isBlank))) return [];
  const cells = rows.flatMap((row) => row.cells);
  const blanks = cells.filter(isBlank);
  if (blanks.length === cells.length && rows.length > 1) return [{ cells: blanks, row: null, all: true }];
  const empty = rows.filter((row) => row.cells.length > 0 && row.cells.every(isBlank));
  const partial = rows.filter((row) => row.cells.some(isBlank) && !row.cells.every(isBlank));
  if (partial.length >= MANY_ROWS) return [{ cells: blanks, row: null, all: false }];
  if (empty.length >= MANY_ROWS && empty.length * 2 > rows.length) {
    const left = partial.filter(isMostlyBlank);
    const together = rows.filter((row) => empty.includes(row) || left.includes(row)).flatMap(blanksOf);
    return [
      { cells: together, row: null, all: false },
      ...partial.filter((row) => !left.includes(row)).flatMap(runsIn),
    ];
  }
  const columns = [...Map.groupBy(rows, ({ block }) => block).values()].filter(lackAlike);
  const inColumns = new Set(columns.flat());
  return rows.flatMap((row): readonly BlankRun[] => {
    const column = columns.find(([first]) => first === row);
    if (column) return [{ cells: column.flatMap(blanksOf), row: null, all: false }];
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
  return runs.map((cells) => ({ cells, row, all: false }));
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
