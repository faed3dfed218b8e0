import { agreedTexts } from '../../figures/agreed-texts.ts';
import { totalsAreBlank } from '../../figures/blank-totals.ts';
import { consistentTexts } from '../../figures/consistent-readings.ts';
import { placeNumber, relationPlan } from '../../figures/plan.ts';
import { candidatesOf } from '../../figures/row-readings.ts';
import { type PlaceIds, ruleOf } from '../../figures/row-rule.ts';
import type { FormTable } from '../../forms/form.ts';
import { figuresOf } from '../../report/figures-of.ts';
import type { Table, ValueRow } from '../../report/report.ts';
import { looseRows, valueCells } from './value-windows.ts';

/** A line whose values don't fit its columns: one row, or the three of `disputes` on one line. */
interface Unit {
  readonly rows: readonly ValueRow[];
  readonly places: readonly PlaceIds[];
  /** The numbers of the places in the plan. */
  readonly numbers: readonly number[];
  readonly cells: readonly string[];
  readings: readonly (readonly string[])[];
}

/** What rows may have whose values may begin at several cells. */
type Loose = ReturnType<typeof looseRows>;

/** What was decided about a row: its values, and whether the relations left but one reading. */
export interface Decision {
  readonly row: ValueRow;
  /** One text for each column; blank where it is unknown, and where the readings of a doubtful row differ. */
  readonly values: readonly string[];
  readonly kind: 'placed' | 'doubtful' | 'empty';
  /** The cells that were found; of rows on one line the first has them. */
  readonly found: readonly string[];
  /** The readings that remain where several do. */
  readonly readings: readonly (readonly string[])[];
}

const MANY_SHORT = 3;
/** More rows than any form has are no table of it. */
const MAX_UNITS = 40;

interface TableState {
  readonly unknowable: boolean;
  readonly stuck: boolean;
  readonly isTorn: boolean;
  readonly isBroken: (row: ValueRow) => boolean;
}

/**
 * Decides on the rows of a table that have fewer values than columns, or more: by the relations of the row, then by those
 * of the columns, until one reading is left or nothing more can be told. Rows with more values that no reading explains are
 * left out, and stay as they are. `unknowable`: nothing may be concluded, as values were deleted; `stuck`: numbers lost what parted
 * them; `isTorn`: no line tells how many blank cells stand before the values of a row; `isBroken`: whether a line's end stands behind its label or among its cells.
 */
export function decideMisfits(
  table: Table,
  { unknowable, stuck, isTorn, isBroken }: TableState,
): ReadonlyMap<ValueRow, Decision> {
  const loose: Loose = isTorn ? looseRows(table, isBroken) : new Map();
  const units = [...unitsOf(table, loose), ...(isTorn ? slidUnits(table) : [])];
  if (!unknowable && units.length <= MAX_UNITS) {
    const filled = units.every((unit) => !unit.cells.includes('') && digitsIn(unit.cells) >= unit.places.length);
    for (const unit of units)
      if (unit.readings.length === 0) unit.readings = readingsOf(unit, table.definition, { stuck, filled, loose });
    restoreTotals(units, table);
    narrow(units, table);
  }
  return new Map(units.flatMap((unit) => decisionsOf(unit)).map((decision) => [decision.row, decision]));
}

function unitsOf(table: Table, loose: Loose): readonly Unit[] {
  const rows = table.lines.filter((line): line is ValueRow => line.kind === 'value');
  const misfits = rows.filter((row) => row.misfit !== null);
  const doubted = blanksWereLost(misfits) ? rows.filter((row) => !row.misfit && row.cells.some(isBlank)) : [];
  const byLine = new Map<ValueRow['line'], ValueRow[]>();
  for (const row of [...misfits, ...new Set([...doubted, ...loose.keys()])])
    byLine.set(row.line, [...(byLine.get(row.line) ?? []), row]);
  return [...byLine.values()].map((own) => unitOf(own, table));
}

