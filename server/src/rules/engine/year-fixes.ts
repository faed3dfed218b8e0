import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from './rule.ts';

/** Another year in place of the four digits that a span begins with; nothing where it begins with others. */
export function yearFixes({ tree }: Report, { start, end }: Span, year: number): readonly Fix[] {
  if (!/^[\d０-９]{4}/.test(tree.text.slice(start, end))) return [];
  return [
    {
      title: { zh: `改为 ${year} 年`, en: `Change to ${year}` },
      edits: [{ span: { start, end: start + 4 }, text: String(year) }],
      certain: false,
    },
  ];
}
