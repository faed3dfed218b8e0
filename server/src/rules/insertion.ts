import type { SectionDefinition } from '../editions/edition.ts';
import type { Report, Section } from '../report/report.ts';
import { copies } from './copies.ts';
import type { Edit } from './rule.ts';
import { sectionsInOrder } from './section-places.ts';

/** The line break that a text uses; LF where it has none. */
export function lineBreak(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Where the line that holds `offset` begins. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text[start - 1])) start--;
  return start;
}

/** Where the line after the one that holds `offset` begins; the end of the text where there is none. */
export function nextLineStart(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text[end])) end++;
  if (text[end] === '\r' && text[end + 1] === '\n') return end + 2;
  return Math.min(end + 1, text.length);
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/**
 * Inserts a block of lines (parted by LF, none at its end) at the start of a line or at the end of the text, with a
 * blank line before and after it where there is none.
 */
export function insertBlock(text: string, offset: number, block: string): Edit {
  const eol = lineBreak(text);
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  const lead =
    before.trim() === '' || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(before)
      ? ''
      : /[\r\n]$/.test(before)
        ? eol
        : eol + eol;
  const trail = after.trim() === '' ? (after === '' ? eol : '') : /^[ \t]*[\r\n]/.test(after) ? eol : eol + eol;
  return { span: { start: offset, end: offset }, text: lead + block.replaceAll('\n', eol) + trail };
}

/** The whole lines of a section: from the start of its heading's line to that of the next heading, or the end of the text. */
export function sectionBlock(report: Report, section: Section): { readonly start: number; readonly end: number } {
  const next = report.sections[report.sections.indexOf(section) + 1];
  return { start: section.line.span.start, end: next ? next.line.span.start : report.tree.text.length };
}

/**
 * Where a section that is not in its place belongs: before the next section in order; else after the last one, but
 * before a copy of the report that is pasted below it.
 */
export function sectionInsertion(report: Report, definition: SectionDefinition): number {
  const { text } = report.tree;
  const kept = sectionsInOrder(report).filter((section) => section.definition.id !== definition.id);
  const next = kept.find((section) => section.definition.ordinal > definition.ordinal);
  if (next) return next.line.span.start;
  const previous = kept.at(-1);
  const copy = copies(report).find((candidate) => !previous || candidate.start > previous.line.span.start);
  return copy ? lineStart(text, copy.start) : text.length;
}
