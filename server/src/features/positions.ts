// Spans of a snapshot's text as LSP ranges, and back.
import type { Position, Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';

/** Lines and characters of a span of offsets. */
export function rangeOf(lines: LineIndex, span: Span): Range {
  return lines.rangeOf(span);
}

/** Offsets of a range; what lies outside the text is moved to its edge. */
export function spanOf(lines: LineIndex, range: Range): Span {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}

export type { Position, Range };
