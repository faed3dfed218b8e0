import type { FrontMatterEntry, Report } from '../report/report.ts';
import { parseSuppression } from '../syntax/parse.ts';
import type { CommentLine, Line, Part, SectionLine, SubsectionLine, SuppressionLine } from '../syntax/tree.ts';
import { lastUpTo } from '../text/sorted.ts';
import { cover, overlap, touches } from '../text/span.ts';
import type { Element } from './element.ts';
import { sectionAt } from './section-at.ts';
import { cellElement } from './table-elements.ts';
import { textElement, tokenElement } from './text-elements.ts';

/**
 * What stands at an offset of the text, where a cursor before or behind a character touches it. Null on blank lines, on the
 * marks around the front matter, outside a row's outer bars, and for an offset outside the text. Lines are searched by halves.
 */
export function elementAt(report: Report, offset: number): Element | null {
  const { frontMatter } = report.tree;
  if (frontMatter && offset <= frontMatter.span.end) return entryElement(report, offset);
  const line = lineAt(report, offset);
  return line && lineElement(report, line, offset);
}

/** The line that an offset touches, or null where none does. */
export function lineAt({ tree }: Report, offset: number): Line | null {
  const line = lastUpTo(tree.lines, offset, ({ span }) => span.start);
  return line && touches(line.span, offset) ? line : null;
}

function entryElement({ frontMatter }: Report, offset: number): Element | null {
  const entry = lastUpTo(frontMatter, offset, (each) => each.entry.span.start);
  if (!entry || !touches(entry.entry.span, offset)) return null;
  return ignoredCode(entry, offset) ?? keyOrValue(entry, offset);
}

function ignoredCode(entry: FrontMatterEntry, offset: number): Element | null {
  const { value } = entry.entry;
  return entry.key === 'ignore' && value ? codeAt(parseSuppression(value).codes, entry, offset) : null;
}

function keyOrValue(entry: FrontMatterEntry, offset: number): Element {
  const { key, value, span } = entry.entry;
  return value && offset > key.span.end
    ? { kind: 'entry', part: 'value', entry, span: { start: key.span.end, end: span.end }, selection: value.span }
    : { kind: 'entry', part: 'key', entry, span: { start: span.start, end: key.span.end }, selection: key.span };
}

function lineElement(report: Report, line: Line, offset: number): Element | null {
  const { title } = report;
  if (title && line.kind !== 'blank' && overlap(line.span, title.span)) {
    const year = tokenElement(report, line, offset, ['year']);
    return year ?? { kind: 'title', title, span: cover(line.span, title.span), selection: title.span };
  }
  switch (line.kind) {
    case 'blank':
    case 'rule':
    case 'conflict':
      return null;
    case 'row':
      return cellElement(report, line, offset);
    case 'suppression':
      return codeAt(line.codes, line, offset) ?? commentElement(line);
    case 'comment':
      return commentElement(line);
    case 'section':
      return sectionElement(report, line, offset);
    case 'subsection':
      return subsectionElement(report, line, offset);
    case 'item':
      return textElement(report, line, offset, line.span.start, cover(line.mark.span, line.content.span));
    default:
      return textElement(report, line, offset, line.span.start, line.content.span);
  }
}

function codeAt(
  codes: readonly Part[],
  suppression: SuppressionLine | FrontMatterEntry,
  offset: number,
): Element | null {
  const code = codes.find(({ span }) => touches(span, offset));
  return code ? { kind: 'suppression-code', code, suppression, span: code.span, selection: code.span } : null;
}

function commentElement(line: CommentLine | SuppressionLine): Element {
  return { kind: 'comment', line, span: line.span, selection: line.span };
}

/** A line that looks like a heading and is a table's label or a sentence is text. */
function sectionElement(report: Report, line: SectionLine, offset: number): Element {
  const section = sectionAt(report, offset);
  if (section?.line !== line)
    return textElement(report, line, offset, line.span.start, cover(line.mark.span, line.content.span));
  const selection = cover(line.mark.span, section.title.span);
  return offset <= selection.end
    ? { kind: 'section', section, span: { start: line.span.start, end: selection.end }, selection }
    : textElement(report, line, offset, selection.end, section.inlineText?.span ?? null);
}

function subsectionElement(report: Report, line: SubsectionLine, offset: number): Element {
  const selection = cover(line.mark.span, line.title.span);
  if (offset > selection.end)
    return textElement(report, line, offset, selection.end, { start: selection.end, end: line.content.span.end });
  return {
    kind: 'subsection',
    line,
    section: sectionAt(report, offset),
    span: { start: line.span.start, end: selection.end },
    selection,
  };
}
