// Last year's report as a new one draws on it: its sections with their text, and how far its values may be carried on.
import type { SectionId } from '../forms/edition.ts';
import type { Form } from '../forms/form.ts';
import { quantityCounters } from '../forms/words.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line, SubsectionLine } from '../syntax/tree.ts';
import { anyOf } from '../text/any-of.ts';
import { canonical } from '../text/canonical.ts';
import { encloses } from '../text/span.ts';
import type { Report, Section } from './report.ts';
import { sectionNamed } from './sections.ts';

/** A line of last year's text, as written, without the white space around it. */
export type OldLine =
  | { readonly kind: 'subsection'; readonly text: string; readonly node: SubsectionLine }
  | { readonly kind: 'other'; readonly text: string };

export interface OldSection {
  readonly section: Section;
  readonly lines: readonly OldLine[];
}

/** Why last year's values can't be carried on: another year's, an unknown year's, or another body's report. */
export type Doubt =
  | { readonly kind: 'other-year'; readonly year: number }
  | { readonly kind: 'unknown-year' }
  | { readonly kind: 'other-body'; readonly body: string };

export interface LastYear {
  readonly report: Report;
  /** Null where it is the report of the year before, of the same body. */
  readonly doubt: Doubt | null;
  /** A line of its text as a comment of the new report. */
  readonly comment: (text: string) => string;
  /** The text before the first section. */
  readonly preface: readonly string[];
  /** The sections that go into the new report's section of this id, mostly one. */
  readonly sectionsOf: (id: SectionId) => readonly OldSection[];
  /** The sections that have no place in the new report. */
  readonly others: readonly OldSection[];
}

/** Reads `report` as what a report of `body` for `year`, in the form of `edition`, starts from. */
export function lastYear(report: Report, body: string, year: number, edition: Form): LastYear {
  const own = report.year?.value ?? null;
  const label = own === null || own === year - 1 ? '上年' : `${own}年`;
  const tableLines = linesOfTables(report);
  const sections = report.sections
    .filter((section) => section.repeats === null)
    .map((section) => ({ id: placeOf(section, report, edition), old: oldSection(report, section, tableLines) }));
  return {
    report,
    doubt: doubtOf(report, body, year),
    comment: (text) => `// ${label}：${text}`,
    preface: prefaceOf(report, tableLines),
    sectionsOf: (id) => sections.filter((each) => each.id === id).map(({ old }) => old),
    others: sections.filter(({ id }) => id === null).map(({ old }) => old),
  };
}

/** Another body's report is doubted for that, whatever its year. */
function doubtOf({ year, body }: Report, newBody: string, newYear: number): Doubt | null {
  const [old, given] = [canonical(body?.text ?? ''), canonical(newBody)];
  if (!old.includes(given) && !given.includes(old)) return { kind: 'other-body', body: body?.text ?? '' };
  if (!year) return { kind: 'unknown-year' };
  return year.value === newYear - 1 ? null : { kind: 'other-year', year: year.value };
}

/** The new report's section that an old one goes into; headings of a form without set sections are known by their words. */
function placeOf({ definition, title }: Section, report: Report, edition: Form): SectionId | null {
  const named = definition ?? (report.edition.sections.length === 0 ? sectionNamed(title.text, edition) : null);
  return named ? (edition.section(named.id)?.id ?? null) : null;
}

function linesOfTables(report: Report): ReadonlySet<Line> {
  const bound = report.tables.flatMap(({ lines }) => lines.map(({ line }): Line => line));
  const torn = report.tree.lines.filter((line) => report.tornParts.some(({ span }) => encloses(span, line.span)));
  return new Set([...bound, ...torn]);
}

function oldSection(report: Report, section: Section, tableLines: ReadonlySet<Line>): OldSection {
  const inline = section.inlineText?.text ?? '';
  const lines = section.lines.flatMap((line) => oldLine(report, line, tableLines, section.definition?.table != null));
  return { section, lines: inline === '' ? lines : [{ kind: 'other', text: inline }, ...lines] };
}

/** Last year's comments and suppressions are left behind, and so are the rows of its tables. */
function oldLine(report: Report, line: Line, tableLines: ReadonlySet<Line>, inTablePart: boolean): readonly OldLine[] {
  if (isSilent(line)) return [];
  if (tableLines.has(line) || (line.kind === 'row' && inTablePart)) return [];
  const text = report.tree.text.slice(line.span.start, line.span.end).trim();
  return [line.kind === 'subsection' ? { kind: 'subsection', text, node: line } : { kind: 'other', text }];
}

function prefaceOf(report: Report, tableLines: ReadonlySet<Line>): readonly string[] {
  const title = report.title;
  return report.preface.flatMap((line) => {
    if (line.kind === 'row' || line.kind === 'title' || (title && encloses(title.span, line.span))) return [];
    return oldLine(report, line, tableLines, false).flatMap(({ text }) =>
      report.forms.words.isPageLine(text) ? [] : [text],
    );
  });
}

/** The text of an old section, line by line. */
export function linesOf({ lines }: OldSection): readonly string[] {
  return lines.map(({ text }) => text);
}

const HEADING_LENGTH = 20;
const QUANTITY = new RegExp(`[\\d〇○,;!?]|[一二三四五六七八九十百千]+${anyOf(quantityCounters)}`);

/** Whether a title of last year reads as a heading and says nothing of that year: short, without numbers and sentence marks. */
export function isHeadingLike(title: string, maxLength = HEADING_LENGTH): boolean {
  const text = title.normalize('NFKC');
  return text.length > 0 && text.length <= maxLength && !QUANTITY.test(text);
}
