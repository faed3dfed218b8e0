import type { BlockDefinition, LineDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import type { Table, TableLine } from '../report/report.ts';
import type { RowLine } from '../syntax/tree.ts';
import { longestAscent } from '../text/longest-ascent.ts';

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
  if (placed.every(({ order }, i) => order >= (placed[i - 1]?.order ?? 0))) return [];
  const kept = longestAscent(placed.map(({ order }) => order));
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
  const orders = table.definition.derived(orderOf);
  const seen = new Set<Ordered>();
  const placed: Placed[] = [];
  let line: RowLine | null = null;
  for (const tableLine of table.lines) {
    const part = partOf(tableLine);
    const order = part === null ? undefined : orders.get(part);
    if (part === null || order === undefined || seen.has(part) || tableLine.line === line) continue;
    seen.add(part);
    line = tableLine.line;
    const labels = tableLine.kind === 'value' ? tableLine.labels.length : 1;
    placed.push({ line, order, row: 'label' in part ? part : null, holdsGroup: labels > 1 });
  }
  return placed;
}

/** What has a place in the form: a row, a group, or the header of a block. */
type Ordered = LineDefinition | BlockDefinition;

function partOf(line: TableLine): Ordered | null {
  if (line.kind === 'value') return line.row;
  if (line.kind === 'group') return line.group;
  return line.kind === 'header' ? line.block : null;
}

function orderOf({ blocks }: FormTable): ReadonlyMap<Ordered, number> {
  const parts = blocks.flatMap((block): readonly Ordered[] => [block, ...block.lines]);
  return new Map(parts.map((part, i) => [part, i]));
}
