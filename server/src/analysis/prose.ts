import type { Report } from '../report/report.ts';
import { type InlineToken, inlineTokens } from '../syntax/inline-tokens.ts';
import type { Line } from '../syntax/tree.ts';
import { fact } from './subject.ts';

const WIDE_DIGITS = /[０-９]/g;

/** A line of prose with its text in ASCII digits, as long as the line itself, so that offsets hold. */
export interface ProseLine {
  readonly start: number;
  readonly text: string;
}

/** The lines among `lines` that are sentences or headings below the level of sections. */
export function proseLines({ tree }: Report, lines: readonly Line[]): readonly ProseLine[] {
  const prose: ProseLine[] = [];
  for (const { kind, span } of lines) {
    if (kind !== 'text' && kind !== 'subsection' && kind !== 'item') continue;
    prose.push({ start: span.start, text: narrowed(tree.text.slice(span.start, span.end)) });
  }
  return prose;
}

/** The lines of prose of the opening and of every section, but those that repeat an earlier one. */
export const reportProse = fact(({ report }): readonly ProseLine[] =>
  proseLines(report, [
    ...report.preface,
    ...report.sections.filter(({ repeats }) => repeats === null).flatMap(({ lines }) => lines),
  ]),
);

/** What a report says outside its tables, to look for words in; its offsets are none of the report's. */
export const textAroundTables = fact(({ report: { tree, tables } }): string => {
  const starts = [0, ...tables.map(({ span }) => span.end)];
  return starts.map((start, i) => tree.text.slice(start, tables[i]?.span.start)).join('\n');
});

/** The tokens of a line of prose, with their places in the report's text. */
export function tokensOf({ tree }: Report, { start, text }: ProseLine): readonly InlineToken[] {
  return inlineTokens(tree.text, { start, end: start + text.length });
}

/** A text with its digits in ASCII, as long as it was. */
export function narrowed(text: string): string {
  return text.replace(WIDE_DIGITS, narrow);
}

function narrow(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) - 0xfee0);
}

/** The sentences of a line: its stretches between 。；！？, which belong to the sentence before them. */
export function sentences({ start, text }: ProseLine): readonly ProseLine[] {
  const all: ProseLine[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !ENDS.includes(text.charAt(at))) continue;
    if (at > from) all.push({ start: start + from, text: text.slice(from, at + 1) });
    from = at + 1;
  }
  return all;
}

const ENDS = '。；;！？';
