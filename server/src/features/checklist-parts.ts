// What the form wants in a report, part by part, and which findings belong to each.
import { areaAt, areaNamed, missingAreas } from '../analysis/areas.ts';
import { firstSections, headingSpan, headingText, isEmpty, officialHeading } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import type { AreaDefinition, SectionDefinition } from '../forms/edition.ts';
import { sectionById, tableById } from '../report/lookup.ts';
import type { Report, Section } from '../report/report.ts';
import type { CheckedFinding } from '../rules/engine/check.ts';
import type { SubsectionLine } from '../syntax/tree.ts';
import { numeral } from '../text/chinese-numerals.ts';
import type { Localized } from '../text/language.ts';
import { cover, type Span } from '../text/span.ts';
import { relationCounts, relationsText } from './status-texts.ts';

export interface Part {
  readonly id: string;
  readonly kind: 'heading' | 'part' | 'area' | 'table';
  readonly label: Localized;
  /** What is said of it where nothing is open. */
  readonly note: Localized | null;
  readonly tooltip: Localized | null;
  /** Whether nothing of it is written. */
  readonly absent: boolean;
  /** Where one goes to write or to read it. */
  readonly place: Span;
  readonly inside: readonly Part[];
  /** Those of its own, which belong to nothing inside it. */
  readonly findings: readonly CheckedFinding[];
}

/**
 * The title with all above the first part, then the parts of the report's form in its order; where the form prescribes none,
 * the headings of the report. Every finding belongs to one.
 */
export function checklistParts(subject: Subject, findings: readonly CheckedFinding[]): readonly Part[] {
  const { report } = subject;
  const wanted = wantedParts(report);
  const owners = Map.groupBy(findings, (finding) => ownerOf(wanted, finding));
  const own = (part: Wanted | null): readonly CheckedFinding[] => owners.get(part) ?? [];
  return [titlePart(report, own(null)), ...wanted.map((part) => partOf(subject, part, own(part)))];
}

/** A part that the form wants, or a heading of the report, and where it stands. */
interface Wanted {
  readonly definition: SectionDefinition | null;
  readonly section: Section | null;
}

function wantedParts(report: Report): readonly Wanted[] {
  const { sections } = report.edition;
  if (sections.length === 0) return firstSections(report).map((section) => ({ definition: null, section }));
  return sections.map((definition) => ({ definition, section: sectionById(report, definition.id) }));
}

/** The part that a finding names, else the last one that begins before it; null for what stands above all. */
function ownerOf(parts: readonly Wanted[], { data, span }: CheckedFinding): Wanted | null {
  const named = parts.find(({ definition }) => definition !== null && definition.id === data.section);
  if (named) return named;
  const ofTable = data.table === undefined ? null : parts.find(({ definition }) => definition?.table === data.table);
  const startOf = ({ section }: Wanted): number => section?.line.span.start ?? Number.POSITIVE_INFINITY;
  const before = parts.filter((part) => startOf(part) <= span.start);
  return (
    ofTable ?? before.reduce<Wanted | null>((last, each) => (last && startOf(last) > startOf(each) ? last : each), null)
  );
}

function titlePart({ title }: Report, findings: readonly CheckedFinding[]): Part {
  return {
    id: 'title',
    kind: 'heading',
    label: { zh: '标题', en: 'Title' },
    note: title && { zh: title.text, en: title.text },
    tooltip: null,
    absent: title === null,
    place: title?.span ?? { start: 0, end: 0 },
    inside: [],
    findings,
  };
}

function partOf(subject: Subject, { definition, section }: Wanted, findings: readonly CheckedFinding[]): Part {
  const { report } = subject;
  const label = definition ? officialHeading(definition) : section ? headingText(section) : '';
  const inside = definition
    ? [...areaParts(subject, definition, section, findings), ...tableParts(report, definition, section, findings)]
    : [];
  const taken = new Set(inside.flatMap((each) => each.findings));
  return {
    id: definition ? `part ${definition.id}` : `heading ${section?.line.span.start}`,
    kind: 'part',
    label: { zh: label, en: label },
    note: null,
    tooltip: definition?.description ?? null,
    absent: section === null || isEmpty(section),
    place: section ? headingSpan(section) : placeFor(report, definition),
    inside,
    findings: findings.filter((finding) => !taken.has(finding)),
  };
}

/** Where a part would go that is absent: the heading of the next one that is there, else the end. */
function placeFor({ sections, edition, tree }: Report, definition: SectionDefinition | null): Span {
  const later = sections.find(
    (section) =>
      section.repeats === null && section.definition && section.definition.ordinal > (definition?.ordinal ?? 0),
  );
  const end = edition.sections.length > 0 && later ? later.line.span.start : tree.text.length;
  return { start: end, end };
}

/** The areas that the form wants in a part. */
function areaParts(
  subject: Subject,
  { id }: SectionDefinition,
  section: Section | null,
  findings: readonly CheckedFinding[],
): readonly Part[] {
  const { report } = subject;
  const areas = id === 'overview' ? report.edition.areas : [];
  if (areas.length === 0) return [];
  const isWritten = section !== null && !isEmpty(section);
  const missing = missingAreas(subject);
  const headings = headingsOfAreas(report, section);
  const byArea = Map.groupBy(findings, ({ span }) => areaAt(report, span.start));
  return areas.map((area): Part => {
    const label = `（${numeral(area.ordinal)}）${area.title}`;
    return {
      id: `area ${area.id}`,
      kind: 'area',
      label: { zh: label, en: label },
      note: null,
      tooltip: area.description,
      absent: !isWritten || missing.includes(area),
      place: placeOfArea(section, headings.get(area)),
      inside: [],
      findings: byArea.get(area) ?? [],
    };
  });
}

/** The first sub-heading of each area. */
function headingsOfAreas({ edition }: Report, section: Section | null): ReadonlyMap<AreaDefinition, SubsectionLine> {
  const headings = new Map<AreaDefinition, SubsectionLine>();
  for (const heading of section?.subsections ?? []) {
    const area = headings.size < edition.areas.length ? areaNamed(edition, heading.title.text) : null;
    if (area && !headings.has(area)) headings.set(area, heading);
  }
  return headings;
}

function placeOfArea(section: Section | null, heading: SubsectionLine | undefined): Span {
  if (heading) return cover(heading.mark.span, heading.title.span);
  return section ? headingSpan(section) : { start: 0, end: 0 };
}

/** The table that the form wants in a part. */
function tableParts(
  report: Report,
  { table: id }: SectionDefinition,
  section: Section | null,
  findings: readonly CheckedFinding[],
): readonly Part[] {
  const definition = id === null ? null : report.edition.table(id);
  if (!definition) return [];
  const table = tableById(report, definition.id);
  const isIn = ({ data, span }: CheckedFinding): boolean =>
    data.table === definition.id || (table !== null && table.span.start <= span.start && span.end <= table.span.end);
  return [
    {
      id: `table ${definition.id}`,
      kind: 'table',
      label: definition.name,
      note: table && relationsText(relationCounts(table)),
      tooltip: null,
      absent: table === null,
      place: table?.lines[0]?.line.span ?? (section ? headingSpan(section) : { start: 0, end: 0 }),
      inside: [],
      findings: findings.filter(isIn),
    },
  ];
}
