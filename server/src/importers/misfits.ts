import type { TableDefinition } from '../editions/edition.ts';
import type { Table, ValueRow } from '../report/report.ts';
import { candidatesOf } from './candidates.ts';
import { holds, type Instance, instancesOf, numberOf, type Place, ruleOf, type ValueAt } from './relations.ts';

/** A line whose values don't fit its columns: one row, or the three of `disputes` on one line. */
interface Unit {
  readonly rows: readonly ValueRow[];
  readonly places: readonly Place[];
  readonly cells: readonly string[];
  readings: readonly (readonly string[])[];
}

/** What was decided about a row: its values, and whether the relations left but one reading. */
export interface Decision {
  readonly row: ValueRow;
  /** One text for each column; blank where it is unknown. */
  readonly values: readonly string[];
  readonly kind: 'placed' | 'doubtful' | 'empty';
  /** The cells that were found. */
  readonly found: readonly string[];
  /** The readings that remain where several do, of the whole line. */
  readonly readings: readonly (readonly string[])[];
}

const MAX_COMBINATIONS = 20_000;
const MAX_ROUNDS = 6;

/**
 * Decides on the rows of a table that have fewer values than columns, or more: by the relations of the row, then by those
 * of the columns, until one reading is left or nothing more can be told. Rows with more values that no reading explains are
 * left out, and stay as they are. `unknowable`: nothing may be concluded, as values were deleted; `stuck`: numbers lost what parted
 * them.
 */
export function decideMisfits(
  table: Table,
  { unknowable, stuck }: { readonly unknowable: boolean; readonly stuck: boolean },
): ReadonlyMap<ValueRow, Decision> {
  const units = unitsOf(table);
  if (!unknowable) {
    const filled = units.every((unit) => !unit.cells.includes('') && digitsIn(unit.cells) >= unit.places.length);
    for (const unit of units) unit.readings = readingsOf(unit, table.definition, { stuck, filled });
    narrow(units, table);
  }
  return new Map(units.flatMap((unit) => decisionsOf(unit)).map((decision) => [decision.row, decision]));
}

function unitsOf(table: Table): readonly Unit[] {
  const byMisfit = new Map<ValueRow['misfit'], ValueRow[]>();
  for (const line of table.lines) {
    if (line.kind !== 'value' || line.misfit === null) continue;
    byMisfit.set(line.misfit, [...(byMisfit.get(line.misfit) ?? []), line]);
  }
  return [...byMisfit].map(([misfit, rows]) => ({
    rows,
    places: rows.flatMap(({ row, block }) => block.columns.map((column) => ({ row: row.id, column }))),
    cells: rows[0] ? cellsOf(rows[0]) : (misfit?.found.map((cell) => cell.text) ?? []),
    readings: [],
  }));
}

/** All cells after the labels of a row, blank ones at the edges included. */
function cellsOf({ line, labels }: ValueRow): readonly string[] {
  const last = labels.at(-1)?.cell;
  return line.cells.slice(last ? line.cells.indexOf(last) + 1 : 0).map((cell) => cell.text);
}

function readingsOf(
  { cells, places, rows }: Unit,
  definition: TableDefinition,
  { stuck, filled }: { readonly stuck: boolean; readonly filled: boolean },
): readonly (readonly string[])[] {
  const rule = ruleOf(definition, places, { labelled: rows[0]?.labels.length !== 0, filled });
  const found = candidatesOf(cells, rule, stuck);
  // Only a sum tells that two numbers are one.
  return found?.cause === 'parted' && rule.sumEvery === 0 ? [] : (found?.readings ?? []);
}

function digitsIn(cells: readonly string[]): number {
  return cells.join('').replace(/\D/g, '').length;
}

function narrow(units: readonly Unit[], table: Table): void {
  const open = units.filter((unit) => unit.readings.length > 0);
  const unitOf = new Map(open.flatMap((unit) => unit.rows.map((row) => [row.row.id, unit])));
  const across = instancesOf(table.definition).filter(({ relation }) => relation.holds === 'in-each-column');
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let changed = false;
    for (const instance of across) {
      const concerned = [...new Set(instance.places.flatMap(({ row }) => unitOf.get(row) ?? []))];
      if (!concerned.some((unit) => unit.readings.length > 1)) continue;
      changed = narrowBy(instance, concerned, table) || changed;
    }
    if (!changed) return;
  }
}

/** Keeps the readings that some combination with the others' makes the relation hold; all where none does. */
function narrowBy(instance: Instance, units: readonly Unit[], table: Table): boolean {
  const combinations = units.reduce((product, unit) => product * unit.readings.length, 1);
  if (combinations > MAX_COMBINATIONS) return false;
  const kept = new Map(units.map((unit) => [unit, new Set<readonly string[]>()]));
  const chosen = new Map<Unit, readonly string[]>();
  const choose = (index: number): void => {
    const unit = units[index];
    if (!unit) {
      if (holds(instance, valueIn(table, units, chosen)) === false) return;
      for (const [each, reading] of chosen) kept.get(each)?.add(reading);
      return;
    }
    for (const reading of unit.readings) {
      chosen.set(unit, reading);
      choose(index + 1);
    }
  };
  choose(0);
  let changed = false;
  for (const [unit, readings] of kept) {
    if (readings.size === 0 || readings.size === unit.readings.length) continue;
    unit.readings = unit.readings.filter((reading) => readings.has(reading));
    changed = true;
  }
  return changed;
}

function valueIn(table: Table, units: readonly Unit[], chosen: ReadonlyMap<Unit, readonly string[]>): ValueAt {
  return (row, column) => {
    for (const unit of units) {
      const index = unit.places.findIndex((place) => place.row === row && place.column === column);
      if (index < 0) continue;
      const text = chosen.get(unit)?.[index] ?? '';
      return text === '' ? 0 : numberOf(text);
    }
    return table.rows.get(row)?.cells.find((cell) => cell.column.id === column)?.value ?? null;
  };
}

function decisionsOf(unit: Unit): readonly Decision[] {
  const { rows, cells: found, readings, places } = unit;
  const [only] = readings;
  const shown = found.filter((cell) => cell !== '');
  if (shown.length > places.length && readings.length !== 1) return [];
  const placed = readings.length === 1 && only;
  const kind = shown.length === 0 ? 'empty' : placed ? 'placed' : 'doubtful';
  return rows.map((row, i) => {
    const from = places.findIndex((place) => place.row === row.row.id);
    const values = row.block.columns.map((_, column) => (placed ? (only[from + column] ?? '') : ''));
    return { row, values, kind, found: i === 0 ? found : [], readings: i === 0 ? readings : [] };
  });
}
