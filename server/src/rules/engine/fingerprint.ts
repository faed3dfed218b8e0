// What tells one finding of a report from another, whatever lines are put in or taken out around it.
import type { Report } from '../../report/report.ts';
import { canonical } from '../../text/canonical.ts';
import { hash } from '../../text/hash.ts';
import type { LineIndex } from '../../text/line-index.ts';
import type { Finding } from './rule.ts';

/** Of a line no more than this is compared, in UTF-16 units. */
const LONGEST_LINE = 400;

/** A text and its lines. */
export interface TextOfFindings {
  readonly text: string;
  readonly lines: LineIndex;
}

/**
 * A key for each finding of a text, in their order: the same as long as rule, part and place in the form are the same, or where
 * it has no row, the line that it stands on. White space and bars are set aside; findings that are alike in that are numbered.
 * With `report` keys tell reports apart, too, and are others once a figure or anything else on the line is another.
 */
export function fingerprints(
  { text, lines }: TextOfFindings,
  findings: readonly Finding[],
  report: Pick<Report, 'body' | 'year'> | null = null,
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, data, span }) => {
    const { table, row, column, section, expected, found } = data;
    const place = [table, row, column, section].map((id) => (typeof id === 'string' ? id : '')).join(' ');
    const line = row === undefined || report ? lineText(text, lines, span.start) : '';
    const own = report ? [report.body?.text, report.year?.value, expected, found] : [];
    const key = hash([`${code} ${place} ${line}`, ...own].join('\n'));
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key}:${count}`;
  });
}

function lineText(text: string, lines: LineIndex, offset: number): string {
  const line = lines.lineAt(offset);
  const start = lines.lineStart(line);
  const end = Math.min(lines.lineEnd(line), start + LONGEST_LINE);
  return canonical(text.slice(start, end)).replace(/[|｜]/g, '');
}
