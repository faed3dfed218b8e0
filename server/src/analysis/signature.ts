// Who signed a report, and when: the lines at its end.
import { signatureLabels } from '../forms/content-words.ts';
import type { Report } from '../report/report.ts';
import { type DateToken, inlineTokens } from '../syntax/inline-tokens.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line, Part } from '../syntax/tree.ts';
import { anyOf } from '../text/any-of.ts';
import { canonical } from '../text/canonical.ts';
import { fact } from './subject.ts';

/** The signature below a report. */
export interface Signature {
  /** The body's name, or null where only a date stands there. */
  readonly body: Part | null;
  readonly date: DateToken | null;
}

/** So many lines at the end are looked at: annexes and what portals print may follow a signature. */
const LINES = 8;
const LONGEST_NAME = 40;
const LABEL = new RegExp(`^${anyOf(signatureLabels)}[:：]\\s*`);
const SENTENCE_MARK = /[。，；！？：:,;、]/;

/** The last line that is a date, with the body's name above, below or before it; else the name on the last line of all. */
export const signature = fact(({ report }): Signature | null => {
  const parts = lastParts(report);
  for (const [i, part] of parts.entries()) {
    const dated = datedLine(report, part);
    if (!dated) continue;
    const body = dated.body ?? [parts[i + 1], parts[i - 1]].find((near) => near && isBody(report, near)) ?? null;
    if (body || dated.date.mark === null) return { body, date: dated.date };
  }
  const last = parts.find(({ text }) => !isOfPage(report, text));
  return last && isBody(report, last) ? { body: last, date: null } : null;
});

/** The last lines of text, the last first, up to the heading before them. */
function lastParts(report: Report): readonly Part[] {
  const { lines } = report.tree;
  const parts: Part[] = [];
  let seen = 0;
  for (let i = lines.length - 1; i >= 0 && seen < LINES; i--) {
    const line = lines[i];
    if (!line || isSilent(line)) continue;
    if (isHeading(line)) break;
    seen++;
    if (line.kind === 'text') parts.push(line.content);
  }
  return parts;
}

function isHeading({ kind }: Line): boolean {
  return kind === 'title' || kind === 'section' || kind === 'subsection';
}

/** Whether a line is one of those that portals print below a text. */
function isOfPage({ forms: { words } }: Report, text: string): boolean {
  return words.isPageLine(text) || words.isFooter(text) || words.isButton(text);
}

interface Dated {
  readonly body: Part | null;
  readonly date: DateToken;
}

/** A line that is a day, with no more than brackets, a label or the body's name before it. */
function datedLine(report: Report, { text, span }: Part): Dated | null {
  if (text.length > LONGEST_NAME + 20 || !/[\d０-９〇○零一二]/.test(text)) return null;
  const tokens = inlineTokens(report.tree.text, span).filter(({ kind }) => kind !== 'space' && kind !== 'bracket');
  const date = tokens.at(-1);
  if (date?.kind !== 'date' || date.year === null || date.day === null) return null;
  const before = text.slice(0, date.span.start - span.start).trimEnd();
  if (/^[（(]?$/.test(before) || LABEL.test(before)) return { body: null, date };
  const body = { text: before, span: { start: span.start, end: span.start + before.length } };
  return isBody(report, body) ? { body, date } : null;
}

function isBody({ forms: { words } }: Report, { text }: Part): boolean {
  if (text.length > LONGEST_NAME || SENTENCE_MARK.test(text)) return false;
  const name = canonical(text);
  return name.length >= 3 && words.endsAsBody(name);
}
