// A row that was typed in, put below the others of its table again.
import type { CellPlace, Offsets, RowPlaces, TablePlaces } from '../../../server/src/lsp/protocol.ts';
import { roomOf, usualWidth } from '../../../server/src/text/rooms.ts';

export interface Edit extends Offsets {
  readonly text: string;
}

/**
 * The edits of white space, in order, by which the values of a row get the width that their columns have in the other
 * rows. No column gets wider: where a value takes more room than that, it has it, and the rows around stay as they are.
 */
export function paddedRow(text: string, table: TablePlaces, row: RowPlaces): readonly Edit[] {
  const { columns } = row;
  if (!columns) return [];
  return row.cells.flatMap((cell, i) => {
    if (cell.kind !== 'value' || !isBarred(text, cell)) return [];
    const width = usualWidth(othersAt(table, row, i - columns.from).map((room) => text.slice(room.start, room.end)));
    return width === 0 ? [] : padded(text, cell.room, width);
  });
}

function othersAt({ rows }: TablePlaces, own: RowPlaces, column: number): readonly Offsets[] {
  return rows.flatMap((row) => {
    if (row === own || row.block !== own.block || !row.columns || column >= row.columns.count) return [];
    const cell = row.cells[row.columns.from + column];
    return cell ? [cell.room] : [];
  });
}

function isBarred(text: string, { room }: CellPlace): boolean {
  return /[|｜]/.test(text[room.start - 1] ?? '') && /[|｜]/.test(text[room.end] ?? '');
}

/** The edits of the white space before and behind the text of a room. */
function padded(text: string, { start, end }: Offsets, width: number): readonly Edit[] {
  const old = text.slice(start, end);
  const written = old.trim();
  const room = roomOf(written, width);
  if (old === room) return [];
  if (written === '') return [{ start, end, text: room }];
  const [at, to] = [old.indexOf(written), room.indexOf(written)];
  const edits: readonly Edit[] = [
    { start, end: start + at, text: room.slice(0, to) },
    { start: start + at + written.length, end, text: room.slice(to + written.length) },
  ];
  return edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.text);
}
