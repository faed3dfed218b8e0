import { copies } from '../../analysis/copies.ts';
import { sectionsInOrder } from '../../analysis/section-places.ts';
import type { Subject } from '../../analysis/subject.ts';
import type { SectionDefinition } from '../../forms/edition.ts';
import type { Report, Section } from '../../report/report.ts';
import { lineBreak } from '../../text/line-breaks.ts';
import type { Edit } from './rule.ts';

/** Where the line that holds `offset` begins. */
function lineStart(text: string, offset: number): number {
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
  const atStart = text.slice(0, offset).trim() === '';
  const lead = atStart || isBlankAbove(text, offset) ? '' : isBreak(text[offset - 1]) ? eol : eol + eol;
  const atEnd = text.slice(offset).trim() === '';
  const trail = atEnd ? (offset === text.length ? eol : '') : isBlankLine(text, offset) ? eol : eol + eol;
  return { span: { start: offset, end: offset }, text: lead + block.replaceAll('\n', eol) + trail };
}

/** Whether the line that begins at `start` holds nothing visible. */
function isBlankLine(text: string, start: number): boolean {
  return text.slice(start, nextLineStart(text, start)).trim() === '';
}

/** Whether `offset` is the start of a line and the line above it is blank. */
function isBlankAbove(text: string, offset: number): boolean {
  if (!isBreak(text[offset - 1])) return false;
  const end = offset - (text[offset - 1] === '\n' && text[offset - 2] === '\r' ? 2 : 1);
  return isBlankLine(text, lineStart(text, end));
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
export function sectionInsertion(subject: Subject, definition: SectionDefinition): number {
  const { report } = subject;
  const { text } = report.tree;
  const kept = sectionsInOrder(report).filter((section) => section.definition.id !== definition.id);
  const next = kept.find((section) => section.definition.ordinal > definition.ordinal);
  if (next) return next.line.span.start;
  const previous = kept.at(-1);
  const copy = copies(subject).find((candidate) => !previous || candidate.start > previous.line.span.start);
  return copy ? lineStart(text, copy.start) : text.length;
}
