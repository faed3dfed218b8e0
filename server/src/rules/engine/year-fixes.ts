import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from './rule.ts';

/** Another year in place of the digits that spans begin with; nothing where one begins with fewer than three. */
export function yearFixes({ tree }: Report, spans: Span | readonly Span[], year: number): readonly Fix[] {
  const places = 'start' in spans ? [spans] : spans;
  const known = places.flatMap(({ start, end }): readonly Span[] => {
    const digits = /^[\d０-９]{3,}/.exec(tree.text.slice(start, end))?.[0];
    return digits === undefined ? [] : [{ start, end: start + digits.length }];
  });
  if (known.length < places.length) return [];
  return [
    {
      title: { zh: `改为 ${year} 年`, en: `Change to ${year}` },
      edits: known.map((span) => ({ span, text: String(year) })),
      certain: false,
    },
  ];
}
