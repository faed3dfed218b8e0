// What tells one finding of a report from another, whatever lines are put in or taken out around it.
import type { Report } from '../../report/report.ts';
import { hash } from '../../text/hash.ts';
import type { LineIndex } from '../../text/line-index.ts';
import type { Finding } from './rule.ts';

/**
 * A key for each finding, in their order: the same as long as body, year, rule, place in the form, figures and the line that it
 * stands on are the same, white space and bars set aside. Findings that are alike in all of that are numbered. `lines` are those
 * of the report's text.
 */
export function fingerprints(report: Report, findings: readonly Finding[], lines: LineIndex): readonly string[] {
  const seen = new Map<string, number>();
  const whose = `${report.body?.text ?? ''} ${report.year?.value ?? ''}`;
  return findings.map((finding) => {
    const key = hash([whose, ...signsOf(finding), lineText(report, finding, lines)].join('\n'));
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}-${before + 1}`;
  });
}

function signsOf({ code, data: { table, row, column, section, expected, found } }: Finding): readonly unknown[] {
  return [code, table, row, column, section, expected, found];
}

function lineText({ tree: { text } }: Report, { span }: Finding, lines: LineIndex): string {
  const line = lines.lineAt(span.start);
  return text.slice(lines.lineStart(line), lines.lineEnd(line)).replace(/[\s|｜]+/g, '');
}
