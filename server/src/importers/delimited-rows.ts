// Rows whose cells are parted by TABs or commas, with quotation marks around cells that hold such a sign or a line break.
import { joinedLines } from '../text/joined-lines.ts';

/** A row of delimited text. */
export interface DelimitedRow {
  readonly cells: readonly string[];
  /** Whether one of them stood in quotation marks. */
  readonly isQuoted: boolean;
  /** Where the row ends: at its line break, or the text's end. */
  readonly end: number;
}

/**
 * Reads the row that begins at an offset; its cells come without white space around them, their line breaks taken out. Marks
 * that don't close before the end of a cell are part of its text. Linear in the text over all rows of it.
 */
export function readDelimitedRow(text: string, start: number, delimiter: '\t' | ','): DelimitedRow {
  const cells: string[] = [];
  let isQuoted = false;
  for (let at = start; ; ) {
    const quoted = text[at] === '"' ? quotedCell(text, at, delimiter) : null;
    const { cell, end } = quoted ?? plainCell(text, at, delimiter);
    isQuoted ||= quoted !== null;
    cells.push(joinedLines(cell.trim(), ''));
    if (text[end] !== delimiter) return { cells, isQuoted, end };
    at = end + 1;
  }
}

interface ReadCell {
  readonly cell: string;
  /** Where what ends it stands: the delimiter, the line break, the text's end. */
  readonly end: number;
}

function plainCell(text: string, start: number, delimiter: string): ReadCell {
  const stop = delimiter === '\t' ? /[\t\r\n]/g : /[,\r\n]/g;
  stop.lastIndex = start;
  const end = stop.exec(text)?.index ?? text.length;
  return { cell: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, delimiter: string): ReadCell | null {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return null;
    const next = text[at + 1];
    if (next === '"') continue;
    if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') return null;
    const cell = text
      .slice(start + 1, at)
      .replaceAll('""', '"')
      .replace(/\r\n?/g, '\n');
    return { cell, end: at + 1 };
  }
}
