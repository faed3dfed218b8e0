import type { LineIndex, Position } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The span as lines and characters, zero-based as in LSP. */
export function rangeOf(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}
