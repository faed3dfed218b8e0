import type { AreaDefinition } from '../forms/edition.ts';
import type { Form } from '../forms/form.ts';
import { sectionById } from '../report/lookup.ts';
import type { Report, Section } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import { lastUpTo } from '../text/sorted.ts';
import { sectionAt } from './section-at.ts';
import { isContent } from './section-places.ts';
import { strangersBelow } from './section-prose.ts';
import { fact } from './subject.ts';

/** The areas of the edition that section `overview` doesn't speak of; none where the section is absent or empty. */
export const missingAreas = fact(({ report }): readonly AreaDefinition[] => {
  const section = sectionById(report, 'overview');
  if (!section) return [];
  const written = [section, ...strangersBelow(report, section)].map((part) => textOf(report, part)).join('\n');
  const areas = [...report.edition.derived(areaNames)];
  const unseen = areas.filter(([, names]) => !names.some((name) => written.includes(name)));
  if (unseen.length === 0) return [];
  const text = canonical(written);
  return text === ''
    ? []
    : unseen.filter(([, names]) => !names.some((name) => text.includes(name))).map(([area]) => area);
});

/** Of each area of a form its title and other names, as `canonical` writes them: `form.derived(areaNames)`. */
export function areaNames({ areas }: Form): ReadonlyMap<AreaDefinition, readonly string[]> {
  return new Map(areas.map((area) => [area, [area.title, ...area.names].map(canonical)]));
}

/** The area that the last sub-heading before an offset names, in its own section; null where none does. */
export function areaAt(report: Report, offset: number): AreaDefinition | null {
  const section = sectionAt(report, offset);
  const heading = section && lastUpTo(section.subsections, offset, ({ span }) => span.start);
  return heading && section.definition?.id === 'overview' ? areaNamed(report.edition, heading.title.text) : null;
}

/** The area that a sub-heading names by its title, else by another name; null where none. */
export function areaNamed(edition: Form, heading: string): AreaDefinition | null {
  const title = canonical(heading);
  const areas = [...edition.derived(areaNames)];
  const byTitle = areas.find(([, [name]]) => name !== undefined && title.includes(name));
  return (byTitle ?? areas.find(([, names]) => names.some((name) => title.includes(name))))?.[0] ?? null;
}

function textOf(report: Report, section: Section): string {
  const lines = section.lines.filter(isContent);
  const texts = lines.map((line) => report.tree.text.slice(line.span.start, line.span.end));
  const heading = section.definition === null ? section.title.text : '';
  return [heading, section.inlineText?.text ?? '', ...texts].join('\n');
}
