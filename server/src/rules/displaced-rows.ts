import type { LineDefinition, RowDefinition } from '../editions/edition.ts';
import type { Table, TableLine } from '../report/report.ts';
import type { RowLine } from '../syntax/tree.ts';
import { longestAscent } from './longest-ascent.ts';

/** Neighbouring rows that have to move to one place for the table to be in the form's order. */
export interface Displaced {
  readonly lines: readonly RowLine[];
  readonly rows: readonly LineDefinition[];
  /** The line that stays and below which they belong; null where they belong above all that stay. */
  readonly below: Placed | null;
  /** The line that stays and above which they belong. */
  readonly above: Placed | null;
  /** Whether a group's label stands on a line that moves or that they would be put before, so that moving breaks it. */
  readonly entangled: boolean;
}

/** A line of the table at its place in the form. */
interface Placed {
  readonly line: RowLine;
  /** Its place in the form, blocks and their headers counted. */
  readonly order: number;
  /** Null for a header. */
  readonly row: LineDefinition | null;
  readonly holdsGroup: boolean;
}

/** The fewest rows that have to move, in runs. Only the first occurrence of a row counts. */
export function displacedRows(table: Table): readonly Displaced[] {
  const placed = placedLines(table);
  const kept = longestAscent(placed.map(({ order }) => order));
  if (kept.length === placed.length) return [];
  const staying = kept.flatMap((index) => placed[index] ?? []);
  return runsOf(placed, new Set(kept), staying);
}

function runsOf(
  placed: readonly Placed[],
  kept: ReadonlySet<number>,
  staying: readonly Placed[],
): readonly Displaced[] {
  const runs: { lines: Placed[]; below: Placed | null; above: Placed | null }[] = [];
  let previous = -1;
  placed.forEach((line, i) => {
    if (kept.has(i)) return;
    const below = staying.findLast((other) => other.order <= line.order) ?? null;
    const above = staying.find((other) => other.order > line.order) ?? null;
    const run = runs.at(-1);
    const joins = run && previous === i - 1 && run.below === below && (run.lines.at(-1)?.order ?? 0) <= line.order;
    if (joins) run.lines.push(line);
    else runs.push({ lines: [line], below, above });
    previous = i;
  });
  return runs.flatMap(({ lines, below, above }): Displaced[] => {
    const rows = lines.flatMap(({ row }) => row ?? []);
    if (rows.length === 0) return [];
    const entangled = lines.some(({ holdsGroup }) => holdsGroup) || (above?.holdsGroup ?? false);
    return [{ lines: lines.map(({ line }) => line), rows, below, above, entangled }];
  });
}

function placedLines(table: Table): readonly Placed[] {
  const orders = orderOf(table);
  const seen = new Set<string>();
  const placed: Placed[] = [];
  let line: RowLine | null = null;
  for (const tableLine of table.lines) {
    const id = idOf(tableLine);
    const order = id === null ? undefined : orders.get(id);
    if (id === null || order === undefined || seen.has(id) || tableLine.line === line) continue;
    seen.add(id);
    line = tableLine.line;
    const labels = tableLine.kind === 'value' ? tableLine.labels.length : 1;
    placed.push({ line, order, row: rowOf(tableLine), holdsGroup: labels > 1 });
  }
  return placed;
}

function idOf(line: TableLine): string | null {
  if (line.kind === 'value') return line.row.id;
  if (line.kind === 'group') return line.group.id;
  return line.kind === 'header' && line.block ? `header of ${line.block.id}` : null;
}

function rowOf(line: TableLine): RowDefinition | LineDefinition | null {
  if (line.kind === 'value') return line.row;
  return line.kind === 'group' ? line.group : null;
}

function orderOf(table: Table): ReadonlyMap<string, number> {
  const ids = table.definition.blocks.flatMap((block) => [`header of ${block.id}`, ...block.lines.map(({ id }) => id)]);
  return new Map(ids.map((id, i) => [id, i]));
}
