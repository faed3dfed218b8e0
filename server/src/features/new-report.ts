// A new report for the editor: its markup, the name of its file, and what is to be written first.

import type { Forms } from '../forms/form.ts';
import type { LabelStyle } from '../forms/labels.ts';
import { placeholderStart } from '../forms/template.ts';
import { readReport } from '../report/bind.ts';
import type { Report } from '../report/report.ts';
import { newReport, yearTrouble } from '../report/skeleton.ts';
import type { Language } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { relativeUri, reportFileName } from '../workspace/report-files.ts';

export interface NewReportOptions {
  readonly body: string;
  /** As it was typed. */
  readonly year: string;
  /** The calendar's year: there are no reports for later ones. */
  readonly thisYear: number;
  /** The text of last year's report. */
  readonly previousText: string | null;
  readonly previousUri: string | null;
  /** The folder that the new file goes into. */
  readonly folder: string | null;
  /** Those of its tables. */
  readonly labels: LabelStyle;
  readonly language: Language;
  /** The forms of the new report, and those of last year's. */
  readonly forms: Forms;
  readonly previousForms: Forms;
}

export interface NewReportFile {
  readonly markup: string;
  readonly fileName: string;
  /** The first text to write over. */
  readonly selection: Span | null;
}

/** The file of a new report, or why there can be none. */
export function newReportFile(options: NewReportOptions): NewReportFile | { readonly failure: string } {
  const { body, year, thisYear, previousText, language } = options;
  if (body.trim() === '') return { failure: { zh: '请写机关全称。', en: 'Give the full name of the body.' }[language] };
  const trouble = yearTrouble(year.trim(), thisYear);
  if (trouble) return { failure: trouble[language] };
  const previous = previousText === null ? null : readReport(previousText, options.previousForms);
  const file =
    previous && options.previousUri && options.folder ? relativeUri(options.folder, options.previousUri) : null;
  const markup = newReport({
    body,
    year: Number(year),
    labels: options.labels,
    forms: options.forms,
    ...(previous ? { previous } : {}),
    ...(file ? { previousFile: file } : {}),
  });
  const start = markup.indexOf(placeholderStart);
  return {
    markup,
    fileName: reportFileName(body, Number(year)),
    selection: start < 0 ? null : { start, end: markup.indexOf('】', start) + 1 },
  };
}

/** A report that a new one may start from. */
export interface KnownReport {
  readonly uri: string;
  readonly body: string | null;
  readonly year: number | null;
}

/** What is offered of a report as last year's. */
export function knownReport(uri: string, { body, year }: Report): KnownReport {
  return { uri, body: body?.text ?? null, year: year?.value ?? null };
}

/** The latest years first, bodies in order. */
export function inOrder(reports: readonly KnownReport[]): readonly KnownReport[] {
  return reports.toSorted(
    (a, b) =>
      (b.year ?? 0) - (a.year ?? 0) || (a.body ?? '').localeCompare(b.body ?? '', 'zh') || (a.uri < b.uri ? -1 : 1),
  );
}
