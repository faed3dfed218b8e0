// Where a page may end within a table: in Word files and in print the same.
import type { DocumentRow, DocumentTable } from './document.ts';
import { textArea } from './paper.ts';
import { fitTable } from './table-fit.ts';

/** A table no higher than this share of a page isn't divided between two. */
const WHOLE_UP_TO = 0.4;
/** In rows. */
const SMALL_GROUP = 8;
/** Of a table, so many rows at least stand together on a page. */
const LEAST_ROWS = 3;

/** For each row whether it stays on the page of the next: heads with rows of theirs, small groups, the first two rows of a large one, the first and the last rows. */
export function keptRows(table: DocumentTable): readonly boolean[] {
  const { rows, headerRows } = table;
  const last = rows.length - 1;
  const whole = fitTable(table).height <= textArea.height * WHOLE_UP_TO;
  const inGroup = rowsInGroups(table);
  return rows.map(({ cells }, i) => {
    if (i === last) return false;
    const isHead = cells.every(({ kind }) => kind === 'header');
    return (
      whole ||
      isHead ||
      beginsLarge(cells) ||
      inGroup.has(i) ||
      i < headerRows + LEAST_ROWS - 1 ||
      i > last - LEAST_ROWS
    );
  });
}

/** Whether the label of a large group begins in a row, which it has more lines than. */
function beginsLarge(cells: DocumentRow['cells']): boolean {
  return cells.some(({ rowspan }) => rowspan > SMALL_GROUP);
}

/** The rows that a cell of a small group covers, but for the last of each. */
function rowsInGroups({ rows }: DocumentTable): ReadonlySet<number> {
  const spans = rows.flatMap(({ cells }, row) => cells.map(({ rowspan }) => ({ row, rowspan })));
  const small = spans.filter(({ rowspan }) => rowspan > 1 && rowspan <= SMALL_GROUP);
  return new Set(small.flatMap(({ row, rowspan }) => Array.from({ length: rowspan - 1 }, (_, i) => row + i)));
}

/** What a row is to a page's end: it stays with the next, a cell of it reaches over more rows than are kept together, or both. */
export type RowPart = 'kept-row' | 'divided-row' | 'kept-divided-row';

/** For each row what it is to a page's end; null where a page may end behind it and not in it. */
export function rowParts(table: DocumentTable): readonly (RowPart | null)[] {
  const kept = keptRows(table);
  return table.rows.map(({ cells }, i) => {
    if (beginsLarge(cells)) return kept[i] ? 'kept-divided-row' : 'divided-row';
    return kept[i] ? 'kept-row' : null;
  });
}
