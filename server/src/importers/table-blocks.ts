// Tables of pages and of Word files, as rows of a report or, where they only lay out text, as what stands in their cells.
import { gridOf, type SpanningCell } from './grid.ts';
import { joinLines, withoutWideSpaces } from './joined-lines.ts';
import type { Block } from './source.ts';

/** A block, and whatever its reader keeps with it. */
export interface Held {
  readonly block: Block;
}

/** A cell with what stands in it, and the columns and rows that it covers. */
export interface FilledCell<Placed extends Held> {
  readonly blocks: readonly Placed[];
  readonly colspan: number;
  readonly rowspan: number;
}

/** No label of the form is as long: a longer cell is text that is laid out in a table. */
const LONGEST_LABEL = 150;
const MANY_PARAGRAPHS = { count: 3, length: 60 };

/** A table's rows, each made by `rowOf` of its cells in the grid; where it only lays out a page, the blocks in its cells. Throws `GridTooLarge`. */
export function tableBlocks<Placed extends Held>(
  rows: readonly (readonly FilledCell<Placed>[])[],
  rowOf: (cells: readonly string[]) => Placed,
): readonly Placed[] {
  const cells = rows.flat();
  const laysOut = cells.some((cell) => cell.blocks.some(({ block }) => block.kind === 'row'));
  if (laysOut) return cells.flatMap((cell) => cell.blocks);
  if (cells.every((cell) => cell.blocks.length === 0)) return [];
  const grid = gridOf(rows.map((row) => row.map(spanningCell)));
  const isColumn = grid.every((row) => row.length <= 1);
  return rows.flatMap((row, i): readonly Placed[] => {
    if (isColumn || row.some(isProse)) return row.flatMap((cell) => cell.blocks);
    const texts = grid[i] ?? [];
    return texts.length > 1 || texts[0] ? [rowOf(texts)] : [];
  });
}

function linesOf({ blocks }: FilledCell<Held>): readonly string[] {
  return blocks.map(({ block }) => (block.kind === 'row' ? block.cells.join(' ') : block.text));
}

function spanningCell(cell: FilledCell<Held>): SpanningCell {
  const text = withoutWideSpaces(joinLines(linesOf(cell)));
  return { text, colspan: cell.colspan, rowspan: cell.rowspan };
}

function isProse(cell: FilledCell<Held>): boolean {
  const lines = linesOf(cell);
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  return length > LONGEST_LABEL || (lines.length >= MANY_PARAGRAPHS.count && length > MANY_PARAGRAPHS.length);
}
