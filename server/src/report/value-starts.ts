// Where the values of a table's rows begin: one way of writing for the whole table, as merged cells and blanks leave a row open.

import type { FormTable } from '../forms/form.ts';
import type { CellNode } from '../syntax/tree.ts';
import { readCell } from '../text/cell-value.ts';
import { greatest } from '../text/lists.ts';
import type { Head } from './report.ts';
import { valueStarts } from './table-values.ts';

/** A row whose labels are read. */
export interface LabelledRow {
  /** The cells after its labels, and how many cells the labels take with those before them. */
  readonly cells: readonly CellNode[];
  readonly from: number;
  /** How many values the form has for it. */
  readonly count: number;
  /** How many groups it stands under. */
  readonly depth: number;
}

/** A header line: its heads, and how many cells it has. */
export interface HeadLine {
  readonly cells: readonly CellNode[];
  readonly heads: readonly Head[];
}

/** A way in which a table is written. `inPlace`: merged cells take their columns of the grid, with blanks where they are. */
interface Style {
  readonly inPlace: boolean;
  /** Where behind the labels the values begin, counted in cells; below 0 where the labels reach into the values. */
  readonly startOf: (row: LabelledRow) => number;
}

/** What speaks against a style, each counted once a row but the last: a value outside the columns, a header that says otherwise, cells too many or few. */
const COST = { outside: 3, header: 1, length: 1, cellsLostEverywhere: 4 };

/** No table has more; a text of many makes no more work. */
const MOST_HEADERS = 12;
const MOST_STARTS = 8;

/**
 * Where in `cells` the values of each row begin; null where they can't be given to columns: too few or too many, or blanks
 * that could as well pad a label. Rows are read in the one style that explains most of them; of equal ones the official
 * layout, in which labels take a fixed number of columns, comes first. A row that its style doesn't fit is read by itself
 * where its cells leave but one start. One of nothing but blanks has all its values blank wherever they begin.
 */
export function startsOf(
  rows: readonly LabelledRow[],
  headers: readonly HeadLine[],
  table: FormTable,
): readonly (number | null)[] {
  if (rows.every(({ cells, count }) => cells.length === count)) return rows.map(() => 0);
  const telling = rows.filter(({ cells }) => !cells.some(isText));
  const style = bestStyle(telling, headers, table);
  return rows.map((row) => startIn(row, style));
}

/** A text among the values is a label that the form doesn't have: nothing behind it tells where values begin. */
function isText({ text }: CellNode): boolean {
  return text !== '' && readCell(text).kind === 'text';
}

function startIn(row: LabelledRow, style: Style): number | null {
  const start = style.startOf(row);
  const latest = row.cells.length - row.count;
  if (isContained(row, start)) {
    if (start <= latest) return start;
    return latest >= 0 && row.cells.every(({ text }) => text === '') ? latest : null;
  }
  const [only, ...others] = valueStarts(row.cells, row.count);
  return only === undefined || others.length > 0 ? null : only;
}

/** Whether all cells outside the values are blank. */
function isContained({ cells, count }: LabelledRow, start: number): boolean {
  return start >= 0 && cells.every(({ text }, i) => text === '' || (i >= start && i < start + count));
}

function bestStyle(rows: readonly LabelledRow[], headers: readonly HeadLine[], table: FormTable): Style {
  const votes = headers.slice(0, MOST_HEADERS).map((header) => voteOf(header, table));
  const [first = afterLabels(0), ...others] = stylesOf(rows, table);
  let best = { style: first, cost: costOf(first, rows, votes) };
  for (const style of others) {
    const cost = costOf(style, rows, votes);
    if (cost < best.cost) best = { style, cost };
  }
  return best.style;
}

function costOf(style: Style, rows: readonly LabelledRow[], votes: readonly Vote[]): number {
  const starts = rows.map((row) => style.startOf(row));
  const spare = rows.map(({ cells, count }, i) => cells.length - (starts[i] ?? 0) - count);
  const outside = rows.filter((row, i) => !isContained(row, starts[i] ?? 0)).length;
  const against = votes.reduce((sum, { inPlace, column }) => {
    if (inPlace !== null) return sum + (inPlace === style.inPlace ? 0 : rows.length);
    return column === null ? sum : sum + rows.filter(({ from }, i) => from + (starts[i] ?? 0) !== column).length;
  }, 0);
  return COST.outside * outside + COST.header * against + costOfLengths(spare, style);
}

