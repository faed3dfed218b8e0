// The form's value cells on the page: which can be edited, what they hold, which comes after which.
import { byId, texts } from './host.ts';

/** A value's place in the form, by the ids of its table, row and column. */
export interface CellPlace {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

const EDITABLE = '[data-table] td[data-row]';

/** The cell that holds a node, if it can be edited. */
export function editableCell(target: EventTarget | null): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>(EDITABLE) : null;
}

export function placeOfCell(cell: HTMLElement): CellPlace {
  const { row = '', column = '' } = cell.dataset;
  return { table: cell.closest<HTMLElement>('[data-table]')?.dataset.table ?? '', row, column };
}

/** The cell of a place; null where the page has none. */
export function cellAt(place: CellPlace): HTMLTableCellElement | null {
  return (
    editableCells().find((cell) => {
      const own = placeOfCell(cell);
      return own.row === place.row && own.column === place.column && own.table === place.table;
    }) ?? null
  );
}

function editableCells(): readonly HTMLTableCellElement[] {
  return [...byId('view').querySelectorAll<HTMLTableCellElement>(EDITABLE)];
}

/** The next editable cell of the page, or the one before. */
export function besideCell(cell: HTMLTableCellElement, step: 1 | -1): HTMLTableCellElement | null {
  const cells = editableCells();
  return cells[cells.indexOf(cell) + step] ?? null;
}

/** What the report has in a cell: without signs and fields that the page puts there. */
export function textIn(cell: HTMLElement): string {
  return [...cell.childNodes].flatMap((node) => (node instanceof Text ? node.data : [])).join('');
}

/** Shows a text in a cell until the report says otherwise. */
export function showText(cell: HTMLElement, text: string): void {
  for (const node of [...cell.childNodes]) if (node instanceof Text) node.remove();
  if (text !== '') cell.prepend(text);
  describeCell(cell);
}

/** The row and column that a cell stands in, as its heads say. */
export function nameOfCell(cell: HTMLElement): string {
  const ids = (cell.getAttribute('headers') ?? '').split(' ').filter(Boolean);
  return ids.flatMap((id) => document.getElementById(id)?.textContent || []).join(' · ');
}

/** Tells of a table's cells what is known without the report: that they are a grid, which are blank, 0 or not to be edited. */
export function describeCells(block: Element): void {
  if (block.matches('[data-table]')) block.querySelector('table')?.setAttribute('role', 'grid');
  for (const cell of block.querySelectorAll<HTMLElement>('td')) describeCell(cell);
}

function describeCell(cell: HTMLElement): void {
  const { row, locked, total } = cell.dataset;
  const text = textIn(cell);
  cell.toggleAttribute('data-blank', row !== undefined && text === '');
  cell.toggleAttribute('data-zero', row !== undefined && text === '0');
  const why = locked === 'count' || locked === 'extra' || locked === 'repeat' ? texts.locked[locked] : null;
  if (why !== null) cell.setAttribute('aria-readonly', 'true');
  const title = why ?? (total === undefined ? null : texts.total);
  if (title !== null) cell.title = title;
}
