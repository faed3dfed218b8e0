import type { FormTable } from '../forms/form.ts';
import type { Line } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { readCell } from '../text/cell-value.ts';
import { type LabelIndex, labelIndex } from './label-index.ts';
import type { Table } from './report.ts';

const LABELS = 3;
const PIECES = 8;
/** Lines of prose are longer, and no label is. */
const LONGEST = 120;

/**
 * Whether a part holds, instead of its table, the table's labels and numbers one to a line (or a label with its numbers
 * behind it on a line without bars). `tables` are those bound in the part.
 */
export function isTorn(lines: readonly Line[], table: FormTable, tables: readonly Table[]): boolean {
  const whole = tables
    .flatMap((bound) => bound.lines)
    .filter((line) => line.kind === 'value' && line.misfit === null).length;
  const index = labelIndex(table);
  let labels = 0;
  let numbers = 0;
  for (const line of lines) {
    for (const piece of piecesOf(line, index)) {
      if (readCell(piece).kind === 'number') numbers++;
      else if (isLabel(piece, index)) labels++;
    }
  }
  return labels >= LABELS && labels + numbers >= PIECES && labels + numbers > whole * 3;
}

/** What stands on a line that has no more than one cell: a label, or labels and numbers with spaces between them. */
function piecesOf(line: Line, index: LabelIndex): readonly string[] {
  const text = pieceOf(line);
  if (text === null || text.length > LONGEST) return [];
  return isLabel(text, index) ? [text] : text.split(/[\s\u00a0\u3000]+/);
}

/** The one text on a line, or null where it holds none or several. */
function pieceOf(line: Line): string | null {
  switch (line.kind) {
    case 'row': {
      const first = line.cells.findIndex((cell) => cell.text !== '');
      const more = line.cells.findLastIndex((cell) => cell.text !== '') > first;
      return more ? null : (line.cells[first]?.text ?? null);
    }
    case 'text':
      return line.content.text;
    case 'section':
    case 'subsection':
    case 'item':
      return line.mark.text + line.content.text;
    default:
      return null;
  }
}

function isLabel(piece: string, index: LabelIndex): boolean {
  const text = canonical(piece);
  return index.rows.has(text) || index.heads.has(text);
}
