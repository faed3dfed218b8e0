import type { BlockDefinition } from '../forms/edition.ts';
import type { GroupRow, Table, TableLine, UnknownRow, ValueRow } from '../report/report.ts';
import type { CellNode } from '../syntax/tree.ts';
import { type FormRow, formRows } from './judged-tables.ts';

/** Neighbouring rows of the form that a table doesn't have. */
export interface MissingRun {
  readonly rows: readonly FormRow[];
  /** The line of the table below which they belong; null where they belong above its first. */
  readonly above: TableLine | null;
  /** Rows at just that place that are unknown or repeat another, with as many values as the missing ones take: these they may be. Repeated ones only where they are as many as are missing. */
  readonly lookalikes: readonly Lookalike[];
  /** The group right above the missing rows, where it holds values that may be theirs. */
  readonly filledGroup: GroupRow | null;
}

export type Lookalike = UnknownRow | ValueRow;

/** The label under which a row stands that may be a missing one, or null where it has none. */
export function labelOf(row: Lookalike): CellNode | null {
  return row.kind === 'unknown' ? row.label : (row.labels.at(-1)?.cell ?? null);
}

/** The rows of a table that may be missing ones under another label. */
export function mistakenRows(table: Table): ReadonlySet<TableLine> {
  return new Set(missingRuns(table).flatMap(({ lookalikes }) => lookalikes));
}

/** The runs of missing rows, in the order of the form. */
export function missingRuns(table: Table): readonly MissingRun[] {
  const runs: MissingRun[] = [];
  let run: FormRow[] = [];
  for (const formRow of [...formRows(table), null]) {
    if (formRow && !table.rows.has(formRow.row.id)) {
      run.push(formRow);
      continue;
    }
    if (run.length > 0) runs.push(describe(table, run));
    run = [];
  }
  return runs;
}

/** Whether the table has the group, on a line of its own or before a row, or rows that stand under it. */
export function isBegun(table: Table, id: string): boolean {
  const named = table.lines.some(
    (line) =>
      (line.kind === 'group' || line.kind === 'value') && line.labels.some((label) => label.definition.id === id),
  );
  return named || table.definition.rowsUnder(id).some((row) => table.rows.has(row.id));
}

function describe(table: Table, rows: readonly FormRow[]): MissingRun {
  const [first] = rows;
  const at = first ? indexAbove(table, first) : -1;
  const above = table.lines[at] ?? null;
  const alike = rows.filter(({ block }) => block === blockAt(table, above));
  const lookalikes: Lookalike[] = [];
  for (const line of table.lines.slice(at + 1)) {
    if (line.kind !== 'unknown' && line.kind !== 'blank' && !isRepeated(table, line)) break;
    if (line.kind !== 'blank' && isLike(line, alike)) lookalikes.push(line);
  }
  const filledGroup = above?.kind === 'group' && above.surplus.length > 0 ? above : null;
  const kept = lookalikes.length === rows.length ? lookalikes : lookalikes.filter(({ kind }) => kind === 'unknown');
  return { rows, above, lookalikes: kept, filledGroup };
}

function blockAt({ definition }: Table, line: TableLine | null): BlockDefinition | null {
  if (line?.kind === 'value' || line?.kind === 'header') return line.block;
  return definition.blocks.length === 1 ? (definition.blocks[0] ?? null) : null;
}

function isRepeated(table: Table, line: TableLine): line is ValueRow {
  return line.kind === 'value' && line.labels.length > 0 && table.rows.get(line.row.id) !== line;
}

function isLike(line: Lookalike, rows: readonly FormRow[]): boolean {
  if (line.kind === 'value') return rows.some(({ block }) => block === line.block);
  return !line.declared && rows.some(({ block }) => block.columns.length === line.values.length);
}

/** The last line that has to stand above the row: the row before it, its block's header, its group's own row. */
function indexAbove(table: Table, formRow: FormRow): number {
  const order = formRows(table).map(({ row }) => row.id);
  const before = new Set(order.slice(0, order.indexOf(formRow.row.id)));
  const previous = order.slice(0, order.indexOf(formRow.row.id)).findLast((id) => table.rows.has(id));
  const groups = new Set(formRow.groups.map(({ id }) => id));
  return table.lines.findLastIndex((line) => {
    if (line.kind === 'header') return line.block === formRow.block || (line.block === null && before.size === 0);
    if (line.kind === 'group') return groups.has(line.group.id);
    return line.kind === 'value' && line === table.rows.get(previous ?? '');
  });
}
