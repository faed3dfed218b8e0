// Rows that a line's end has broken among their cells: a blank one beside it may be half of another, or have been lost.

import { distinctReadings } from '../../figures/distinct-readings.ts';
import { type PlaceIds, rowAddsUp, ruleOf } from '../../figures/row-rule.ts';
import { withBlankMoved } from '../../recognise/broken-values.ts';
import type { Table, ValueRow } from '../../report/report.ts';
import type { Block } from '../source.ts';
import { isValue } from '../words.ts';

const SIGN = '|';

/**
 * The values of each row of the source as they stand side by side, blank cells among them but for those at a line's end that breaks
 * a row. Empty where the source has no rows of several values.
 */
export function runsIn(blocks: readonly Block[]): readonly string[] {
  const runs = blocks.map((block) => (block.kind === 'row' ? block.cells : []));
  if (!runs.some((cells) => cells.filter((cell) => cell !== '' && isValue(cell)).length > 1)) return [];
  return runs.flatMap((cells, i) => {
    const from = cells.findLastIndex((cell) => cell !== '' && !isValue(cell)) + 1;
    const values = cells.slice(from);
    const isBegun = from === 0 && i > 0;
    const next = runs[i + 1] ?? [];
    const goesOn = next.length > 0 && next.every((cell) => cell === '' || isValue(cell));
    const first = isBegun ? values.findIndex((cell) => cell !== '') : 0;
    const last = goesOn ? values.findLastIndex((cell) => cell !== '') : values.length - 1;
    return first < 0 ? [] : [textOf(values.slice(first, last + 1))];
  });
}

/** The labels of the rows of the source that have nothing but blank cells behind them, and how many. */
export function blankLabelsIn(blocks: readonly Block[]): ReadonlyMap<string, number> {
  return new Map(
    blocks.flatMap((block): (readonly [string, number])[] => {
      if (block.kind !== 'row' || block.isHead) return [];
      const at = block.cells.findLastIndex((cell) => cell !== '');
      const label = block.cells[at] ?? '';
      return label === '' || isValue(label) ? [] : [[label, block.cells.length - at - 1]];
    }),
  );
}

/** The rows that were given values of another line though their own has blank cells for all of them. */
export function rowsBehindBlanks({ lines }: Table, blank: ReadonlyMap<string, number>): readonly ValueRow[] {
  return lines.filter(
    (row): row is ValueRow =>
      row.kind === 'value' &&
      row.cells.some(({ text }) => text !== '') &&
      (blank.get(row.labels.at(-1)?.cell.text ?? '') ?? 0) >= row.block.columns.length,
  );
}

/** The rows whose sums fail, where one of them has values that stand side by side in no row of the source, as a blank cell was dropped among them. */
export function slippedRows({ definition, lines }: Table, runs: readonly string[]): readonly ValueRow[] {
  if (runs.length === 0) return [];
  const failing = lines.filter((row): row is ValueRow => {
    if (row.kind !== 'value' || row.misfit || row.cells.some(({ text }) => text === '')) return false;
    const columns = row.cells.map(({ column }) => column.id);
    const { sumEvery } = ruleOf(definition, places(row), { labelled: true, filled: true });
    const values = row.cells.map(({ value }) => value ?? Number.NaN);
    return sumEvery > 0 && !rowAddsUp(definition, row.row.id, columns, values);
  });
  const isSlipped = ({ cells }: ValueRow): boolean =>
    !runs.some((run) => run.includes(textOf(cells.map(({ text }) => text))));
  return failing.some(isSlipped) ? failing : [];
}

function places({ row, cells }: ValueRow): readonly PlaceIds[] {
  return cells.map(({ column }) => ({ row: row.id, column: column.id }));
}

/** What the rows may have, themselves among it, whose values stand in no row of the source side by side, where a blank cell may be elsewhere. */
export function brokenRows(
  { definition, lines }: Table,
  runs: readonly string[],
): ReadonlyMap<ValueRow, readonly (readonly string[])[]> {
  const rows = new Map<ValueRow, readonly (readonly string[])[]>();
  if (runs.length === 0) return rows;
  for (const row of lines) {
    if (row.kind !== 'value' || row.misfit || row.cells.length < 2) continue;
    const texts = row.cells.map(({ text }) => text);
    const isMixed = texts.includes('') && texts.some((text) => text !== '');
    if (!isMixed || runs.some((run) => run.includes(textOf(texts)))) continue;
    const { allowed } = ruleOf(definition, places(row), { labelled: true, filled: false });
    const moved = withBlankMoved(texts);
    const readings = distinctReadings([texts, ...(allowed(texts) ? moved.filter(allowed) : moved)]);
    if (readings.length > 1) rows.set(row, readings);
  }
  return rows;
}

function textOf(cells: readonly string[]): string {
  return cells.map((cell) => cell + SIGN).join('');
}
