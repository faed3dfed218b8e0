import { spanOf } from '../grid.ts';
import { childOf, elementsOf, switchOf, valOf, type XmlElement } from './xml.ts';

/** A cell as its table shows it. */
export interface ShownCell {
  readonly element: XmlElement;
  readonly columns: number;
  /** Whether a cell above or beside it goes on here and what it holds itself isn't shown. */
  readonly isCovered: boolean;
}

/** A row of a table: how many columns it leaves out before its first cell, its cells, those that were deleted. */
export interface ShownRow {
  readonly before: number;
  readonly cells: readonly ShownCell[];
  readonly deleted: readonly XmlElement[];
}

/** The rows of a table in order, whatever wraps them; a nested table's are not among them. */
export function rowsOf(table: XmlElement): readonly XmlElement[] {
  return nearest(table, 'tr');
}

/** Whether a row was deleted, or is hidden. */
export function rowState(row: XmlElement): 'deleted' | 'hidden' | 'shown' {
  const properties = childOf(row, 'trPr');
  if (childOf(properties, 'del')) return 'deleted';
  return switchOf(properties, 'hidden') ? 'hidden' : 'shown';
}

/** Follows a table's merged cells from row to row. */
export class MergedCells {
  /** The columns in which a merged cell has begun. */
  readonly #begun = new Set<number>();

  /** The next row that is shown. */
  next(row: XmlElement): ShownRow {
    const before = columnsBefore(row);
    const cells: ShownCell[] = [];
    const deleted: XmlElement[] = [];
    let column = before;
    for (const element of nearest(row, 'tc')) {
      const properties = childOf(element, 'tcPr');
      if (childOf(properties, 'cellDel')) {
        deleted.push(element);
        continue;
      }
      const columns = spanOf(valOf(properties, 'gridSpan') ?? undefined, 'columns');
      const isCovered = this.#isBelow(column, properties) || (isBeside(properties) && cells.length > 0);
      cells.push({ element, columns, isCovered });
      column += columns;
    }
    return { before, cells, deleted };
  }

  /** Whether the cell goes on that has begun above; else whether another begins here is kept. */
  #isBelow(column: number, properties: XmlElement | null): boolean {
    const merge = mergeOf(properties);
    if (merge === 'continue' && this.#begun.has(column)) return true;
    if (merge === 'restart') this.#begun.add(column);
    else this.#begun.delete(column);
    return false;
  }
}

/** How many columns a row leaves out before its first cell. */
function columnsBefore(row: XmlElement): number {
  const columns = valOf(childOf(row, 'trPr'), 'gridBefore') ?? '0';
  return Number(columns) > 0 ? spanOf(columns, 'columns') : 0;
}

/** `w:vMerge`, or the merge that was tracked. */
function mergeOf(properties: XmlElement | null): 'restart' | 'continue' | null {
  const merge = childOf(properties, 'vMerge');
  if (merge) return merge.attributes.val === 'restart' ? 'restart' : 'continue';
  const tracked = childOf(properties, 'cellMerge')?.attributes.vMerge;
  if (tracked === undefined) return null;
  return tracked === 'rest' ? 'restart' : 'continue';
}

/** Whether the cell beside it goes on; a merge without a value does. */
function isBeside(properties: XmlElement | null): boolean {
  const merge = childOf(properties, 'hMerge');
  return merge !== null && (merge.attributes.val ?? 'continue') === 'continue';
}

/** The elements of that name nearest below another, in order; what stands in other rows, cells and tables is not among them. */
function nearest(parent: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(parent).flatMap((element) => {
    if (element.name === name) return [element];
    return /^(?:tbl|tr|tc|p|del|moveFrom)$|Pr$|Change$/.test(element.name) ? [] : nearest(element, name);
  });
}
