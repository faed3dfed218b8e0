// Rows that a table reads as a source without firm borders has them, but that may be another's: what stands near them has no place.
import { isStuck } from '../../figures/row-readings.ts';
import { type RowRule, rowAddsUp, ruleOf } from '../../figures/row-rule.ts';
import { repetition } from '../../recognise/repeated-values.ts';
import type { Cell, Table, TableLine, ValueRow } from '../../report/report.ts';
import { numbersAmong } from '../number-count.ts';
import { misheadedRows } from './misheaded-rows.ts';
import { startIn } from './value-windows.ts';

/** Fewer numbers without a label are a stray one. */
const FEWEST = 2;

/** So many values at least, the last of them the sum of the others. */
const FEWEST_SUMMED = 3;

/** What is known of how a table came to be read. */
export interface TableState {
  /** Rows whose values are left blank anyway. */
  readonly isOpen: (row: ValueRow) => boolean;
  /** Whether its borders were doubted: then one number without a place may as well have been lost by the row beside it. */
  readonly isTorn: boolean;
  /** Rows whose values stand beside their label in a row of the source: they can't be another's. */
  readonly isFirm?: (row: ValueRow) => boolean;
}

/**
 * Why nothing can be taken for certain of a row: its values may be its neighbours', or other columns'; digits in it may be several
 * values, or one value that a merged cell repeated; numbers in its label may stand among them.
 */
export type Suspicion = 'neighbours' | 'columns' | 'digits' | 'repeats' | 'label';

/** The rows of which nothing can be taken for certain, though they have a value for each column, and why. */
export function suspectRows(table: Table, state: TableState): ReadonlyMap<ValueRow, Suspicion> {
  const { isOpen, isTorn } = state;
  const rows = new Map<ValueRow, Suspicion>();
  const add = (suspicion: Suspicion, own: Iterable<ValueRow>): void => {
    for (const row of own) if (!rows.has(row)) rows.set(row, suspicion);
  };
  add('columns', rowsUnderOtherHeads(table));
  add('columns', rowsOffGrid(table));
  add('neighbours', rowsBesideRuns(table, isOpen));
  if (isTorn || !table.lines.some(({ kind }) => kind === 'header')) add('columns', rowsWithRepeats(table));
  add('neighbours', rowsBesideStray(table, state));
  if (!isTorn) return rows;
  add('repeats', rowsOfRepeats(table, isOpen));
  const values = table.lines.filter((line) => line.kind === 'value');
  add(
    'digits',
    values.filter(({ cells }) => cells.some(isUnlikely)),
  );
  add(
    'columns',
    values.filter((row) => hasLostTotal(table, row) || mayBeSlid(table, row)),
  );
  add(
    'label',
    values.filter((row) => endsInNote(table, row)),
  );
  return rows;
}

/**
 * The rows with values beside a run of values that has no label or is no row's: the one above it, and all up to the next row
 * without values, and back to the one before.
 */
function rowsBesideRuns({ lines }: Table, isOpen: TableState['isOpen']): ReadonlySet<ValueRow> {
  const rows = new Set<ValueRow>();
  lines.forEach((line, at) => {
    if (!isRun(line)) return;
    const above = lines.slice(0, at).findLast((each) => each.kind === 'value');
    if (above?.kind === 'value') rows.add(above);
    for (const way of [lines.slice(at + 1), lines.slice(0, at).reverse()])
      for (const row of rowsToHole(way, isOpen)) rows.add(row);
  });
  return rows;
}

function isRun(line: TableLine): boolean {
  switch (line.kind) {
    case 'unknown':
      return line.label === null && numbersAmong(textsOf(line.values)) >= FEWEST;
    case 'value':
      return (
        line.misfit !== null && numbersAmong(textsOf(line.misfit.found)) >= Math.max(FEWEST, 2 * line.misfit.expected)
      );
    default:
      return false;
  }
}

