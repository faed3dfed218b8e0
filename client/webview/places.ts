// Where each part of the page stands in the source, and back.
import type { Offsets } from '../src/preview/messages.ts';

/** The page's blocks in order, each with its place. */
export class Places {
  blocks: HTMLElement[] = [];
  spans: readonly (Offsets | null)[] = [];

  blockOf(node: Node): number {
    return this.blocks.findIndex((block) => block.contains(node));
  }

  /** The place of a cell, or of a whole block; null where the source doesn't hold it. */
  spanOf(part: HTMLElement): Offsets | null {
    const span = this.spans[this.blockOf(part)] ?? null;
    if (!span || !part.closest('table')) return span;
    const own = relativeSpan(part);
    return own && { start: span.start + own.start, end: span.start + own.end };
  }

  /** The cell or block at a place in the source, or the last before it. */
  partAt(offset: number): HTMLElement | null {
    const index = this.spans.findLastIndex((span) => span !== null && span.start <= offset);
    const [block, span] = [this.blocks[index], this.spans[index]];
    if (!block || !span) return this.blocks[0] ?? null;
    return block.querySelector('table') ? (cellAt(block, offset - span.start) ?? block) : block;
  }

  /** Whether a place in the source lies in a block, not between two. */
  holds(offset: number): boolean {
    return this.spans.some((span) => span !== null && span.start <= offset && offset <= span.end);
  }
}

/** The `data-at` of a cell: offsets from the start of its block. */
export function relativeSpan(cell: HTMLElement): Offsets | null {
  const [start, end] = (cell.dataset.at ?? '').split('-').map(Number);
  return start === undefined || end === undefined ? null : { start, end };
}

/** The cell with the last start up to `offset`, which may stand anywhere in a row that the form has turned round. */
function cellAt(block: HTMLElement, offset: number): HTMLElement | null {
  let best: HTMLElement | null = null;
  let bestStart = -1;
  for (const cell of block.querySelectorAll<HTMLElement>('[data-at]')) {
    const start = relativeSpan(cell)?.start ?? 0;
    if (start <= offset && start > bestStart) [best, bestStart] = [cell, start];
  }
  return best ?? block.querySelector<HTMLElement>('[data-at]');
}

/** What of the page can be gone to: the cells of tables, and all other blocks. */
export function partOf(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('#view th, #view td, #view > [tabindex]');
}
