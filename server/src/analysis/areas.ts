import type { AreaDefinition } from '../forms/edition.ts';
import { sectionById } from '../report/lookup.ts';
import type { Report, Section } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import { isContent } from './section-places.ts';
import { strangersBelow } from './section-prose.ts';
import { fact } from './subject.ts';

/** The areas of the edition that section `overview` doesn't speak of; none where the section is absent or empty. */
export const missingAreas = fact(({ report }): readonly AreaDefinition[] => {
  const section = sectionById(report, 'overview');
  if (!section) return [];
  const written = [section, ...strangersBelow(report, section)].map((part) => textOf(report, part)).join('\n');
  const { areas } = report.edition;
  const unseen = areas.filter((area) => !areaNames(area).some((name) => written.includes(name)));
  if (unseen.length === 0) return [];
  const text = canonical(written);
  return text === '' ? [] : unseen.filter((area) => !areaNames(area).some((name) => text.includes(name)));
});

const knownNames = new WeakMap<AreaDefinition, readonly string[]>();

/** The title of an area and its other names, as `canonical` writes them. */
export function areaNames(area: AreaDefinition): readonly string[] {
  const known = knownNames.get(area) ?? [area.title, ...area.names].map(canonical);
  knownNames.set(area, known);
  return known;
}

function textOf(report: Report, section: Section): string {
  const lines = section.lines.filter(isContent);
  const texts = lines.map((line) => report.tree.text.slice(line.span.start, line.span.end));
  const heading = section.definition === null ? section.title.text : '';
  return [heading, section.inlineText?.text ?? '', ...texts].join('\n');
}
