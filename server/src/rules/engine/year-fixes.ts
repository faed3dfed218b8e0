import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from './rule.ts';

/** Another year in place of the four digits that spans begin with; nothing where one begins with others. */
export function yearFixes({ tree }: Report, spans: Span | readonly Span[], year: number): readonly Fix[] {
  const places = 'start' in spans ? [spans] : spans;
  if (!places.every(({ start, end }) => /^[\d０-９]{4}/.test(tree.text.slice(start, end)))) return [];
  return [
    {
      title: { zh: `改为 ${year} 年`, en: `Change to ${year}` },
      edits: places.map(({ start }) => ({ span: { start, end: start + 4 }, text: String(year) })),
      certain: false,
    },
  ];
}