/**
 * Rows end alike: with their last value, or short of it by the same number of cells. Behind the last value stand only
 * blanks of merged cells that aren't in their places. `spare`: the cells behind the last value, below 0 where some lack.
 */
function costOfLengths(spare: readonly number[], { inPlace }: Style): number {
  const ends = spare.map((cells) => (inPlace ? cells : Math.min(cells, 0)));
  const counts = new Map<number, number>([[0, 0]]);
  for (const end of ends) if (end <= 0) counts.set(end, (counts.get(end) ?? 0) + 1);
  const [end, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  return COST.length * (ends.length - count) + (end < 0 ? COST.cellsLostEverywhere : 0);
}

/** The styles that come into question: those of the official layout, and those that rows with all their values show. */
function stylesOf(rows: readonly LabelledRow[], table: FormTable): readonly Style[] {
  const columns = table.derived(labelColumns);
  const behind = new Set<number>();
  const widths = new Set([columns]);
  const places = new Set([columns]);
  for (const row of rows) {
    const start = startOfAll(row);
    if (start === null) continue;
    behind.add(start);
    widths.add(start + 1 + row.depth);
    places.add(row.from + start);
  }
  return [
    ...[...widths].slice(0, MOST_STARTS).map(mergedLabels),
    ...[...places].slice(0, MOST_STARTS).map(atColumn),
    ...[0, ...behind].slice(0, MOST_STARTS).map(afterLabels),
  ];
}

/** Where the values begin in a row that has all of them. */
function startOfAll({ cells, count }: LabelledRow): number | null {
  const first = cells.findIndex(({ text }) => text !== '');
  const last = cells.findLastIndex(({ text }) => text !== '');
  return first >= 0 && last - first + 1 === count ? first : null;
}

/** A row's label fills what its groups leave of the label columns. */
function mergedLabels(columns: number): Style {
  return { inPlace: true, startOf: ({ depth }) => columns - 1 - depth };
}

function atColumn(column: number): Style {
  return { inPlace: true, startOf: ({ from }) => column - from };
}

function afterLabels(cells: number): Style {
  return { inPlace: false, startOf: () => cells };
}

/** How many columns of the official layout stand before the values of a labelled row. */
function labelColumns(table: FormTable): number {
  const before = table.layout.map((row) => {
    const labels = row.slice(
      0,
      Math.max(
        0,
        row.findIndex(({ value }) => value),
      ),
    );
    return labels.reduce((sum, { colspan }) => sum + colspan, 0);
  });
  return greatest([1, ...before]);
}

/** What a header line tells: whether merged cells are in their places, or at which of its cells the first column stands. */
interface Vote {
  readonly inPlace: boolean | null;
  readonly column: number | null;
}

function voteOf(header: HeadLine, table: FormTable): Vote {
  const inPlace = mergedInPlace(header, table);
  return { inPlace, column: inPlace === null ? firstColumn(header, table) : null };
}

/** Whether a header line of the official layout has the blanks of its merged heads in their places, or behind all heads; null where it doesn't tell. */
function mergedInPlace({ cells, heads }: HeadLine, { layout }: FormTable): boolean | null {
  const texts = heads.map(({ official, cell }) => official ?? cell.text);
  const line = layout.find((row) => row.length === texts.length && row.every(({ text }, i) => text === texts[i]));
  const gaps = (line ?? []).slice(0, -1).flatMap(({ colspan }, i) => {
    const [here, next] = [heads[i], heads[i + 1]];
    return colspan > 1 && here && next ? [{ colspan, gap: cells.indexOf(next.cell) - cells.indexOf(here.cell) }] : [];
  });
  if (gaps.length === 0) return null;
  if (gaps.every(({ colspan, gap }) => gap === colspan)) return true;
  return gaps.every(({ gap }) => gap === 1) ? false : null;
}

/** The cell at which the heads of columns begin, as two of them or more agree, behind a place for labels. */
function firstColumn({ cells, heads }: HeadLine, { blocks, columns }: FormTable): number | null {
  if (blocks.length > 1) return null;
  const starts = heads.flatMap(({ official, cell }) => {
    const column = columns.findIndex(({ label }) => label === official);
    return column < 0 ? [] : [cells.indexOf(cell) - column];
  });
  const [start, ...others] = starts;
  return start !== undefined && start > 0 && others.length > 0 && others.every((each) => each === start) ? start : null;
}
