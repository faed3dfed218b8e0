import { standardForms } from '../../forms/index.ts';
import { displayWidth } from '../../text/display-width.ts';
import { headingOf, singleText, startsParagraph } from '../headings.ts';
import { joinProse, withoutStraySpaces } from '../joined-lines.ts';
import type { Outline } from '../regions.ts';
import type { Block } from '../source.ts';

const ENDS_SENTENCE = /[。！？!?；;：:”’）)]\s*$/;

/** Lines are wrapped where so many of the lines of text fill the width of a page of print. */
const WRAPPED = { lines: 8, minimum: 36, maximum: 110, full: 0.5 };
/** In columns, of which a Chinese character takes two: how far short of the margin a full line may end. */
const NEARLY_FULL = 3;
const INDENT = 3;
const HALF_FULL = 0.6;

/**
 * Puts the lines of wrapped paragraphs together, as text out of a PDF or a plain text file has them; headings, items and
 * the blocks of tables stay apart. Spaces that were left within words and numbers are taken out, where lines are wrapped or it is known
 * that there are some (`hasStraySpaces`); else nothing is changed.
 */
export function unwrapped(blocks: readonly Block[], outline: Outline, hasStraySpaces: boolean): readonly Block[] {
  const inTable = new Set(
    outline.regions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  );
  const isProse = (i: number): boolean => !inTable.has(i) && !outline.headings.has(i) && proseOf(blocks[i]) !== null;
  const margin = marginOf(blocks.flatMap((block, i) => (isProse(i) ? [proseOf(block) ?? ''] : [])));
  if (margin === null) {
    return hasStraySpaces ? blocks.map((block, i) => (isProse(i) ? withoutSpaces(block) : block)) : blocks;
  }
  const result: Block[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) result.push({ kind: 'paragraph', text: withoutStraySpaces(joinProse(open)) });
    open = [];
  };
  blocks.forEach((block, i) => {
    const text = isProse(i) ? proseOf(block) : null;
    if (text === null) {
      close();
      result.push(block);
      return;
    }
    const last = open.at(-1);
    const next = isProse(i + 1) ? proseOf(blocks[i + 1]) : null;
    if (last !== undefined && !goesOn(last, text, next, margin)) close();
    open.push(text);
  });
  close();
  return result;
}

function withoutSpaces(block: Block): Block {
  return block.kind === 'paragraph' ? { kind: 'paragraph', text: withoutStraySpaces(block.text) } : block;
}

function proseOf(block: Block | undefined): string | null {
  const text = block ? singleText(block) : null;
  return text === null || text.trim() === '' ? null : text.trim();
}

/** The width of the wrapped lines, in columns; null where lines aren't wrapped. */
function marginOf(lines: readonly string[]): number | null {
  const widths = lines.map((line) => (line.length > WRAPPED.maximum ? Number.POSITIVE_INFINITY : displayWidth(line)));
  const long = widths.filter((width) => width >= WRAPPED.minimum);
  if (long.length < WRAPPED.lines) return null;
  // A few lines stick out: spaces that justify a line, a hanging mark.
  const margin = [...long].sort((a, b) => a - b)[Math.floor(long.length * 0.9)] ?? 0;
  if (margin > WRAPPED.maximum) return null;
  const full = long.filter((width) => Math.abs(width - margin) <= 2 * NEARLY_FULL).length;
  return full / long.length >= WRAPPED.full ? margin : null;
}

/** Whether the paragraph of `last` goes on with `line`; `next` is the line after it. */
function goesOn(last: string, line: string, next: string | null, margin: number): boolean {
  if (startsParagraph(line) || headingOf(line) || standardForms().words.endsAsTitle(last.trimEnd())) return false;
  const width = displayWidth(last);
  if (!ENDS_SENTENCE.test(last)) return width >= margin * HALF_FULL;
  if (width < margin - NEARLY_FULL) return false;
  // A full line that ends a sentence: the next line begins a paragraph if it is indented, that is, full but for the indent.
  const own = displayWidth(line);
  const indented = own >= margin - 2 * INDENT && own <= margin - INDENT;
  return !(indented && next !== null && !startsParagraph(next));
}
