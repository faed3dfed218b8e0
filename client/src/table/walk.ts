// From value to value, as keys go through a spreadsheet.
import type { CellPlace, Cells, Offsets, RowPlaces, TablePlaces } from '../../../server/src/lsp/protocol.ts';

/** A cell with the row and table that it stands in. */
export interface Place {
  readonly table: TablePlaces;
  readonly row: RowPlaces;
  readonly cell: CellPlace;
}

/** The row that an offset lies in or at the edge of; null where it lies in none. */
export function rowAt(
  { tables }: Cells,
  offset: number,
): { readonly table: TablePlaces; readonly row: RowPlaces } | null {
  for (const table of tables) {
    if (!touches(table.span, offset)) continue;
    const row = table.rows.find(({ span }) => touches(span, offset));
    if (row) return { table, row };
  }
  return null;
}

/** The cell whose room holds both offsets, at its edges too. */
export function cellAt(cells: Cells, start: number, end: number = start): Place | null {
  const at = rowAt(cells, start);
  const cell = at?.row.cells.find(({ room }) => room.start <= start && end <= room.end);
  return at && cell ? { ...at, cell } : null;
}

/**
 * The room of the value, or the prompt, after (1) or before (-1) the one at an offset, or beside the offset where there is none
 * at it; null past the last.
 */
export function beside(cells: Cells, offset: number, step: 1 | -1): Offsets | null {
  const values = valuesOf(cells.tables).map(({ cell }) => cell.room);
  const stops = [...values, ...cells.prompts].sort((a, b) => a.start - b.start);
  const own = stops.findIndex((stop) => touches(stop, offset));
  if (own >= 0) return stops[own + step] ?? null;
  return (step > 0 ? stops.find(({ start }) => start >= offset) : stops.findLast(({ end }) => end <= offset)) ?? null;
}

/** The prompt that an offset lies in or at the edge of; null where it lies in none. */
export function promptAt({ prompts }: Cells, offset: number): Offsets | null {
  return prompts.find((prompt) => touches(prompt, offset)) ?? null;
}

/** The value below one: of the next row with values the one in the same place, or its last; past the last row null. */
export function below({ table, row, cell }: Place): Place | null {
  const column = row.cells.indexOf(cell) - (row.columns?.from ?? 0);
  for (const next of table.rows.slice(table.rows.indexOf(row) + 1)) {
    const values = next.cells.filter(({ kind }) => kind === 'value');
    const found = values[column] ?? values.at(-1);
    if (found) return { table, row: next, cell: found };
  }
  return null;
}

/** Every value of tables, in the order of the text. */
export function valuesOf(tables: readonly TablePlaces[]): readonly Place[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells.filter(({ kind }) => kind === 'value').map((cell): Place => ({ table, row, cell })),
    ),
  );
}

/** What is to be selected of a room: the text in it; in a blank one the place before its last space. */
export function selectionIn(text: string, { start, end }: Offsets): Offsets {
  const room = text.slice(start, end);
  const written = room.trim();
  if (written !== '') {
    const from = start + room.indexOf(written);
    return { start: from, end: from + written.length };
  }
  const caret = room.endsWith(' ') ? end - 1 : end;
  return { start: caret, end: caret };
}

function touches({ start, end }: Offsets, offset: number): boolean {
  return start <= offset && offset <= end;
}
