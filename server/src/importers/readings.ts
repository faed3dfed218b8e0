import type { TableDefinition, TableId } from '../forms/edition.ts';
import { newestEdition } from '../forms/index.ts';
import { readReport } from '../report/bind.ts';
import type { Table, TableLine } from '../report/report.ts';
import { withoutBars } from '../syntax/cells.ts';
import { numeral } from '../text/chinese-numerals.ts';
import { isStuck } from './candidates.ts';
import type { RawRows } from './head-rows.ts';
import { holds, instancesOf } from './relations.ts';

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

/** Binds rows to the form that they fit best. `year` tells which form comes first. */
export function bindRows(rows: RawRows, id: TableId, year: number | null): TableReading {
  const front = year === null ? [] : ['---', `年度: ${year}`, '---'];
  const section = newestEdition.sections.find((each) => each.table === id);
  const head = [...front, `${numeral(section?.ordinal ?? 1)}、${section?.title ?? ''}`];
  const report = readReport([...head, ...rows.map(lineOf)].join('\n'));
  const offset = report.tree.lines.find((line) => line.kind === 'section')?.number ?? 0;
  const tables = report.tables.map((table) => ({ table, lines: new Set(table.lines.map(({ line }) => line.number)) }));
  const parts: (Table | readonly string[])[] = [];
  rows.forEach((row, i) => {
    const owner = tables.find(({ lines }) => lines.has(offset + 1 + i))?.table;
    if (!owner) parts.push(row);
    else if (!parts.includes(owner)) parts.push(owner);
  });
  return { parts, ...judged(parts, id) };
}

function lineOf(row: readonly string[]): string {
  return `| ${row.map((cell) => withoutBars(cell).replace(/\s+/g, ' ')).join(' | ')} |`;
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
  const missing = rowIds(table.definition).filter((id) => !table.rows.has(id)).length;
  const valueAt = (row: string, column: string): number | null =>
    table.rows.get(row)?.cells.find((cell) => cell.column.id === column)?.value ?? null;
  const failing = instancesOf(table.definition).filter((instance) => holds(instance, valueAt) === false).length;
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

function rowIds(definition: TableDefinition): readonly string[] {
  return definition.blocks.flatMap((block) => block.lines.flatMap((line) => (line.kind === 'row' ? [line.id] : [])));
}
