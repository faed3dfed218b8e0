import type { Report } from '../../report/report.ts';
import { lineBreak } from '../../text/line-breaks.ts';
import type { Span } from '../../text/span.ts';
import type { Edit } from './rule.ts';

interface Placed {
  readonly span: Span;
}

/** Inserts lines, parted by LF, below a line. */
export function insertBelow(report: Report, line: Placed, lines: string): Edit {
  const eol = lineBreak(report.tree.text);
  return { span: { start: line.span.end, end: line.span.end }, text: eol + lines.replace(/\n/g, eol) };
}

/** Inserts lines, parted by LF, above a line. */
export function insertAbove(report: Report, line: Placed, lines: string): Edit {
  const eol = lineBreak(report.tree.text);
  return { span: { start: line.span.start, end: line.span.start }, text: lines.replace(/\n/g, eol) + eol };
}

/** Deletes a line with its break; of the last line, the break before it. */
export function deleteLine(report: Report, line: Placed): Edit {
  const { text } = report.tree;
  const { start, end } = line.span;
  const after = breakLength(text, end);
  if (after > 0) return { span: { start, end: end + after }, text: '' };
  const before = text.slice(Math.max(0, start - 2), start) === '\r\n' ? 2 : Math.min(start, 1);
  return { span: { start: start - before, end }, text: '' };
}

function breakLength(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2;
  return /[\r\n]/.test(text[at] ?? '') ? 1 : 0;
}
