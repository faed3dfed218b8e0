// Which header cells a cell has, for those who hear a table: told by ids, since the forms' heads stand in several rows.
import type { DocumentCell, DocumentTable } from './document.ts';

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
  const headers = table.rows.map(({ cells }, row) =>
    cells.filter(({ scope }) => scope !== null).map((cell): Placed => ({ cell, row })),
  );
  const idOf = ({ cell, row }: Placed): string => `${id}-${row + 1}-${cell.column + 1}`;
  let [last, inGroup]: [number, readonly Placed[]] = [-1, []];
  /** The headers from the start of a row's group to the row; asked for cell by cell. */
  const headersFor = (row: number): readonly Placed[] => {
    if (row !== last) [last, inGroup] = [row, headers.slice(groupStart(table, row), row + 1).flat()];
    return inGroup;
  };
  return {
    attribute: (cell, row) => {
      if (cell.scope !== null) return ` id="${idOf({ cell, row })}"`;
      if (cell.kind === 'header') return '';
      const ids = headersFor(row).flatMap((header) => (isHeaderOf(header, cell, row) ? [idOf(header)] : []));
      return ids.length === 0 ? '' : ` headers="${ids.join(' ')}"`;
    },
  };
}

/** The row where the header of a row's group begins. */
function groupStart({ rows }: DocumentTable, row: number): number {
  return Math.max(
    0,
    rows.findLastIndex(({ startsGroup }, i) => startsGroup && i <= row),
  );
}

function isHeaderOf(header: Placed, cell: DocumentCell, row: number): boolean {
  const { scope, column, colspan, rowspan } = header.cell;
  if (scope === 'row' || scope === 'rowgroup') {
    const isTitle = column === 0 && column + colspan > cell.column;
    return isTitle || (header.row <= row && row < header.row + rowspan);
  }
  return cell.place !== null && column < cell.column + cell.colspan && cell.column < column + colspan;
}
