// Which header cells a cell has, for those who hear a table: told by ids, since the forms' heads stand in several rows.
import type { DocumentCell, DocumentTable } from './document.ts';

/** More titles above a cell, each across the table, are none that anyone wants to hear. */
const MOST_TITLES = 20;

export interface HeaderIds {
  /** ` id="…"` of a header, ` headers="…"` of a value, both of the cell in this row. */
  readonly attribute: (cell: DocumentCell, row: number) => string;
}

interface Placed {
  readonly cell: DocumentCell;
  readonly row: number;
}

/** `id` begins the ids of the table's headers. */
export function headerIds(table: DocumentTable, id: string): HeaderIds {
  const headers = headersAbove(table);
  const idOf = ({ cell, row }: Placed): string => `${id}-${row + 1}-${cell.column + 1}`;
  return {
    attribute: (cell, row) => {
      if (cell.scope !== null) return ` id="${idOf({ cell, row })}"`;
      if (cell.kind === 'header') return '';
      const ids = (headers[row] ?? []).flatMap((header) => (isHeaderOf(header, cell, row) ? [idOf(header)] : []));
      return ids.length === 0 ? '' : ` headers="${ids.join(' ')}"`;
    },
  };
}

/** For each row the headers from the start of its group on that may be those of its cells. */
function headersAbove({ rows }: DocumentTable): readonly (readonly Placed[])[] {
  const values = rows.flatMap(({ cells }) => cells.filter(({ scope }) => scope === null).map(({ column }) => column));
  const firstValue = values.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY);
  let kept: readonly Placed[] = [];
  return rows.map(({ cells, startsGroup }, row) => {
    const own = cells.filter(({ scope }) => scope !== null).map((cell): Placed => ({ cell, row }));
    kept = [...(startsGroup ? [] : lasting(kept, row, firstValue)), ...own];
    return kept;
  });
}

/** The headers that reach down to a row: columns' and titles' all, the latest titles if there are many. */
function lasting(headers: readonly Placed[], row: number, firstValue: number): readonly Placed[] {
  const isTitle = ({ cell }: Placed): boolean => isOfRow(cell) && cell.column === 0 && cell.colspan > firstValue;
  const titles = headers.filter(isTitle);
  const last = titles.at(-MOST_TITLES)?.row ?? 0;
  return headers.filter((header) =>
    isTitle(header) ? header.row >= last : !isOfRow(header.cell) || row < header.row + header.cell.rowspan,
  );
}

function isOfRow({ scope }: DocumentCell): boolean {
  return scope === 'row' || scope === 'rowgroup';
}

function isHeaderOf(header: Placed, cell: DocumentCell, row: number): boolean {
  const { column, colspan, rowspan } = header.cell;
  if (isOfRow(header.cell)) {
    const isTitle = column === 0 && column + colspan > cell.column;
    return isTitle || (header.row <= row && row < header.row + rowspan);
  }
  return cell.place !== null && column < cell.column + cell.colspan && cell.column < column + colspan;
}
