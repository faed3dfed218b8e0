import { displayWidth } from '../text/display-width.ts';
import { printable } from './printable.ts';

const TAB = 4;
const ELLIPSIS = '…';

export interface MarkedLine {
  /** The line, or what fits of it around the mark. */
  readonly shown: string;
  /** Spaces up to the mark, then the mark. */
  readonly mark: string;
}

interface Glyph {
  readonly text: string;
  readonly width: number;
  /** Where it ends, in UTF-16 units of the line. */
  readonly end: number;
}

/** A stretch of glyphs by index, half-open. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * A line and, for the line below it, the mark under its characters `start` to `end` (UTF-16, half-open; an empty span
 * gets a mark of one). Both keep to the display width `columns`: Chinese is two wide, TABs are spread. A longer line
 * loses the padding of its cells first, then it is cut.
 */
export function markLine(line: string, start: number, end: number, columns: number): MarkedLine {
  const near = { from: Math.max(0, start - 4 * columns), to: Math.min(line.length, start + 4 * columns) };
  const glyphs = squeezed(glyphsOf(line.slice(near.from, near.to), near.from), columns);
  const from = indexAfter(glyphs, start);
  const marked = { from, to: start === end ? from : indexAfter(glyphs, end - 1) + 1 };
  const window = windowOf(glyphs, marked, columns);
  const before = near.from > 0 || window.from > 0 ? ELLIPSIS : '';
  const after = near.to < line.length || window.to < glyphs.length ? ELLIPSIS : '';
  const text = glyphs.slice(window.from, window.to).map((glyph) => glyph.text);
  const lead = before.length + widthOf(glyphs, { from: window.from, to: marked.from });
  const width = widthOf(glyphs, { from: marked.from, to: Math.min(marked.to, window.to) });
  return {
    shown: `${before}${text.join('')}${after}`.trimEnd(),
    mark: ' '.repeat(lead) + '^'.repeat(Math.max(1, width)),
  };
}

function glyphsOf(text: string, offset: number): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  let column = 0;
  let end = offset;
  for (const character of text) {
    const shown = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : printable(character);
    const width = displayWidth(shown);
    end += character.length;
    glyphs.push({ text: shown, width, end });
    column += width;
  }
  return glyphs;
}

/** The glyphs as they are where they fit, else with runs of spaces shortened to two. */
function squeezed(glyphs: readonly Glyph[], columns: number): readonly Glyph[] {
  if (widthOf(glyphs, { from: 0, to: glyphs.length }) <= columns) return glyphs;
  let run = 0;
  return glyphs.map((glyph) => {
    run = glyph.text === ' ' ? run + 1 : 0;
    return run > 2 ? { ...glyph, text: '', width: 0 } : glyph;
  });
}

/** The index of the glyph that holds `offset`; behind the last where none does. */
function indexAfter(glyphs: readonly Glyph[], offset: number): number {
  const index = glyphs.findIndex((glyph) => glyph.end > offset);
  return index < 0 ? glyphs.length : index;
}

/** The glyphs that fit: the mark's beginning among them, with as much before the mark as after it where both are long. */
function windowOf(glyphs: readonly Glyph[], marked: Stretch, columns: number): Stretch {
  if (widthOf(glyphs, { from: 0, to: glyphs.length }) <= columns) return { from: 0, to: glyphs.length };
  const room = columns - 2 * ELLIPSIS.length;
  const lead = Math.max(room - widthOf(glyphs, marked), room / 2) / 2;
  const widthAt = (index: number) => glyphs[index]?.width ?? 0;
  let { from, to } = { from: marked.from, to: marked.from };
  let used = 0;
  while (from > 0 && used + widthAt(from - 1) <= lead) used += widthAt(--from);
  while (to < glyphs.length && used + widthAt(to) <= room) used += widthAt(to++);
  while (from > 0 && used + widthAt(from - 1) <= room) used += widthAt(--from);
  return { from, to };
}

function widthOf(glyphs: readonly Glyph[], { from, to }: Stretch): number {
  return glyphs.slice(from, to).reduce((sum, glyph) => sum + glyph.width, 0);
}
