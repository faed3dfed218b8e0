import { canonical } from '../../text/canonical.ts';
import type { Block } from '../source.ts';
import type { Term, Vocabulary } from '../vocabulary.ts';
import { isValue } from '../words.ts';

/** Labels and heads that stand so often beside themselves are merged cells that were filled in every place. */
const TELLING = 2;

/**
 * The rows with each merged cell's text at its first place alone, where the source repeats it in every place that the cell
 * covers; else as they are. A value is repeated where the head of its column is.
 */
export function withoutRepeats(blocks: readonly Block[], vocabulary: Vocabulary): readonly Block[] {
  const term = (cell: string): Term | undefined => (isValue(cell) ? undefined : vocabulary.terms.get(canonical(cell)));
  const holdsRepeat = (block: Block): boolean =>
    block.kind === 'row' && block.cells.some((cell, x) => isRepeated(block.cells, x) && term(cell));
  if (blocks.filter(holdsRepeat).length < TELLING) return blocks;
  let head: readonly string[] = [];
  let above: readonly string[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'row') return block;
    const { cells } = block;
    if (!cells.some(isShownValue) && cells.slice(1).some((cell) => term(cell)?.isHead)) head = cells;
    const shown = cells.map((cell, x) => {
      const fromLeft = isShownValue(cell) ? cell === cells[x - 1] && isRepeated(head, x) : isRepeated(cells, x);
      return fromLeft || (cell === above[x] && term(cell)) ? '' : cell;
    });
    above = cells;
    return { kind: 'row', cells: shown };
  });
}

function isRepeated(cells: readonly string[], index: number): boolean {
  const cell = cells[index];
  return cell !== undefined && cell !== '' && cell === cells[index - 1] && !isValue(cell);
}

function isShownValue(cell: string): boolean {
  return cell !== '' && isValue(cell);
}