function unitOf(rows: readonly ValueRow[], { definition }: Table): Unit {
  const plan = relationPlan(definition);
  const places = rows.flatMap(({ row, block }) => block.columns.map((column) => ({ row: row.id, column })));
  const numbers = places.map(({ row, column }) => placeNumber(plan, row, column));
  return { rows, places, numbers, cells: rows[0] ? valueCells(rows[0]) : [], readings: [] };
}

/**
 * The rows side by side on one line that may all have slid, as their sums fail: the blank cell that they begin with may be none of them,
 * and others may have been lost.
 */
function slidUnits(table: Table): readonly Unit[] {
  const wide = table.lines.filter(
    (line): line is ValueRow => line.kind === 'value' && line.labels.length === 0 && line.misfit === null,
  );
  return [...Map.groupBy(wide, ({ line }) => line).values()].flatMap((rows) => {
    const unit = unitOf(rows, table);
    const { cells, places } = unit;
    const rule = ruleOf(table.definition, places, { labelled: false, filled: false });
    if (rows.length < 2 || cells[0] !== '' || cells.length !== places.length || rule.allowed(cells)) return [];
    const first = cells.findIndex((cell) => cell !== '');
    const others = first < 0 ? [] : (candidatesOf(cells.slice(first), rule, false)?.readings ?? []);
    return others.length > 0 ? [{ ...unit, readings: [cells, ...others] }] : [];
  });
}

/** Whether so many rows have too few cells that a row with blanks may have its number of cells by chance. */
function blanksWereLost(misfits: readonly ValueRow[]): boolean {
  const short = misfits.filter(
    ({ misfit }) => misfit && misfit.found.length > 0 && misfit.found.length < misfit.expected,
  );
  return short.length >= MANY_SHORT;
}

function isBlank({ text }: { readonly text: string }): boolean {
  return text === '';
}

function readingsOf(
  { cells, places, rows }: Unit,
  definition: FormTable,
  { stuck, filled, loose }: { readonly stuck: boolean; readonly filled: boolean; readonly loose: Loose },
): readonly (readonly string[])[] {
  const rule = ruleOf(definition, places, { labelled: rows[0]?.labels.length !== 0, filled });
  const windows = rows[0] && loose.get(rows[0]);
  if (windows) return windows.length === 1 ? windows : windows.filter(rule.allowed);
  return candidatesOf(cells, rule, stuck)?.readings ?? [];
}

function digitsIn(cells: readonly string[]): number {
  return cells.join('').replace(/\D/g, '').length;
}

/** Where the column of sums was left blank, each row has its values but for the last. */
function restoreTotals(units: readonly Unit[], { definition }: Table): void {
  const rows = units.map(({ places, numbers, cells }) => ({
    places: numbers,
    cells: cells.filter((cell) => cell !== ''),
    endsInSum: ruleOf(definition, places, { labelled: true, filled: false }).sumEvery === places.length,
  }));
  if (!totalsAreBlank(relationPlan(definition), rows)) return;
  units.forEach((unit, i) => {
    unit.readings = [[...(rows[i]?.cells ?? []), '']];
  });
}

function narrow(units: readonly Unit[], table: Table): void {
  const open = units.filter((unit) => unit.readings.length > 0);
  const rows = open.map(({ numbers, readings }) => ({ places: numbers, readings }));
  consistentTexts(figuresOf(table), rows).forEach((kept, i) => {
    const unit = open[i];
    if (unit) unit.readings = kept;
  });
}

function decisionsOf(unit: Unit): readonly Decision[] {
  const { rows, cells: found, readings, places } = unit;
  const shown = found.filter((cell) => cell !== '');
  if (shown.length > places.length && readings.length !== 1) return [];
  const kind = shown.length === 0 ? 'empty' : readings.length === 1 ? 'placed' : 'doubtful';
  return rows.map((row, i) => {
    const from = places.findIndex((place) => place.row === row.row.id);
    const own = readings.map((texts) => row.block.columns.map((_, column) => texts[from + column] ?? ''));
    return {
      row,
      values: agreedTexts(own, row.block.columns.length),
      kind,
      found: i === 0 ? found : [],
      readings: own,
    };
  });
}