function rowsToHole(lines: readonly TableLine[], isOpen: TableState['isOpen']): readonly ValueRow[] {
  const rows: ValueRow[] = [];
  for (const line of lines) {
    if (line.kind !== 'value') continue;
    if (isOpen(line) || line.cells.every(({ text }) => text === '')) return rows;
    rows.push(line);
  }
  return [];
}

/**
 * The rows beside a number that is no row's, and all up to the next row without values, as each may have its neighbour's; without those
 * that are left blank anyway, or whose sum shows that they have their own. Of a firm row right above it the number may be the end.
 */
function rowsBesideStray(table: Table, { isOpen, isTorn, isFirm = () => false }: TableState): readonly ValueRow[] {
  const { lines } = table;
  return lines.flatMap((line, at) => {
    const above = lines[at - 1];
    const isLone = !isTorn && isLoneNumber(line);
    if (!isLone && (isTorn ? strayNumbers(line) === 0 : !isRest(line))) return [];
    const ways = [lines.slice(at + 1), lines.slice(0, at).reverse()];
    const beside = ways.flatMap((way) => way.find((each) => each.kind === 'value') ?? []);
    const all = new Set([...beside, ...ways.flatMap((way) => rowsToHole(way, () => false))]);
    const rows = isLone ? [...all].filter((row) => row === above && ruleIn(table, row).sumEvery > 0) : all;
    return [...rows].filter(
      (row) =>
        row.misfit === null &&
        row.cells.some(({ text }) => text !== '') &&
        !isOpen(row) &&
        !addsUp(table, row) &&
        (row === above || !isFirm(row)),
    );
  });
}

/**
 * The rows whose values may begin with the blank cell before them, as the last is there twice: merged cells were filled in each of
 * their places, and no head says so.
 */
function rowsWithRepeats(table: Table): readonly ValueRow[] {
  return table.lines.flatMap((line) => {
    if (line.kind !== 'value' || line.misfit || ruleIn(table, line).sumEvery > 0) return [];
    const texts = textsOf(line.cells);
    const first = line.cells[0];
    const before = first ? line.line.cells.indexOf(first.node) - 1 : -1;
    const isPadded = line.labels.length > 0 && line.line.cells[before]?.text === '';
    const isRepeated = texts.some((text, i) => text !== '' && text === texts[i - 1]);
    return isPadded && isRepeated ? [line] : [];
  });
}

/** A row with so many values besides 0 adds up in one order of its columns alone. */
const FEWEST_TELLING = 3;

/** The rows below heads of other columns: those whose sums fail, and the others as well where those of most do that tell. */
function rowsUnderOtherHeads(table: Table): readonly ValueRow[] {
  const rows = misheadedRows(table);
  const telling = rows.filter(({ cells }) => cells.filter(({ value }) => value).length >= FEWEST_TELLING);
  const failing = rows.filter((row) => !addsUp(table, row));
  return 2 * telling.filter((row) => failing.includes(row)).length > telling.length ? rows : failing;
}

/** So many rows as deep that begin at one cell show where all do. */
const FEWEST_ALIKE = 4;

/** The rows without a sum that holds whose values begin at another cell than those of all other rows as deep. */
function rowsOffGrid(table: Table): readonly ValueRow[] {
  const rows = table.lines.filter(
    (line): line is ValueRow => line.kind === 'value' && line.misfit === null && line.labels.length > 0,
  );
  const deep = Map.groupBy(rows, (row) => `${row.block.id} ${table.definition.groupsAbove(row.row.id).length}`);
  return [...deep.values()].flatMap((own) => {
    const starts = Map.groupBy(own, startIn);
    const [most = []] = [...starts.values()].sort((a, b) => b.length - a.length);
    if (most.length < FEWEST_ALIKE || starts.size === 1) return [];
    return own.filter((row) => !most.includes(row) && row.cells.some(({ text }) => text !== '') && !addsUp(table, row));
  });
}

/** Single values that may be a shorter one, repeated where a merged cell was filled, in a table other rows of which ran together. */
function rowsOfRepeats({ lines }: Table, isOpen: TableState['isOpen']): readonly ValueRow[] {
  const rows = lines.filter((line) => line.kind === 'value');
  const single = rows.filter(({ block, cells }) => block.columns.length === 1 && cells.some(({ text }) => text !== ''));
  const isRepeated = repetition(single.flatMap(({ cells }) => textsOf(cells))) !== null;
  return isRepeated && rows.some((row) => isOpen(row)) ? single : [];
}

