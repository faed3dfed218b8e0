// Where the values of rows may begin that have more blank cells around them than columns, and nothing to tell how many stand before.
import type { Table, ValueRow } from '../../report/report.ts';

/** So many rows without a last value tell that the column of sums is blank. */
const FEWEST = 3;

/**
 * By the row, what its values may be: those that may begin at several cells, unless rows as deep as it is begin at the one cell at
 * which it was read, or it alone leaves the last value blank, as that of all others is. A row that a line's end has broken (`isBroken`)
 * tells nothing of others.
 */
export function looseRows(
  table: Table,
  isBroken: (row: ValueRow) => boolean,
): ReadonlyMap<ValueRow, readonly (readonly string[])[]> {
  const rows = table.lines.filter(
    (line): line is ValueRow => line.kind === 'value' && line.misfit === null && line.labels.length > 0,
  );
  const starts = new Map(rows.map((row) => [row, startsOf(row)]));
  const told = Map.groupBy(
    rows.filter((row) => starts.get(row)?.length === 1 && !isBroken(row)),
    (row) => depthOf(row, table),
  );
  const certain = [...told.values()].flat();
  const lacksSums = certain.length >= FEWEST && certain.every(({ cells }) => cells.at(-1)?.text === '');
  const loose = new Map<ValueRow, readonly (readonly string[])[]>();
  for (const [row, own] of starts) {
    if (own.length < 2) continue;
    const others = new Set((told.get(depthOf(row, table)) ?? []).map((each) => starts.get(each)?.[0]));
    const cells = valueCells(row);
    const count = row.block.columns.length;
    const asDeep = others.size === 1 ? own.filter((start) => others.has(start)) : [];
    const withoutSum = lacksSums ? own.filter((start) => (cells[start + count - 1] ?? '') === '') : [];
    const likely = asDeep.length > 0 ? asDeep : withoutSum.length === 1 ? withoutSum : [];
    const [only] = likely;
    if (only !== undefined && only === startIn(row)) continue;
    loose.set(
      row,
      (only === undefined ? own : likely).map((start) => cells.slice(start, start + count)),
    );
  }
  return loose;
}

function depthOf({ row }: ValueRow, { definition }: Table): number {
  return definition.groupsAbove(row.id).length;
}

/** All cells after the labels of a row, blank ones at the edges included. */
export function valueCells({ line, labels }: ValueRow): readonly string[] {
  const last = labels.at(-1)?.cell;
  return line.cells.slice(last ? line.cells.indexOf(last) + 1 : 0).map((cell) => cell.text);
}

/** At which of these cells the values were read to begin. */
export function startIn({ line, labels, cells }: ValueRow): number {
  const [first, last] = [cells[0]?.node, labels.at(-1)?.cell];
  return first ? line.cells.indexOf(first) - (last ? line.cells.indexOf(last) + 1 : 0) : -1;
}

/** Every cell at which the values may begin so that all are among them; none of a row without values. */
function startsOf(row: ValueRow): readonly number[] {
  const cells = valueCells(row);
  const count = row.block.columns.length;
  const [first, last] = [cells.findIndex((cell) => cell !== ''), cells.findLastIndex((cell) => cell !== '')];
  if (first < 0) return [];
  const from = Math.max(0, last + 1 - count);
  const to = Math.min(first, cells.length - count);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
