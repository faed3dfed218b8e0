// Tables on the clipboard: as HTML from pages, Word and spreadsheets, as text with TABs from spreadsheets.
import { readFragment } from './html.ts';
import type { Block } from './source.ts';

export interface Clipboard {
  readonly html: string | null;
  readonly text: string | null;
}

/** Larger texts on the clipboard are no table of a report. */
const MAX_LENGTH = 4_000_000;

/** What a clipboard holds where that is a table, with whatever stands around it; null where it isn't. */
export function readClipboard({ html, text }: Clipboard): readonly Block[] | null {
  if (html !== null && html.length <= MAX_LENGTH) {
    const { blocks, notes } = readFragment(html);
    if (notes.length === 0 && blocks.some(({ kind }) => kind === 'row')) return blocks;
  }
  return text !== null && text.length <= MAX_LENGTH && isTabbed(text) ? readTabbed(text) : null;
}

/** Rows of this markup have TABs only beside their bars, and are pasted as they are. */
function isTabbed(text: string): boolean {
  return text.includes('\t') && !/[|｜]/.test(text);
}

/** The rows of a text with TABs. A cell with line breaks or quotation marks stands in quotation marks, its own doubled. */
function readTabbed(text: string): readonly Block[] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    rows.at(-1)?.push(cell.trim().replace(/\s*\n\s*/g, ''));
    const stop = text[end];
    at = end + (stop === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (stop === '\n' || stop === '\r') rows.push([]);
  }
  return rows.filter((cells) => cells.length > 1 || cells[0] !== '').map((cells) => ({ kind: 'row', cells }));
}

interface ReadCell {
  readonly cell: string;
  /** Where the TAB, the line break or the text's end is that ends it. */
  readonly end: number;
}

function plainCell(text: string, start: number): ReadCell {
  const stop = /[\t\r\n]/g;
  stop.lastIndex = start;
  const end = stop.exec(text)?.index ?? text.length;
  return { cell: text.slice(start, end), end };
}

/** A cell in quotation marks; where what follows them is no end of a cell, they are part of its text. */
function quotedCell(text: string, start: number): ReadCell {
  const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
  quoted.lastIndex = start;
  const found = quoted.exec(text);
  if (!found) return plainCell(text, start);
  return { cell: (found[1] ?? '').replaceAll('""', '"').replace(/\r\n?/g, '\n'), end: start + found[0].length };
}
