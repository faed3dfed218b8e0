// Where two readings of a source are about as likely, and give a row other values.
import { rowAddsUp } from '../../figures/row-rule.ts';
import type { Report, Table, ValueRow } from '../../report/report.ts';
import { lineAbove } from '../../syntax/lines.ts';

/** A reading of a source: the report that it makes, and how much of it has come to its place. */
export interface Opinion {
  readonly report: Report | null;
  readonly inPlace: number;
}

/** What rows may have that two readings give other values, by `rowKey`: those of the one first. */
export type Disputed = ReadonlyMap<string, readonly (readonly string[])[]>;

/** A reading with less than that of the better one's values in their places is none that could be meant. */
const CLOSE = 0.9;

/** The name of a row among those of all tables. */
export function rowKey(table: string, row: string): string {
  return `${table} ${row}`;
}

/** The rows to which a reading gives values that no sum confirms, while another that is about as likely gives them others. */
export function disputedRows(best: Opinion, other: Opinion | null): Disputed {
  const disputed = new Map<string, readonly (readonly string[])[]>();
  if (!best.report || !other?.report || other.inPlace < CLOSE * best.inPlace) return disputed;
  const others = statedRows(other.report);
  for (const [key, { table, row }] of statedRows(best.report)) {
    const second = others.get(key);
    if (!second || addsUp(table, row)) continue;
    const [own, its] = [textsOf(row), textsOf(second.row)];
    if (own.length === its.length && own.some((text, i) => text !== its[i])) disputed.set(key, [own, its]);
  }
  return disputed;
}

interface Stated {
  readonly table: Table;
  readonly row: ValueRow;
}

/** The rows with values that aren't in doubt, by their keys; of those that come again the first. */
function statedRows({ tables, tree }: Report): ReadonlyMap<string, Stated> {
  const rows = new Map<string, Stated>();
  for (const table of tables) {
    for (const row of table.rows.values()) {
      const key = rowKey(table.definition.id, row.row.id);
      const isOpen = lineAbove(tree, row.line)?.kind === 'comment';
      const isStated = !isOpen && row.misfit === null && row.cells.some(({ value }) => value !== null);
      if (isStated && !rows.has(key)) rows.set(key, { table, row });
    }
  }
  return rows;
}

function addsUp({ definition }: Table, { row, cells }: ValueRow): boolean {
  const values = cells.map(({ value }) => value ?? Number.NaN);
  return rowAddsUp(
    definition,
    row.id,
    cells.map(({ column }) => column.id),
    values,
  );
}

function textsOf({ cells }: ValueRow): readonly string[] {
  return cells.map(({ value }) => (value === null ? '' : String(value)));
}
