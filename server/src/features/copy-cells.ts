// The cells that a selection touches as text with TABs, as spreadsheets take it.
import { blockAt, type CellBlock } from './cell-block.ts';
import type { RowPlaces } from './cell-places.ts';
import type { Range } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The cells of a block, a line a row: values, and where the block begins with them the labels. Rows that have nothing in
 * the block are left out. Null where the selection touches no cell.
 */
export function copyCells(snapshot: Snapshot, range: Range): string | null {
  const block = blockAt(snapshot, range);
  const lines = block?.rows.flatMap((row) => {
    const cells = cellsIn(block, row).map(({ start, end }) => quoted(snapshot.text.slice(start, end)));
    return cells.length > 0 ? [`${cells.join('\t')}\n`] : [];
  });
  return lines && lines.length > 0 ? lines.join('') : null;
}

function cellsIn({ first, last }: CellBlock, { cells, columns }: RowPlaces) {
  if (!columns) return [];
  const from = columns.from + Math.max(first, 0);
  const labels = first < 0 ? cells.slice(0, columns.from) : [];
  return [...labels, ...cells.slice(from, Math.min(columns.from + last, columns.from + columns.count - 1) + 1)].map(
    ({ span }) => span,
  );
}

/** A cell that begins with a quotation mark, in quotation marks. */
function quoted(cell: string): string {
  return cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
