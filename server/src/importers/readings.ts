import type { TableDefinition, TableId } from '../editions/edition.ts';
import { newestEdition } from '../editions/index.ts';
import { readReport } from '../report/bind.ts';
import type { Table, TableLine } from '../report/report.ts';
import { numeral } from '../text/chinese-numerals.ts';
import type { RawRows } from './head-rows.ts';
import { holds, instancesOf } from './relations.ts';

/** Rows as a table that a form was found for. */
export interface TableReading {
  /** The bound tables and the rows that are none's, in their order. */
  readonly parts: readonly (Table | readonly string[])[];
  /** How well the form is filled: the more, the better. */
  readonly score: number;
  /** Whether a form is filled to the last cell, and nothing is left over. */
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
  return `| ${row.map((cell) => cell.replace(/\|/g, '｜').replace(/\s+/g, ' ')).join(' | ')} |`;
}

function judged(parts: TableReading['parts'], id: TableId): { readonly score: number; readonly complete: boolean } {
  let score = 0;
  let complete = false;
  const seen = new Set<string>();
  for (const part of parts) {
    if (!('definition' in part)) {
      score += part.filter((cell) => cell !== '').length * POINTS.unknownRow;
      continue;
    }
    const own = pointsOf(part, seen);
    score += own.points;
    complete = complete || (own.complete && part.definition.id === id);
  }
  return { score, complete: complete && parts.length === 1 };
}

function pointsOf(table: Table, seen: Set<string>): { readonly points: number; readonly complete: boolean } {
  let points = 0;
  let complete = true;
  for (const line of table.lines) {
    const own = pointsOfLine(line, seen);
    points += own;
    if (own < 0 || (line.kind === 'value' && line.cells.some((cell) => cell.text === ''))) complete = false;
  }
  const missing = rowIds(table.definition).filter((id) => !table.rows.has(id)).length;
  const valueAt = (row: string, column: string): number | null =>
    table.rows.get(row)?.cells.find((cell) => cell.column.id === column)?.value ?? null;
  const failing = instancesOf(table.definition).filter((instance) => holds(instance, valueAt) === false).length;
  return {
    points: points + missing * POINTS.missing + failing * POINTS.failing,
    complete: complete && missing === 0,
  };
}

function pointsOfLine(line: TableLine, seen: Set<string>): number {
  switch (line.kind) {
    case 'value': {
      const repeated = seen.has(line.row.id);
      seen.add(line.row.id);
      if (repeated) return POINTS.repeated;
      if (line.misfit) return POINTS.misfit;
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
