import { isStuck } from '../../figures/row-readings.ts';
import { failingCount } from '../../figures/values.ts';
import type { TableId } from '../../forms/edition.ts';
import { standardForms } from '../../forms/index.ts';
import { rowText } from '../../report/align.ts';
import { readReport } from '../../report/bind.ts';
import { figuresOf } from '../../report/figures-of.ts';
import type { Table, TableLine } from '../../report/report.ts';
import { numeral } from '../../text/chinese-numerals.ts';
import { least } from '../../text/lists.ts';
import type { RawRows } from './head-rows.ts';

/** Rows as a table that a form was found for. */
export interface TableReading {
  /** The bound tables and the rows that are none's, in their order. */
  readonly parts: readonly (Table | readonly string[])[];
  /** How well the form is filled: the more, the better. */
  readonly score: number;
  /** Whether every row of a form has its number of values, blank ones among them, and nothing is left over. */
  readonly fits: boolean;
  /** Whether besides no value is blank. */
  readonly complete: boolean;
}

const POINTS = {
  row: 1,
  cell: 1,
  misfit: -2,
  unknownRow: -0.5,
  unknownValue: -1,
  surplus: -1,
  repeated: -3,
  missing: -1,
  failing: -0.3,
};

/**
 * Binds rows to the form that they fit best. `year` tells which form comes first. Where lines of the source were deleted,
 * `lost`, the rows of the form that aren't there are added, blank.
 */
export function bindRows(rows: RawRows, id: TableId, year: number | null, lost = false): TableReading {
  const { reading, places } = boundRows(rows, id, year);
  const whole = lost ? withLostRows(rows, reading, places) : rows;
  return whole === rows ? reading : boundRows(whole, id, year).reading;
}

interface Bound {
  readonly reading: TableReading;
  /** At which of the rows each row of the form stands, by its id. */
  readonly places: ReadonlyMap<string, number>;
}

/** The rows with a blank one for each that the form has and they haven't, in the form's order. */
function withLostRows(rows: RawRows, { parts }: TableReading, places: ReadonlyMap<string, number>): RawRows {
  const tables = parts.filter((part): part is Table => 'definition' in part);
  const [only] = tables;
  if (!only || tables.length > 1) return rows;
  const lacking = only.definition.rows.filter(({ row }) => !only.rows.has(row.id));
  if (lacking.length === 0) return rows;
  const added = new Map<number, RawRows[number][]>();
  let at = rows.length === 0 ? -1 : least([...places.values(), rows.length]) - 1;
  for (const { row, columns } of only.definition.rows) {
    if (only.rows.has(row.id)) at = places.get(row.id) ?? at;
    else added.set(at, [...(added.get(at) ?? []), [row.label, ...columns.map(() => '')]]);
  }
  return [...(added.get(-1) ?? []), ...rows.flatMap((row, i) => [row, ...(added.get(i) ?? [])])];
}

function boundRows(rows: RawRows, id: TableId, year: number | null): Bound {
  const front = year === null ? [] : ['---', `年度: ${year}`, '---'];
  const section = standardForms().newest.sections.find((each) => each.table === id);
  const head = [...front, `${numeral(section?.ordinal ?? 1)}、${section?.title ?? ''}`];
  const report = readReport([...head, ...rows.map(rowText)].join('\n'));
  const offset = report.tree.lines.find((line) => line.kind === 'section')?.number ?? 0;
  const tables = report.tables.map((table) => ({ table, lines: new Set(table.lines.map(({ line }) => line.number)) }));
  const parts: (Table | readonly string[])[] = [];
  rows.forEach((row, i) => {
    const owner = tables.find(({ lines }) => lines.has(offset + 1 + i))?.table;
    if (!owner) parts.push(row);
    else if (!parts.includes(owner)) parts.push(owner);
  });
  const own = tables.flatMap(({ table }) => [...table.rows.values()]);
  const places = new Map(own.map(({ row, line }) => [row.id, line.number - offset - 1]));
  return { reading: { parts, ...judged(parts, id) }, places };
}

function judged(parts: TableReading['parts'], id: TableId): Omit<TableReading, 'parts'> {
  let score = 0;
  let [fits, complete] = [false, false];
  const seen = new Set<string>();
  for (const part of parts) {
    if (!('definition' in part)) {
      score += part.filter((cell) => cell !== '').length * POINTS.unknownRow;
      continue;
    }
    const own = pointsOf(part, seen);
    score += own.points;
    fits = own.fits && part.definition.id === id;
    complete = fits && own.complete;
  }
  const alone = parts.length === 1;
  return { score, fits: fits && alone, complete: complete && alone };
}

function pointsOf(
  table: Table,
  seen: Set<string>,
): { readonly points: number; readonly fits: boolean; readonly complete: boolean } {
  let points = 0;
  let [fits, complete] = [true, true];
  for (const line of table.lines) {
    const own = pointsOfLine(line, seen);
    points += own;
    if (own < 0) fits = false;
    if (line.kind === 'value' && line.cells.some((cell) => cell.text === '')) complete = false;
  }
  const missing = table.definition.rows.filter(({ row }) => !table.rows.has(row.id)).length;
  const { plan, values } = figuresOf(table);
  const failing = failingCount(plan, values);
  return {
    points: points + missing * POINTS.missing + failing * POINTS.failing,
    fits: fits && missing === 0,
    complete,
  };
}

function pointsOfLine(line: TableLine, seen: Set<string>): number {
  switch (line.kind) {
    case 'value': {
      const repeated = seen.has(line.row.id);
      seen.add(line.row.id);
      if (repeated) return POINTS.repeated;
      if (line.misfit) return POINTS.misfit;
      if (line.cells.some((cell) => isStuck(cell.text))) return POINTS.misfit;
      return POINTS.row + line.cells.filter((cell) => cell.text !== '').length * POINTS.cell;
    }
    case 'unknown':
      return POINTS.unknownRow + line.values.length * POINTS.unknownValue;
    case 'group':
      return line.surplus.length * POINTS.surplus;
    default:
      return 0;
  }
}
