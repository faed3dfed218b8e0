// The keyboard's way through the page: one stop for Tab, arrow keys from part to part, Enter to the source.
import { type Places, partOf } from './places.ts';

type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

export class Walk {
  readonly #places: Places;
  #stop: HTMLElement | null = null;

  constructor(view: HTMLElement, places: Places, open: (part: HTMLElement) => void) {
    this.#places = places;
    view.addEventListener('focusin', ({ target }) => {
      const part = partOf(target);
      if (part) this.#setStop(part);
    });
    view.addEventListener('keydown', (event) => {
      const part = partOf(event.target);
      if (!part || event.altKey || event.shiftKey) return;
      if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) open(part);
      else if (!this.#go(part, event.key, event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
    });
  }

  /** After the page has changed. */
  restore(): void {
    const stop = this.#stop?.isConnected ? this.#stop : firstPart(this.#places.blocks[0]?.element);
    if (stop) this.#setStop(stop);
  }

  /** Moves the focus to a part. */
  focus(part: HTMLElement): void {
    part.focus({ preventScroll: true });
    part.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #setStop(part: HTMLElement): void {
    if (this.#stop !== part) this.#stop?.setAttribute('tabindex', '-1');
    this.#stop = part;
    part.setAttribute('tabindex', '0');
  }

  #go(part: HTMLElement, key: string, far: boolean): boolean {
    const next = this.#next(part, key as Direction, far);
    if (next) this.focus(next);
    return next !== null;
  }

  #next(part: HTMLElement, key: Direction, far: boolean): HTMLElement | null {
    const { blocks } = this.#places;
    if (far && (key === 'Home' || key === 'End')) return firstPart(blocks.at(key === 'Home' ? 0 : -1)?.element);
    if (far) return null;
    const table = part.closest('table');
    const inTable = table && part instanceof HTMLTableCellElement ? neighbour(table, part, key) : null;
    if (inTable) return inTable;
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
    const index = this.#places.blockOf(part) + (key === 'ArrowDown' ? 1 : -1);
    const block = index < 0 ? undefined : blocks[index]?.element;
    return key === 'ArrowDown' ? firstPart(block) : lastPart(block);
  }
}

export function firstPart(block: HTMLElement | undefined): HTMLElement | null {
  return block?.querySelector<HTMLElement>('th, td') ?? block ?? null;
}

/** Where one arrives from below: in a table, the first cell of its last row. */
function lastPart(block: HTMLElement | undefined): HTMLElement | null {
  return block?.querySelector<HTMLElement>('tbody:last-of-type > tr:last-child > :is(th, td)') ?? block ?? null;
}

/** The first cell below another (or above it) in its column that is wanted. */
export function below(
  cell: HTMLTableCellElement,
  step: 1 | -1,
  isWanted: (cell: HTMLTableCellElement) => boolean,
): HTMLTableCellElement | null {
  const table = cell.closest('table');
  if (!table) return null;
  const { grid, places } = gridOf(table);
  const place = places.find((each) => each.cell === cell);
  if (!place) return null;
  for (let row = place.row + step; row >= 0 && row < grid.length; row += step) {
    const other = grid[row]?.[place.column];
    if (other && other !== cell && isWanted(other)) return other;
  }
  return null;
}

interface GridPlace {
  readonly cell: HTMLTableCellElement;
  readonly row: number;
  readonly column: number;
}

/** The cell that an arrow key leads to in a table with merged cells; null at its edge. */
function neighbour(table: HTMLTableElement, cell: HTMLTableCellElement, key: Direction): HTMLElement | null {
  const { grid, places } = gridOf(table);
  const place = places.find((each) => each.cell === cell);
  if (!place) return null;
  const { row, column } = place;
  switch (key) {
    case 'ArrowUp':
      return grid[row - 1]?.[column] ?? null;
    case 'ArrowDown':
      return grid[row + cell.rowSpan]?.[column] ?? null;
    case 'ArrowLeft':
      return grid[row]?.[column - 1] ?? null;
    case 'ArrowRight':
      return grid[row]?.[column + cell.colSpan] ?? null;
    case 'Home':
      return grid[row]?.[0] ?? null;
    case 'End':
      return grid[row]?.at(-1) ?? null;
    default:
      return null;
  }
}

function gridOf(table: HTMLTableElement): { grid: HTMLTableCellElement[][]; places: GridPlace[] } {
  const grid: HTMLTableCellElement[][] = Array.from(table.rows, () => []);
  const places: GridPlace[] = [];
  Array.from(table.rows).forEach((line, row) => {
    let column = 0;
    for (const cell of line.cells) {
      while (grid[row]?.[column]) column++;
      places.push({ cell, row, column });
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let across = 0; across < cell.colSpan; across++) {
          const filled = grid[row + down];
          if (filled) filled[column + across] = cell;
        }
      }
      column += cell.colSpan;
    }
  });
  return { grid, places };
}