/** Whether a line begins with the rest of a number: it has values, and no word for a label. */
function isRest(line: TableLine): boolean {
  return line.kind === 'unknown' && line.label !== null && strayNumbers(line) > 0;
}

/** Whether a line is a number and nothing else, which may be the end of the last one above it. */
function isLoneNumber(line: TableLine): boolean {
  return line.kind === 'unknown' && line.label === null && numbersAmong(textsOf(line.values)) === 1;
}

function strayNumbers(line: TableLine): number {
  const label = line.kind === 'unknown' ? (line.label?.text ?? '') : '';
  switch (line.kind) {
    case 'unknown':
      return /\p{L}/u.test(label) ? 0 : numbersAmong(textsOf(line.values)) + (/\d/.test(label) ? 1 : 0);
    case 'group':
      return numbersAmong(textsOf(line.surplus));
    case 'value':
      return line.misfit ? Math.max(0, numbersAmong(textsOf(line.misfit.found)) - line.misfit.expected) : 0;
    default:
      return 0;
  }
}

/** Whether a row has all its values, and their sum holds. */
function addsUp({ definition }: Table, { row, cells }: ValueRow): boolean {
  const values = cells.map(({ value }) => value ?? Number.NaN);
  const columns = cells.map(({ column }) => column.id);
  return rowAddsUp(definition, row.id, columns, values);
}

/** Digits that are several values, with commas or without, or a fraction where things are counted. */
function isUnlikely({ text, value, column }: Cell): boolean {
  return (
    isStuck(text.normalize('NFKC')) ||
    (value === null && /^\d[\d.,]*$/.test(text)) ||
    (column.kind !== 'amount' && value !== null && !Number.isInteger(value))
  );
}

/** Whether the sum of a row stands in another column than that of sums, as blank cells were lost. */
function hasLostTotal(table: Table, { row, cells }: ValueRow): boolean {
  const values = cells.flatMap(({ value }) => value ?? []);
  if (cells.length === 0 || cells.at(-1)?.value !== null || values.length < FEWEST_SUMMED) return false;
  const total = values.at(-1) ?? 0;
  const moved = cells.map((_, i) => (i < values.length - 1 ? (values[i] ?? 0) : i === cells.length - 1 ? total : 0));
  const columns = cells.map(({ column }) => column.id);
  return total > 0 && rowAddsUp(table.definition, row.id, columns, moved);
}

/**
 * Whether the sum of a row fails, and its first cell is blank: its values may begin there, where the sums of most rows are blank, or
 * where its own holds then.
 */
function mayBeSlid(table: Table, value: ValueRow): boolean {
  const { cells, misfit } = value;
  const texts = textsOf(cells);
  if (misfit || texts[0] !== '' || (texts.at(-1) ?? '') === '') return false;
  const { allowed } = ruleIn(table, value);
  if (allowed(texts)) return false;
  const last = [...table.rows.values()].flatMap((each) => each.cells.slice(-1));
  return allowed([...texts.slice(1), '']) || 2 * last.filter(({ text }) => text === '').length > last.length;
}

function ruleIn({ definition }: Table, { row, cells }: ValueRow): RowRule {
  const places = cells.map(({ column }) => ({ row: row.id, column: column.id }));
  return ruleOf(definition, places, { labelled: true, filled: false });
}

/** Whether the label of a row breaks off in a note, the numbers of which may stand among its values. */
function endsInNote(table: Table, row: ValueRow): boolean {
  const label = row.labels.at(-1)?.cell.text ?? '';
  return /[(（][^()（）]*$/.test(label) && row.cells.some(({ text }) => text !== '') && !addsUp(table, row);
}

function textsOf(cells: readonly { readonly text: string }[]): readonly string[] {
  return cells.map(({ text }) => text);
}
