import type { BlockDefinition } from '../forms/edition.ts';
import type { FormRow } from '../forms/form.ts';
import type { GroupRow, Table, TableLine, UnknownRow, ValueRow } from '../report/report.ts';
import type { CellNode } from '../syntax/tree.ts';
import { greatest } from '../text/lists.ts';
import { judgedTables } from './judged-tables.ts';
import { fact } from './subject.ts';

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

/** A table of the report with the rows that it doesn't have. */
export interface TableWithGaps {
  readonly table: Table;
  /** In the order of the form. */
  readonly runs: readonly MissingRun[];
}

/** The judged tables that lack rows. */
export const missingRows = fact((subject): readonly TableWithGaps[] =>
  judgedTables(subject).flatMap((table): TableWithGaps[] => {
    const runs = missingRuns(table, table.definition.rows);
    return runs.length > 0 ? [{ table, runs }] : [];
  }),
);

/** The rows of all tables that may be missing ones under another label. */
export const mistakenRows = fact(
  (subject): ReadonlySet<TableLine> =>
    new Set(missingRows(subject).flatMap(({ runs }) => runs.flatMap(({ lookalikes }) => lookalikes))),
);

function missingRuns(table: Table, rows: readonly FormRow[]): readonly MissingRun[] {
  if (table.rows.size === rows.length) return [];
  const places = placesOf(table);
  const runs: MissingRun[] = [];
  let run: FormRow[] = [];
  let previous: string | null = null;
  const end = (): void => {
    if (run.length > 0) runs.push(describe(table, run, indexAbove(places, run, previous)));
    run = [];
  };
  for (const formRow of rows) {
    if (table.rows.has(formRow.row.id)) {
      end();
      previous = formRow.row.id;
    } else run.push(formRow);
  }
  end();
  return runs;
}

/** Where in a table's lines its rows stand (the first of each), and its headers and groups (the last). */
interface Places {
  readonly rows: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
  readonly headers: ReadonlyMap<BlockDefinition | null, number>;
}

function placesOf(table: Table): Places {
  const rows = new Map<string, number>();
  const groups = new Map<string, number>();
  const headers = new Map<BlockDefinition | null, number>();
  table.lines.forEach((line, i) => {
    if (line.kind === 'header') headers.set(line.block, i);
    else if (line.kind === 'group') groups.set(line.group.id, i);
    else if (line.kind === 'value' && table.rows.get(line.row.id) === line) rows.set(line.row.id, i);
  });
  return { rows, groups, headers };
}

/** The last line that has to stand above the rows: the row before them, their block's header, their group's own row. */
function indexAbove({ rows, groups, headers }: Places, [first]: readonly FormRow[], previous: string | null): number {
  if (!first) return -1;
  const { block } = first;
  return greatest([
    headers.get(block) ?? -1,
    (previous === null ? headers.get(null) : rows.get(previous)) ?? -1,
    ...first.groups.map(({ id }) => groups.get(id) ?? -1),
  ]);
}

function describe(table: Table, rows: readonly FormRow[], at: number): MissingRun {
  const above = table.lines[at] ?? null;
  const alike = rows.filter(({ block }) => block === blockAt(table, above));
  const lookalikes: Lookalike[] = [];
  for (let i = at + 1; i < table.lines.length; i++) {
    const line = table.lines[i];
    if (!line || (line.kind !== 'unknown' && line.kind !== 'blank' && !isRepeated(table, line))) break;
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
