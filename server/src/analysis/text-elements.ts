// What stands in the text of a line: a number, a year, a date, the number of a document.
import type { Report } from '../report/report.ts';
import { type InlineToken, inlineTokensAt } from '../syntax/inline-tokens.ts';
import type { Line } from '../syntax/tree.ts';
import { type Span, touches } from '../text/span.ts';
import type { CitationElement, DateElement, Element, NumberElement, YearElement } from './element.ts';
import { sectionAt } from './section-at.ts';

type TokenElement = NumberElement | YearElement | DateElement | CitationElement;

const ALL: readonly InlineToken['kind'][] = ['number', 'year', 'date', 'document-number'];

/** What stands at an offset of a line's text, which goes from `start` to the line's end; `written` is what it says there. */
export function textElement(report: Report, line: Line, offset: number, start: number, written: Span | null): Element {
  const span = { start, end: line.span.end };
  const token = tokenElement(report, line, offset, ALL);
  return token ?? { kind: 'text', line, section: sectionAt(report, start), span, selection: written ?? span };
}

/** The token of one of these kinds that an offset of a line touches, or null. */
export function tokenElement(
  report: Report,
  line: Line,
  offset: number,
  kinds: readonly InlineToken['kind'][],
): TokenElement | null {
  const tokens = inlineTokensAt(report.tree.text, line.span, offset);
  const token = tokens.find(({ kind, span }) => kinds.includes(kind) && touches(span, offset));
  if (!token) return null;
  const place = { line, section: sectionAt(report, offset), span: token.span, selection: token.span };
  switch (token.kind) {
    case 'number':
      return { kind: 'number', token, ...place };
    case 'year':
      return { kind: 'year', token, ...place };
    case 'date':
      return { kind: 'date', token, ...place };
    case 'document-number':
      return { kind: 'citation', token, ...place };
    default:
      return null;
  }
}
