import type { SectionDefinition } from '../forms/edition.ts';
import type { Form } from '../forms/form.ts';
import type { Report, Section } from '../report/report.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line, SubsectionLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { contentSpan } from './judged-tables.ts';
import { definedSections, firstSections } from './section-places.ts';
import { fact, type Subject } from './subject.ts';

const LONGEST_HEADING = 40;
const LONGEST_PREFIX = 6;
/** What Markdown and full stops leave behind a title. */
const MARKS_AT_END = /[*#_。:]{1,4}$/;

/** A section that the edition requires and the report hasn't. */
export interface Gap {
  readonly definition: SectionDefinition;
  /** An unknown heading that stands in its place under its ordinal, or null. */
  readonly standIn: Section | null;
  /** A line that reads like its heading and is none (l六、…, 6、…, （六）…, no ordinal), or null. */
  readonly lookalike: Line | null;
}

/** The required sections that are absent, in the edition's order. */
export const gaps = fact(({ report }): readonly Gap[] => {
  const present = new Set(definedSections(report).map((section) => section.definition.id));
  const absent = report.edition.sections.filter((definition) => !present.has(definition.id));
  const lines = absent.length > 0 ? headingLikeLines(report) : [];
  const titles = report.edition.derived(titlesOf);
  return absent.map((definition) => ({
    definition,
    standIn: findStandIn(report, definition),
    lookalike: lines.find((each) => looksLike(report, each, definition, titles))?.line ?? null,
  }));
});

/** The unknown headings that are no gap's stand-in, in the order of the text. */
export function strangers(subject: Subject): readonly Section[] {
  const { report } = subject;
  if (report.edition.sections.length === 0) return [];
  const standIns = new Set(gaps(subject).map((gap) => gap.standIn));
  return firstSections(report).filter((section) => section.definition === null && !standIns.has(section));
}

/** An unknown heading with the ordinal, between the section before and a later one, as the edition orders them. */
function findStandIn(report: Report, definition: SectionDefinition): Section | null {
  if (definedSections(report).length === 0) return null;
  let before = 0;
  let candidate: Section | null = null;
  for (const section of firstSections(report)) {
    if (section.definition) {
      if (candidate && section.definition.ordinal > definition.ordinal) return candidate;
      candidate = null;
      before = section.definition.ordinal;
    } else if (before === definition.ordinal - 1 && section.line.ordinal === definition.ordinal) candidate ??= section;
  }
  return candidate;
}

/** A line that is as short as a heading, with its text without marks at its end. */
interface HeadingLike {
  readonly line: Line;
  readonly text: string;
}

function headingLikeLines(report: Report): readonly HeadingLike[] {
  return report.tree.lines.flatMap((line) => {
    if (isSilent(line) || line.kind === 'section') return [];
    if (line.kind === 'title' && report.title?.span.start === line.content.span.start) return [];
    const text = headingLikeText(report, line);
    return text === null ? [] : [{ line, text: text.replace(MARKS_AT_END, '') }];
  });
}

type Titles = ReadonlyMap<SectionDefinition, readonly string[]>;

/** What each section may be called, in canonical spelling. */
function titlesOf({ sections }: Form): Titles {
  return new Map(sections.map((each) => [each, [each.title, ...each.variants].map(canonical)]));
}

function looksLike(
  report: Report,
  { line, text }: HeadingLike,
  definition: SectionDefinition,
  titles: Titles,
): boolean {
  const isTitle = (titles.get(definition) ?? []).some(
    (title) => text.endsWith(title) && text.length - title.length <= LONGEST_PREFIX,
  );
  return isTitle && (line.kind !== 'subsection' || isOutOfPlace(report, line, definition));
}

/** Whether a sub-heading has the section's ordinal and doesn't number on from the one above it. */
function isOutOfPlace({ sections, tree }: Report, line: SubsectionLine, definition: SectionDefinition): boolean {
  if (sections.length === 0) return true;
  if (line.ordinal !== definition.ordinal || line.ordinal === 1) return false;
  const first = tree.lines[0]?.number ?? 0;
  let at = line.number - first - 1;
  while (at >= 0 && tree.lines[at]?.kind !== 'section' && tree.lines[at]?.kind !== 'subsection') at--;
  const above = tree.lines[at];
  return above?.kind !== 'subsection' || above.ordinal !== line.ordinal - 1;
}

function headingLikeText(report: Report, line: Line): string | null {
  if (line.kind === 'row') {
    const filled = line.cells.filter((cell) => cell.text !== '');
    return filled.length === 1 ? canonical(filled[0]?.text ?? '') : null;
  }
  const { start, end } = contentSpan(report, line);
  return end - start <= LONGEST_HEADING ? canonical(report.tree.text.slice(start, end)) : null;
}
