// The values of a table that was found, place by place, as far as the form's relations tell them.
import { agreedTexts } from '../figures/agreed-texts.ts';
import { totalsAreBlank } from '../figures/blank-totals.ts';
import { consistentTexts } from '../figures/consistent-readings.ts';
import { distinctReadings } from '../figures/distinct-readings.ts';
import { placeNumber, type RelationPlan, relationPlan } from '../figures/plan.ts';
import { candidatesOf, isStuck } from '../figures/row-readings.ts';
import { numberOf, type PlaceIds, type RowRule, ruleOf } from '../figures/row-rule.ts';
import { failingCount } from '../figures/values.ts';
import type { FormTable } from '../forms/form.ts';
import { plainNumber } from '../text/cell-value.ts';
import { ordinalOf } from '../text/ordinals.ts';
import { mayBeBroken, withBlankMoved } from './broken-values.ts';
import { commaReadings } from './comma-readings.ts';
import { paddingsOf, slidReadings, surplusReadings } from './paddings.ts';
import type { ReadingLine, TablePart } from './reading.ts';
import { columnsMayBeRepeated, repeatedIn, repetition, withoutRepeats } from './repeated-values.ts';
import { partedRuns, type Shifted, shiftedIn } from './shifts.ts';
import type { Stream } from './stream.ts';

/** What is known of the values of a line. */
export interface Decision {
  /** One text for each of its places; blank where it is unknown, and where the readings of a doubtful line differ. */
  readonly values: readonly string[];
  /**
   * `read`: as the source has them; `inferred`: by the relations, which leave but one reading; `doubtful`: several are left, or
   * none; `empty`: the source has none.
   */
  readonly kind: 'read' | 'inferred' | 'doubtful' | 'empty';
  /** What is left of the readings of a doubtful line. */
  readonly readings: readonly (readonly string[])[];
}

interface Unit {
  readonly line: ReadingLine;
  readonly places: readonly PlaceIds[];
  readonly numbers: readonly number[];
  readonly rule: RowRule;
  isOpen: boolean;
  readings: readonly (readonly string[])[];
}

const MANY_SHORT = 3;
/** More rows than any form has are no table of it. */
const MOST_ROWS = 60;

/** A table with what is known of its values. */
export interface Decided {
  /** Its lines, without the runs of values that were found to belong to a row. */
  readonly lines: readonly ReadingLine[];
  readonly decisions: ReadonlyMap<ReadingLine, Decision>;
  /** All lines with the values that follow them, those runs included. */
  readonly given: readonly ReadingLine[];
  /** The runs. */
  readonly runs: ReadonlySet<ReadingLine>;
}

/**
 * Decides on every line of a table that has values, all of them at once. `unknowable`: values were deleted from the source, and none may
 * be concluded.
 */
export function decide({ text }: Stream, part: TablePart, unknowable: boolean): Decided {
  const { table } = part;
  const plan = relationPlan(table);
  const countOf = (line: ReadingLine): number => placesOf(line, table).length;
  const all = partedRuns(part.lines, countOf, (line) =>
    ruleOf(table, placesOf(line, table), { labelled: true, filled: true }),
  );
  const shifted = shiftedIn(all, countOf, ({ from, to }) => ordinalOf(text.slice(from, to)) !== null);
  const lines = all.filter((line) => countOf(line) > 0);
  const shown = lines.map(({ cells }) => cells.filter((cell) => cell !== ''));
  const stuck = lines.map((line, i) => isGlued((shown[i] ?? []).map(plainDigits), countOf(line)));
  const isFilled = lines.every((line, i) => !line.cells.includes('') && digitsIn(shown[i] ?? []) >= countOf(line));
  const isLossy = blanksWereLost(lines, table);
  const areIndented = lines.some((line, i) => line.cells[0] === '' && (shown[i] ?? []).length === countOf(line));
  const paddingOf = paddingsOf(lines, countOf);
  const units = lines.map((line, i): Unit => {
    const places = placesOf(line, table);
    const numbers = places.map(({ row, column }) => placeNumber(plan, row, column));
    const rule = ruleOf(table, places, { labelled: line.kind === 'line', filled: isFilled });
    const shifts = shifted.cells.get(line);
    if (shifts) return { line, places, numbers, rule, ...shiftedReadings(line, shifts, shifted.isInOrder) };
    const isShort = line.cells[0] === '' && areIndented && !rule.allowed(line.cells);
    const given = (isLossy && line.cells.includes('')) || isShort ? null : givenValues(line.cells, places.length);
    const isOpen = given === null || (stuck[i] ?? false);
    const others = given && otherReadings(given, line, { rule, padding: paddingOf(line) });
    if (others) return { line, places, numbers, rule, isOpen: true, readings: others };
    const isWide = line.cells.length > places.length;
    const unrepeated =
      isWide && columnsMayBeRepeated(text, part, line, rule) ? withoutRepeats(line.cells, places.length) : null;
    if (unrepeated) return { line, places, numbers, rule, isOpen: true, readings: unrepeated };
    const readings =
      given && !isOpen ? [given] : unknowable || lines.length > MOST_ROWS ? [] : readingsOf(line, rule, stuck);
    return { line, places, numbers, rule, isOpen, readings };
  });
  restoreTotals(units, plan);
  undoRepeats(units);
  narrow(units, shifted.cells, table, plan);
  if (shifted.isInOrder && failingCount(plan, valuesOf(units, plan)) > 0) doubtShifts(units, shifted.cells);
  return {
    lines: all.map((line) => (shifted.runs.has(line) ? { ...line, cells: [] } : line)),
    decisions: new Map(units.map((unit) => [unit.line, decisionOf(unit)])),
    given: all,
    runs: shifted.runs,
  };
}

