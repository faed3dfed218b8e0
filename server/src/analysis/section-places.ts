import type { SectionDefinition } from '../forms/edition.ts';
import type { Report, Section } from '../report/report.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';
import { numeral } from '../text/chinese-numerals.ts';
import type { Edit } from '../text/edit.ts';
import { longestAscent } from '../text/longest-ascent.ts';
import { cover, type Span } from '../text/span.ts';
import { contentSpan } from './judged-tables.ts';

/** A section that the edition knows. */
export interface DefinedSection extends Section {
  readonly definition: SectionDefinition;
}

/** Every top-level heading that says something, but those that repeat an earlier one, in the order of the text. */
export function firstSections(report: Report): readonly Section[] {
  return report.sections.filter((section) => section.repeats === null && section.title.text !== '');
}

/** Those of `firstSections` that the edition knows. */
export function definedSections(report: Report): readonly DefinedSection[] {
  return firstSections(report).filter((section): section is DefinedSection => section.definition !== null);
}

/** The official heading: 一、总体情况. */
export function officialHeading(definition: SectionDefinition): string {
  return `${numeral(definition.ordinal)}、${definition.title}`;
}

/** Ordinal and title, without text that follows on the line. */
export function headingSpan(section: Section): Span {
  return cover(section.line.mark.span, section.title.span);
}

/** Ordinal and title as they are written. */
export function headingText(section: Section): string {
  return section.line.mark.text + section.title.text;
}

/** Whether there is nothing to judge: only blank lines and comments after the front matter. */
export function isBlank(report: Report): boolean {
  return !report.tree.lines.some(isContent);
}

/** Where a finding about the whole report is shown: the title, else the first line that says something, else the start. */
export function reportSpan(report: Report): Span {
  if (report.title) return report.title.span;
  const line = report.tree.lines.find(isContent);
  return line ? contentSpan(report, line) : { start: 0, end: 0 };
}

/** Whether a line says something in the report: neither blank nor a comment. */
export function isContent(line: Line): boolean {
  if (line.kind === 'row') return line.cells.some((cell) => cell.text !== '');
  return !isSilent(line);
}

/** Gives every section that the edition knows its official ordinal; `except` are left as they are. */
export function renumberEdits(report: Report, except: readonly Section[] = []): readonly Edit[] {
  return definedSections(report)
    .filter((section) => section.line.ordinal !== section.definition.ordinal && !except.includes(section))
    .map((section) => ({ span: section.line.mark.span, text: `${numeral(section.definition.ordinal)}、` }));
}

/** The sections that may stay where they are, so that the fewest have to move to be in the official order. */
export function sectionsInOrder(report: Report): readonly DefinedSection[] {
  const sections = definedSections(report);
  return longestAscent(sections.map(({ definition }) => definition.ordinal)).flatMap((i) => sections[i] ?? []);
}

/** Whether nothing stands below a heading. */
export function isEmpty(section: Section): boolean {
  return section.inlineText === null && !section.lines.some(isContent);
}

/** The headings alone that stand once more further on: one heading, written twice. */
export function headingsTwice({ sections }: Report): ReadonlySet<Section> {
  return new Set(sections.flatMap(({ repeats }) => (repeats && isEmpty(repeats) ? [repeats] : [])));
}
