import type { Report } from '../report/report.ts';
import type { Line } from '../syntax/tree.ts';

const WIDE_DIGITS = /[０-９]/g;

/** A line of prose with its text in ASCII digits, as long as the line itself, so that offsets hold. */
export interface ProseLine {
  readonly start: number;
  readonly text: string;
}

/** The lines among `lines` that are sentences or headings below the level of sections. */
export function proseLines({ tree }: Report, lines: readonly Line[]): readonly ProseLine[] {
  return lines.flatMap((line): ProseLine[] => {
    if (line.kind !== 'text' && line.kind !== 'subsection' && line.kind !== 'item') return [];
    const { start, end } = line.span;
    const text = tree.text.slice(start, end);
    return [{ start, text: text.replace(WIDE_DIGITS, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)) }];
  });
}

/** The sentences of a line: its stretches between 。；！？, which belong to the sentence before them. */
export function* sentences({ start, text }: ProseLine): Generator<ProseLine> {
  for (const match of text.matchAll(/[^。；;！？]+[。；;！？]?/g)) yield { start: start + match.index, text: match[0] };
}
