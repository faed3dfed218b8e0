// Where each part of the page stands in the source, and back.
import type { Offsets } from '../src/preview/messages.ts';

export interface Block {
  readonly element: HTMLElement;
  /** As the server wrote it. */
  readonly html: string;
  /** The cells of a table, in order; of other blocks none. */
  readonly cells: readonly HTMLElement[];
  /** For each cell where it begins and ends, from the block's start; -1 for cells that the source doesn't hold. */
  readonly cellPlaces: readonly number[];
}

/** The page's blocks in order, each with its place. */
export class Places {
  blocks: Block[] = [];
  spans: readonly (Offsets | null)[] = [];

  blockOf(node: Node): number {
    return this.blocks.findIndex(({ element }) => element.contains(node));
  }

  /** The place of a cell, or of a whole block; null where the source doesn't hold it. */
  spanOf(part: HTMLElement): Offsets | null {
    const index = this.blockOf(part);
    const [block, span] = [this.blocks[index], this.spans[index]];
    if (!block || !span) return null;
    const cell = block.cells.indexOf(part);
    return cell < 0 ? span : cellSpan(block, cell, span.start);
  }

  /** The place of a part or, where the source doesn't hold it, after the nearest cell before it. */
  nearestSpan(part: HTMLElement): Offsets | null {
    const index = this.blockOf(part);
    const [block, span] = [this.blocks[index], this.spans[index]];
    if (!block || !span) return null;
    for (let cell = block.cells.indexOf(part); cell >= 0; cell--) {
      const before = cellSpan(block, cell, span.start);
      if (before) return { start: before.end, end: before.end };
    }
    return span;
  }

  /** The cell or block at a place in the source, or the nearest cell of its table, or the last block before it. */
  partAt(offset: number): HTMLElement | null {
    const index = this.spans.findLastIndex((span) => span !== null && span.start <= offset);
    const [block, span] = [this.blocks[index], this.spans[index]];
    if (!block || !span) return this.blocks[0]?.element ?? null;
    return cellAt(block, offset - span.start) ?? block.element;
  }

  /** Whether a place in the source lies in a block, not between two. */
  holds(offset: number): boolean {
    return this.spans.some((span) => span !== null && span.start <= offset && offset <= span.end);
  }
}

function cellSpan({ cellPlaces }: Block, cell: number, start: number): Offsets | null {
  const [from = -1, to = -1] = cellPlaces.slice(2 * cell, 2 * cell + 2);
  return from < 0 ? null : { start: start + from, end: start + to };
}

/** The cell nearest to `offset`, of two the later one: the form may show a row's cells anywhere. */
function cellAt({ cells, cellPlaces }: Block, offset: number): HTMLElement | null {
  let best = { cell: 0, distance: Number.POSITIVE_INFINITY, start: -1 };
  for (let cell = 0; cell < cells.length; cell++) {
    const [start = -1, end = -1] = cellPlaces.slice(2 * cell, 2 * cell + 2);
    if (start < 0) continue;
    const distance = Math.max(start - offset, offset - end, 0);
    if (distance < best.distance || (distance === best.distance && start > best.start)) {
      best = { cell, distance, start };
    }
  }
  return cells[best.cell] ?? null;
}

/** What of the page can be gone to: the cells of tables, and all other blocks. */
export function partOf(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('#view th, #view td, #view > [tabindex]');
}