/** What a line may have besides the values that it was given, where these may be broken; none are left where nothing tells; null where they stand. */
function otherReadings(
  given: readonly string[],
  line: ReadingLine,
  { rule, padding }: { readonly rule: RowRule; readonly padding: number },
): Decision['readings'] | null {
  const parted = commaReadings(given, rule);
  if (parted.length > 0) return [given, ...parted];
  if (mayBeBroken(given, line.broken, rule)) return [];
  const moved = line.broken === 'moved' ? withBlankMoved(given).filter(rule.allowed) : [];
  const surplus = surplusReadings(line.cells, given, rule);
  const all = distinctReadings([...surplus, ...slidReadings(given, padding, rule), ...moved]);
  return all.length > 1 ? all : null;
}

/** Where the column of sums was left blank, each row has its values but for the last. */
function restoreTotals(units: readonly Unit[], plan: RelationPlan): void {
  const rows = units.map(({ line, numbers, rule }) => ({
    places: numbers,
    cells: line.cells.filter((cell) => cell !== ''),
    endsInSum: rule.sumEvery === rule.count,
  }));
  if (!totalsAreBlank(plan, rows)) return;
  units.forEach((unit, i) => {
    unit.readings = [[...(rows[i]?.cells ?? []), '']];
  });
}

/**
 * Single values that a merged cell repeated, run together: where several rows tell it, those that may be one value by themselves are
 * in doubt; where but one does, in a table whose other rows ran together, it may be either.
 */
function undoRepeats(units: readonly Unit[]): void {
  const single = units.filter(({ line, places }) => places.length === 1 && line.cells.join('') !== '');
  const found = repetition(single.map(({ line }) => line.cells.join('')));
  const ranTogether = units.some(({ places, line }) => places.length > 1 && line.cells.length === 1);
  if (found === null || (found === 'likely' && !ranTogether)) return;
  for (const unit of single) {
    const text = unit.line.cells.join('');
    const base = repeatedIn(text);
    unit.isOpen = true;
    unit.readings = base === null ? [] : found === 'told' ? [[base]] : [[base], [text]];
  }
}

/** What a row may have whose values follow another label, or may do so. */
function shiftedReadings(
  { cells }: ReadingLine,
  others: readonly (readonly string[])[],
  isInOrder: boolean,
): Pick<Unit, 'isOpen' | 'readings'> {
  const isBlank = cells.every((cell) => cell === '');
  const all = distinctReadings([isBlank ? (others[0] ?? []).map(() => '') : cells, ...others]);
  return { isOpen: all.length > 1, readings: isInOrder ? others : all };
}

/** Where the relations don't hold with values in the order of their labels, each may as well stand behind its own. */
function doubtShifts(units: readonly Unit[], shifts: Shifted['cells']): void {
  for (const unit of units) {
    const others = shifts.get(unit.line);
    if (others && unit.isOpen)
      unit.readings = distinctReadings([unit.line.cells.length > 0 ? unit.line.cells : [], ...others]);
  }
}

function placesOf({ kind, line }: ReadingLine, table: FormTable): readonly PlaceIds[] {
  if (kind === 'wide') return table.wideRow.map(({ row, column }) => ({ row: row.id, column: column.id }));
  const row = kind === 'line' && line ? table.row(line.line.id) : null;
  return row ? row.columns.map((column) => ({ row: row.row.id, column: column.id })) : [];
}

