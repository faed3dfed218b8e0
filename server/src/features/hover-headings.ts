// Hover on section headings and on the sub-headings of the five areas.
import type { SectionElement, SubsectionElement } from '../analysis/element.ts';
import { citations } from '../forms/citation-text.ts';
import type { Report } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import { numeral } from '../text/chinese-numerals.ts';
import type { Language } from '../text/language.ts';
import type { Described } from './hover-text.ts';

/** Of a section's or an area's heading; null for one that is none of the form's. */
export function headingHover(
  report: Report,
  element: SectionElement | SubsectionElement,
  language: Language,
): Described | null {
  return element.kind === 'section' ? sectionHover(element, language) : areaHover(report, element, language);
}

function sectionHover({ section, selection }: SectionElement, language: Language): Described | null {
  const { definition } = section;
  if (!definition) return null;
  return {
    span: selection,
    blocks: [
      { kind: 'heading', text: `${numeral(definition.ordinal)}、${definition.title}` },
      { kind: 'text', text: definition.description[language] },
      { kind: 'text', text: citations(definition.legal) },
    ],
  };
}

function areaHover(
  { edition }: Report,
  { section, line, selection }: SubsectionElement,
  language: Language,
): Described | null {
  if (section?.definition?.id !== 'overview') return null;
  const title = canonical(line.title.text);
  const area = edition.areas.find((each) =>
    [each.title, ...each.names].some((name) => title.includes(canonical(name))),
  );
  if (!area) return null;
  return {
    span: selection,
    blocks: [
      { kind: 'heading', text: `（${numeral(area.ordinal)}）${area.title}` },
      { kind: 'text', text: area.description[language] },
    ],
  };
}
