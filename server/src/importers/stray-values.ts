// Rows whose values may be another row's, as values without a label stand near them.
import type { Table, TableLine, ValueRow } from '../report/report.ts';
import { numbersAmong } from './number-count.ts';

/** Fewer numbers without a label are a stray one. */
const FEWEST = 2;

/**
 * The rows with values beside a run of values that has no label or is no row's: the one above it, and all up to the next row
 * without values, and back to the one before. `isOpen` tells rows whose values are left blank anyway.
 */
export function rowsBesideStray({ lines }: Table, isOpen: (row: ValueRow) => boolean): ReadonlySet<ValueRow> {
  const rows = new Set<ValueRow>();
  lines.forEach((line, at) => {
    if (!isStray(line)) return;
    const above = lines.slice(0, at).findLast((each) => each.kind === 'value');
    if (above?.kind === 'value') rows.add(above);
    for (const way of [lines.slice(at + 1), lines.slice(0, at).reverse()])
      for (const row of rowsToHole(way, isOpen)) rows.add(row);
  });
  return rows;
}

function isStray(line: TableLine): boolean {
  const texts = (cells: readonly { readonly text: string }[]): readonly string[] => cells.map(({ text }) => text);
  switch (line.kind) {
    case 'unknown':
      return line.label === null && numbersAmong(texts(line.values)) >= FEWEST;
    case 'value':
      return (
        line.misfit !== null && numbersAmong(texts(line.misfit.found)) >= Math.max(FEWEST, 2 * line.misfit.expected)
      );
    default:
      return false;
  }
}

function rowsToHole(lines: readonly TableLine[], isOpen: (row: ValueRow) => boolean): readonly ValueRow[] {
  const rows: ValueRow[] = [];
  for (const line of lines) {
    if (line.kind !== 'value') continue;
    if (isOpen(line) || line.cells.every(({ text }) => text === '')) return rows;
    rows.push(line);
  }
  return [];
}