/** Whether digits that nothing parts must be several values. */
function isGlued(shown: readonly string[], count: number): boolean {
  return shown.some(isStuck) || (count > 1 && shown.length === 1 && digitsIn(shown) >= count);
}

/** Whether so many lines have too few cells that one with blanks may have its number of cells by chance. */
function blanksWereLost(lines: readonly ReadingLine[], table: FormTable): boolean {
  const short = lines.filter((line) => {
    const shown = line.cells.filter((cell) => cell !== '');
    const count = placesOf(line, table).length;
    return shown.length > 0 && line.cells.length < count && digitsIn(shown) < count;
  });
  return short.length >= MANY_SHORT;
}

function digitsIn(cells: readonly string[]): number {
  return cells.join('').replace(/[^0-9０-９]/g, '').length;
}

/**
 * The values of a line that has as many cells as places, or as many with blanks around; null where it has not. Where there are more
 * blanks than values, and not after each as many, the values may be those of other columns.
 */
function givenValues(cells: readonly string[], count: number): readonly string[] | null {
  if (cells.length === count) return cells;
  const shown = cells.flatMap((cell, i) => (cell === '' ? [] : [i]));
  if (shown.length !== count) return null;
  const steps = new Set(shown.slice(1).map((at, i) => at - (shown[i] ?? 0)));
  const inside = cells.slice(shown[0], (shown.at(-1) ?? 0) + 1);
  return steps.size > 1 && inside.length >= 2 * count ? null : cells.filter((cell) => cell !== '');
}

function readingsOf({ cells }: ReadingLine, rule: RowRule, stuck: readonly boolean[]): readonly (readonly string[])[] {
  const trimmed = withoutSurplus(cells, rule.count);
  // Parts of a number that was broken are put together before its separators go.
  const isOver = trimmed.filter((cell) => cell !== '').length > rule.count;
  const texts = isOver ? trimmed.map((cell) => cell.normalize('NFKC')) : trimmed.map(plainDigits);
  return candidatesOf(texts, rule, stuck.includes(true))?.readings ?? [];
}

/** Without separators of thousands and units, where it is a number. */
function plainDigits(cell: string): string {
  const narrow = cell.normalize('NFKC').replace(/\s/g, '');
  return /^\d*$/.test(narrow) ? narrow : (plainNumber(narrow) ?? cell);
}

/** Without blank cells at the edges, as far as there are too many cells. */
function withoutSurplus(cells: readonly string[], count: number): readonly string[] {
  let [from, to] = [0, cells.length];
  while (to - from > count && cells[to - 1] === '') to--;
  while (to - from > count && cells[from] === '') from++;
  return cells.slice(from, to);
}

function narrow(units: readonly Unit[], shifts: Shifted['cells'], table: FormTable, plan: RelationPlan): void {
  const values = valuesOf(units, plan);
  const open = units.filter(({ line, readings }) => readings.length > 1 && !shifts.has(line));
  const rows = open.map(({ numbers, readings }) => ({ places: numbers, readings }));
  consistentTexts({ definition: table, plan, values }, rows).forEach((kept, i) => {
    const unit = open[i];
    if (unit) unit.readings = kept;
  });
}

/** The values of the rows that have but one reading. */
function valuesOf(units: readonly Unit[], plan: RelationPlan): Float64Array {
  const values = new Float64Array(plan.places.length).fill(Number.NaN);
  for (const { numbers, readings } of units) {
    const [only, another] = readings;
    if (!only || another) continue;
    for (const [i, number] of numbers.entries()) values[number] = figureOf(only[i]);
  }
  return values;
}

function figureOf(text: string | undefined): number {
  return text === undefined || text === '' ? 0 : (numberOf(text) ?? Number.NaN);
}

function decisionOf({ line, places, isOpen, readings }: Unit): Decision {
  const blank = places.map(() => '');
  if (line.cells.every((cell) => cell === '') && readings.length === 0)
    return { values: blank, kind: 'empty', readings: [] };
  const [only, another] = readings;
  if (only && !another) return { values: only, kind: isOpen ? 'inferred' : 'read', readings: [] };
  // More than there is room for are left where they stand, to be seen.
  const shown = line.cells.filter((cell) => cell !== '');
  if (shown.length > places.length && line.kind === 'line') return { values: line.cells, kind: 'read', readings: [] };
  return { values: agreedTexts(readings, places.length), kind: 'doubtful', readings };
}
