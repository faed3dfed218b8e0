// How well a source was read.
import type { Form, FormTable } from '../../forms/form.ts';
import type { Report, Table } from '../../report/report.ts';
import { readCell } from '../../text/cell-value.ts';
import { singleText } from '../headings.ts';
import type { Block } from '../source.ts';
import { isValue, wordsOf } from '../words.ts';

/**
 * How many parts of its form, and values of its tables, a report has; what it repeats counts once. Where its form sets no parts, those
 * that are numbered count. Tables of another form count against it: numbers run together look like fewer columns, and so like another form; but not
 * one with the same columns and all its rows.
 */
export function placedIn({ sections, tables, edition }: Report): number {
  const isFree = edition.sections.length === 0;
  const parts = new Set<unknown>(
    sections.flatMap(({ definition, line }) => (isFree ? line.ordinal : (definition?.id ?? []))),
  ).size;
  const own = tables.filter((table) => table.edition.id === edition.id || isWhole(table, edition)).toReversed();
  const first = new Map(own.map((table) => [table.definition.id, table]));
  const cells = [...first.values()].flatMap((table) => [...table.rows.values()].flatMap((row) => row.cells));
  return parts + cells.filter(({ value }) => value !== null).length - (tables.length - own.length);
}

/** Whether a table has every row of its form, and the columns of another form's. */
function isWhole({ definition, rows }: Table, { tables }: Form): boolean {
  const columnsOf = (table: FormTable): string => table.columns.map(({ id }) => id).join(' ');
  const other = tables.find(({ id }) => id === definition.id);
  return (
    other !== undefined &&
    columnsOf(other) === columnsOf(definition) &&
    definition.rows.every(({ row }) => rows.get(row.id)?.misfit === null)
  );
}

/** How far a reading comes. */
export interface Extent {
  /** How many parts, and values of tables, have come to their places, less the numbers that are known to have not. */
  readonly inPlace: number;
  /** How many tables it tells. */
  readonly tables: number;
}

/** Whether more is in its place, or as much and more tables were told, though their values are open. */
export function comesFurther(one: Extent, other: Extent): boolean {
  return one.inPlace > other.inPlace || (one.inPlace === other.inPlace && one.tables > other.tables);
}

/** How many characters blocks hold. */
export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'row' ? block.cells.join(' ') : block.text).length, 0);
}

/** A scraper that deletes duplicate lines leaves none that are alike, which a report with tables can't be by itself. */
const MANY_LINES = 40;
/** So many lines with several values are rows: their table doesn't stand one cell to a line. */
const FEWEST_ROWS = 5;
const LONGEST_ROW = 300;
const SEVERAL_VALUES = 3;

/** Whether no two lines of the source are alike although its tables stand one cell to a line, values among them. */
export function isDeduplicated(blocks: readonly Block[]): boolean {
  const lines = blocks.flatMap((block) => singleText(block) ?? []);
  const isUnlike = lines.length >= MANY_LINES && new Set(lines).size === lines.length;
  if (!isUnlike || !lines.some((line) => readCell(line).kind === 'number')) return false;
  return lines.filter(isRowOfValues).length < FEWEST_ROWS;
}

function isRowOfValues(line: string): boolean {
  return wordsOf(line.slice(0, LONGEST_ROW)).filter(isValue).length >= SEVERAL_VALUES;
}
