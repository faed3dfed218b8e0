import type { BlockDefinition, GroupDefinition } from '../editions/edition.ts';
import type { GroupRow, Table, TableLine, UnknownRow } from '../report/report.ts';
import { type FormRow, formRows } from './judged-tables.ts';

/** Neighbouring rows of the form that a table doesn't have. */
export interface MissingRun {
  readonly rows: readonly FormRow[];
  /** The line of the table below which they belong; null where they belong above its first. */
  readonly above: TableLine | null;
  /** Unknown rows at just that place, with as many values as the missing rows take: these they may be. */
  readonly lookalikes: readonly UnknownRow[];
  /** The group right above the missing rows, where it holds values that may be theirs. */
  readonly filledGroup: GroupRow | null;
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

/** The groups that a row stands under, outermost first. */
export function groupsOf({ row, block }: FormRow): readonly GroupDefinition[] {
  const groups: GroupDefinition[] = [];
  let parent = row.parent;
  while (parent !== null) {
    const id: string = parent;
    const group = block.lines.find((line): line is GroupDefinition => line.kind === 'group' && line.id === id);
    if (!group) break;
    groups.unshift(group);
    parent = group.parent;
  }
  return groups;
}

/** Whether the table has the group, on a line of its own or before a row, or rows that stand under it. */
export function isBegun(table: Table, id: string): boolean {
  const named = table.lines.some(
    (line) =>
      (line.kind === 'group' || line.kind === 'value') && line.labels.some((label) => label.definition.id === id),
  );
  return (
    named ||
    formRows(table).some(
      (formRow) => table.rows.has(formRow.row.id) && groupsOf(formRow).some((group) => group.id === id),
    )
  );
}

function describe(table: Table, rows: readonly FormRow[]): MissingRun {
  const [first] = rows;
  const at = first ? indexAbove(table, first) : -1;
  const above = table.lines[at] ?? null;
  const lookalikes: UnknownRow[] = [];
  for (const line of table.lines.slice(at + 1)) {
    if (line.kind !== 'unknown' && line.kind !== 'blank') break;
    if (
      line.kind === 'unknown' &&
      isLike(
        line,
        rows.filter(({ block }) => block === blockAt(table, above)),
      )
    ) {
      lookalikes.push(line);
    }
  }
  const filledGroup = above?.kind === 'group' && above.surplus.length > 0 ? above : null;
  return { rows, above, lookalikes, filledGroup };
}

function blockAt({ definition }: Table, line: TableLine | null): BlockDefinition | null {
  if (line?.kind === 'value' || line?.kind === 'header') return line.block;
  return definition.blocks.length === 1 ? (definition.blocks[0] ?? null) : null;
}

function isLike(line: UnknownRow, rows: readonly FormRow[]): boolean {
  return !line.declared && line.label !== null && rows.some(({ block }) => block.columns.length === line.values.length);
}

/** The last line that has to stand above the row: the row before it, its block's header, its group's own row. */
function indexAbove(table: Table, formRow: FormRow): number {
  const order = formRows(table).map(({ row }) => row.id);
  const before = new Set(order.slice(0, order.indexOf(formRow.row.id)));
  const previous = order.slice(0, order.indexOf(formRow.row.id)).findLast((id) => table.rows.has(id));
  const groups = new Set(groupsOf(formRow).map(({ id }) => id));
  return table.lines.findLastIndex((line) => {
    if (line.kind === 'header') return line.block === formRow.block || (line.block === null && before.size === 0);
    if (line.kind === 'group') return groups.has(line.group.id);
    return line.kind === 'value' && line === table.rows.get(previous ?? '');
  });
}
