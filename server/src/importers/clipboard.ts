// Tables on the clipboard: as HTML from pages, Word and spreadsheets, as text with TABs from spreadsheets.
import { readDelimitedRow } from './delimited-rows.ts';
import { readFragment } from './html/html.ts';
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

/** The rows of a text with TABs. */
function readTabbed(text: string): readonly Block[] {
  const rows: Block[] = [];
  for (let at = 0; at <= text.length; ) {
    const { cells, end } = readDelimitedRow(text, at, '\t');
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (cells.length > 1 || cells[0] !== '') rows.push({ kind: 'row', cells });
  }
  return rows;
}
