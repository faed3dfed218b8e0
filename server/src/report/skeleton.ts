// A new report as markup: the year's form with what is still to be written, from last year's report if there is one.

import type { SectionDefinition } from '../forms/edition.ts';
import type { Form, Forms } from '../forms/form.ts';
import { type FrontMatterKey, frontMatterSpelling } from '../forms/front-matter.ts';
import { standardForms } from '../forms/index.ts';
import { canonicalStyle, type LabelStyle } from '../forms/labels.ts';
import { endsAsTemplate, filled, generalPrompt, placeholder, titleTemplate } from '../forms/template.ts';
import { canonical } from '../text/canonical.ts';
import { numeral } from '../text/chinese-numerals.ts';
import type { Localized } from '../text/language.ts';
import { least } from '../text/lists.ts';
import { isHeadingLike, type LastYear, lastYear, linesOf, type OldSection } from './last-year.ts';
import type { Report } from './report.ts';
import { proseMarkup } from './skeleton-prose.ts';
import { blankTable } from './skeleton-tables.ts';

export interface NewReport {
  /** The full name of the body. */
  readonly body: string;
  /** The reporting year, which decides the form. */
  readonly year: number;
  readonly previous?: Report;
  /** Where `previous` lies, relative to the new file. */
  readonly previousFile?: string;
  /** The standard forms where not given. */
  readonly forms?: Forms;
  /** The labels of its tables; the canonical ones where not given. */
  readonly labels?: LabelStyle;
}

/** What is wrong with the year of a new report, as it was typed; null where it will do. `thisYear` is the calendar's. */
export function yearTrouble(typed: string, thisYear: number): Localized | null {
  const first = least(standardForms().all.map(({ years }) => years.first));
  const year = /^\d{4}$/.test(typed) ? Number(typed) : 0;
  if (first <= year && year <= thisYear) return null;
  return {
    zh: `年度要写${first}到${thisYear}之间的四位数字，不能是「${typed}」。`,
    en: `the year is four digits from ${first} to ${thisYear}, not "${typed}".`,
  };
}

/**
 * The markup of a new report. Every text that is to be written stands as a placeholder that the rules report, and tables
 * are blank. Of last year's report the wording of headings and the rows declared in its front matter are kept; its
 * 结转下年度 becomes 上年结转 where it is complete and last year's; its text stands in comments, which are never published.
 */
export function newReport({
  body: given,
  year,
  previous,
  previousFile,
  forms: all = standardForms(),
  labels = canonicalStyle,
}: NewReport): string {
  const body = given.replace(/\s+/g, ' ').trim();
  const forms = all.fitting(body, year);
  const edition = forms.forYear(year) ?? forms.newest;
  const last = previous ? lastYear(previous, body, year, edition) : null;
  const parts = edition.sections.length > 0 ? setSections(edition, labels, last) : freeSections(edition, last);
  const head = [...frontMatter(body, year, last, previousFile), `# ${titleOf(body, year, last)}`].join('\n');
  return `${[head, ...prefaceMarkup(edition, body, year, last), ...parts, ...leftOver(edition, last)].join('\n\n')}\n`;
}

function frontMatter(body: string, year: number, last: LastYear | null, file: string | undefined): readonly string[] {
  const entries: [FrontMatterKey, string][] = [
    ['body', body],
    ['year', String(year)],
    ...(file && last && last.doubt === null ? [['previous', file] satisfies [FrontMatterKey, string]] : []),
    ...(last?.report.extraRows ?? []).map(({ text }): [FrontMatterKey, string] => ['extra-row', text]),
  ];
  return ['---', ...entries.map(([key, value]) => `${frontMatterSpelling(key)}: ${value}`), '---'];
}

/** Last year's title with the new year in it, where it is the same body's and reads as a title should; else the usual one. */
function titleOf(body: string, year: number, last: LastYear | null): string {
  const old = last?.report.title?.text ?? '';
  const oldYear = String(last?.report.year?.value ?? '');
  const usable = endsAsTemplate(canonical(old)) && old.split(oldYear).length === 2;
  if (last && last.doubt?.kind !== 'other-body' && oldYear !== '' && usable) {
    const renewed = old.replace(oldYear, String(year));
    if (renewed.replace(/\D+/g, '') === String(year)) return renewed;
  }
  return filled(titleTemplate, body, String(year));
}

/** The titles of the statutory contents are long. */
const FREE_HEADING_LENGTH = 40;

const guide = '以“//”开头的行是批注，不会公布。“//”后面的旧文字供改写参考，用完可以删去。';

function prefaceMarkup(edition: Form, body: string, year: number, last: LastYear | null): readonly string[] {
  const preface = filled(edition.preface, body, String(year));
  if (!last) return [preface];
  return [`// ${guide}`, [preface, ...last.preface.map(last.comment)].join('\n')];
}

function setSections(edition: Form, labels: LabelStyle, last: LastYear | null): readonly string[] {
  return edition.sections.flatMap((definition) => {
    const heading = `${numeral(definition.ordinal)}、${titleFor(definition, last)}`;
    const table = definition.table === null ? null : edition.table(definition.table);
    if (!table) return [heading, ...proseMarkup(definition, edition, last)];
    const old = (last?.sectionsOf(definition.id) ?? []).flatMap(linesOf).map((line) => last?.comment(line) ?? line);
    return [heading, blankTable(table, labels, last), ...(old.length > 0 ? [old.join('\n')] : [])];
  });
}

/** Last year's wording where it is one in use; a misspelt or dated one gives way to the official one. */
function titleFor({ id, title }: SectionDefinition, last: LastYear | null): string {
  const old = last?.sectionsOf(id)[0]?.section;
  const kept = old?.definition && (old.match === 'official' || old.match === 'variant') ? old.title.text : null;
  return kept !== null && !/[\d〇○]/.test(kept.normalize('NFKC')) ? kept : title;
}

/** Where the form sets no sections: last year's headings, else the statutory contents. */
function freeSections(edition: Form, last: LastYear | null): readonly string[] {
  const kept = (last?.others ?? []).filter(keepsHeading);
  const sections: readonly { readonly title: string; readonly old: OldSection | null }[] =
    kept.length > 0
      ? kept.map((old) => ({ title: old.section.title.text, old }))
      : edition.contents.map(({ title }) => ({ title, old: null }));
  return sections.flatMap(({ title, old }, i) => [
    `${numeral(i + 1)}、${title}`,
    [placeholder(generalPrompt), ...(old ? linesOf(old) : []).map((line) => last?.comment(line) ?? line)].join('\n'),
  ]);
}

function keepsHeading({ section }: OldSection): boolean {
  return isHeadingLike(section.title.text, FREE_HEADING_LENGTH);
}

/** Last year's sections that found no place, in comments at the end. */
function leftOver(edition: Form, last: LastYear | null): readonly string[] {
  if (!last) return [];
  const others = edition.sections.length > 0 ? last.others : last.others.filter((old) => !keepsHeading(old));
  return others.map((old) =>
    [`${old.section.line.mark.text}${old.section.title.text}`, ...linesOf(old)].map(last.comment).join('\n'),
  );
}
