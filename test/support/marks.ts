import type { Span } from '../../server/src/text/span.ts';

/** A text whose marks were taken out, and where they were. */
export interface Marked {
  readonly text: string;
  /** The place of `$0`, or null. */
  readonly cursor: number | null;
  /** The places of `{{code:span}}`, in order of their start. They may nest. */
  readonly expected: readonly { readonly code: string; readonly span: Span }[];
}

/** Reads a marked text: `$0` is the cursor, `{{code:span}}` a finding that is expected at the span (which may be empty). */
export function unmark(marked: string): Marked {
  const open: { code: string; start: number }[] = [];
  const expected: { code: string; span: Span }[] = [];
  let cursor: number | null = null;
  let text = '';
  const marks = /\{\{([a-z0-9-]+):|\}\}|\$0/g;
  let last = 0;
  for (let mark = marks.exec(marked); mark; mark = marks.exec(marked)) {
    text += marked.slice(last, mark.index);
    last = mark.index + mark[0].length;
    if (mark[0] === '$0') cursor = text.length;
    else if (mark[1]) open.push({ code: mark[1], start: text.length });
    else {
      const closed = open.pop();
      if (!closed) throw new Error(`no open mark at ${mark.index}`);
      expected.push({ code: closed.code, span: { start: closed.start, end: text.length } });
    }
  }
  if (open.length > 0) throw new Error(`mark of ${open[0]?.code} is not closed`);
  text += marked.slice(last);
  return { text, cursor, expected: expected.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}

/** The text with a mark around each span: the form in which results are compared, so that a difference can be read. */
export function remark(text: string, found: readonly { readonly code: string; readonly span: Span }[]): string {
  const marks: { at: number; order: number; mark: string }[] = [];
  for (const { code, span } of found) {
    const empty = span.start === span.end;
    marks.push({ at: span.start, order: empty ? 1 : 2, mark: empty ? `{{${code}:}}` : `{{${code}:` });
    if (!empty) marks.push({ at: span.end, order: 0, mark: '}}' });
  }
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let result = '';
  let last = 0;
  for (const { at, mark } of marks) {
    result += text.slice(last, at) + mark;
    last = at;
  }
  return result + text.slice(last);
}
