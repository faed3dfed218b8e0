// Hover on section headings and on the sub-headings of the five areas.
import type { Report } from '../report/report.ts';
import type { Line } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { numeral } from '../text/chinese-numerals.ts';
import type { Language } from '../text/language.ts';
import { touches } from '../text/span.ts';
import { citations } from './describe.ts';
import type { Described } from './hover-text.ts';

export function headingHover(report: Report, line: Line, offset: number, language: Language): Described | null {
  if (line.kind === 'subsection') return areaHover(report, line, offset, language);
  const section = report.sections.find((each) => each.line === line);
  const definition = section?.definition;
  if (!section || !definition) return null;
  const span = { start: section.line.mark.span.start, end: section.title.span.end };
  if (!touches(span, offset)) return null;
  const legal = citations(definition.legal);
  return {
    span,
    blocks: [
      { kind: 'heading', text: `${numeral(definition.ordinal)}、${definition.title}` },
      { kind: 'text', text: definition.description[language] },
      { kind: 'text', text: legal },
    ],
  };
}

function areaHover(
  report: Report,
  line: Extract<Line, { kind: 'subsection' }>,
  offset: number,
  language: Language,
): Described | null {
  const section = report.sections.find((each) => each.subsections.includes(line));
  const span = { start: line.mark.span.start, end: line.title.span.end };
  if (section?.definition?.id !== 'overview' || !touches(span, offset)) return null;
  const title = canonical(line.title.text);
  const area = report.edition.areas.find((each) =>
    [each.title, ...each.names].some((name) => title.includes(canonical(name))),
  );
  if (!area) return null;
  return {
    span,
    blocks: [
      { kind: 'heading', text: `（${numeral(area.ordinal)}）${area.title}` },
      { kind: 'text', text: area.description[language] },
    ],
  };
}
