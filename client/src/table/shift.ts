// Places of cells carried through edits of their text, until the server has read it again.
import type { CellPlace, Cells, Offsets, RowPlaces, TablePlaces } from '../../../server/src/lsp/protocol.ts';

/** A change of a text as the editor tells it, in UTF-16 offsets of the text before it. */
export interface Change {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
  /** How many lines it adds; negative where it takes some away. */
  readonly lines: number;
}

/** The places after changes, which are made one after the other. What is typed at the edge of a cell is in it. */
export function shifted(cells: Cells, changes: readonly Change[]): Cells {
  return changes.reduce(shiftedOnce, cells);
}

function shiftedOnce(cells: Cells, change: Change): Cells {
  return {
    ...cells,
    tables: cells.tables.map((table) => shiftedTable(table, change)),
    prompts: cells.prompts.flatMap((prompt) => shiftedPrompt(prompt, change)),
    strays: cells.strays.map((span) => shiftedSpan(span, change)),
  };
}

/** One that is written in is gone. */
function shiftedPrompt({ start, end }: Offsets, { offset, length, text }: Change): readonly Offsets[] {
  const moved = text.length - length;
  if (offset + length <= start) return [{ start: start + moved, end: end + moved }];
  return end <= offset ? [{ start, end }] : [];
}

function shiftedTable(table: TablePlaces, change: Change): TablePlaces {
  if (table.span.end < change.offset) return table;
  return { ...table, span: shiftedSpan(table.span, change), rows: table.rows.map((row) => shiftedRow(row, change)) };
}

function shiftedRow(row: RowPlaces, change: Change): RowPlaces {
  if (row.span.end < change.offset) return row;
  const isBelow = row.span.start >= change.offset + change.length && change.lines !== 0;
  return {
    ...row,
    line: isBelow ? row.line + change.lines : row.line,
    span: shiftedSpan(row.span, change),
    cells: row.cells.map(
      (cell): CellPlace => ({
        ...cell,
        room: shiftedSpan(cell.room, change),
        span: shiftedSpan(cell.span, change),
      }),
    ),
  };
}

function shiftedSpan({ start, end }: Offsets, { offset, length, text }: Change): Offsets {
  const after = offset + length;
  const moved = text.length - length;
  const from = start <= offset ? start : start >= after ? start + moved : offset + text.length;
  const to = end < offset || (end === offset && length > 0) ? end : end >= after ? end + moved : offset;
  return { start: from, end: Math.max(from, to) };
}
