// What programs call: texts and bytes in, plain data out. Nothing here reads or writes a file; nothing throws on a bad report.
import { indexed } from '../analysis/indexed-report.ts';
import type { Severity } from '../analysis/settings.ts';
import { type Subject, type Surroundings, subjectOf } from '../analysis/subject.ts';
import { type BinaryExporter, exporters, type TextExporter } from '../exporters/index.ts';
import { json } from '../exporters/json.ts';
import type { Forms } from '../forms/form.ts';
import { formsOf } from '../forms/forms.ts';
import type { LabelStyle } from '../forms/labels.ts';
import { parsePack } from '../forms/read-pack.ts';
import { standardForms } from '../forms/standard.ts';
import type { FileOptions, RunOptions } from '../importers/run-import.ts';
import { bind } from '../report/bind.ts';
import type { Report } from '../report/report.ts';
import { rewritten } from '../report/rewritten.ts';
import { newReport as newReportMarkup } from '../report/skeleton.ts';
import { check as checkSubject } from '../rules/engine/check.ts';
import { fixAll } from '../rules/engine/fix-all.ts';
import { type RenderedFinding, type RenderedFix, render } from '../rules/engine/render.ts';
import { rulePage } from '../rules/engine/rule-page.ts';
import { rules as allRules, ruleByCode } from '../rules/index.ts';
import { parseWithinLimit } from '../syntax/parse.ts';
import { compatible, Revision } from '../text/edit.ts';
import type { Language, Localized } from '../text/language.ts';
import { LineIndex } from '../text/line-index.ts';
import { diffReports } from './diff.ts';
import { diffJson } from './diff-json.ts';

/** A finding as plain data, the object that `nianbao check --format json` writes; places are zero-based, UTF-16, half-open. */
export type Finding = RenderedFinding;
/** One way to mend a finding. Edits with a `file` are for another report. */
export type Fix = RenderedFix;
export type { FileOptions, LabelStyle, Language, Localized, RunOptions, Severity };

/** A report beside the one that is looked at. */
export interface ReportText {
  /** A path or any other name, as findings are to call it. */
  readonly name: string;
  readonly text: string;
}

export interface CheckOptions {
  /** The language of messages; Chinese where not given. */
  readonly language?: Language;
  /** The report's own path or name, which some rules look at. */
  readonly name?: string;
  /** Codes with a severity of their own, or `off`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Packs that add to the standard form, as JSON text or parsed. What is wrong in one is left out, see `packProblems`. */
  readonly packs?: readonly unknown[];
  /** Last year's report of the same body. */
  readonly previous?: ReportText;
  /** The reports whose figures this one sums up. */
  readonly children?: readonly ReportText[];
}

/** Everything found in a report, in the order of the text. At most 200 findings, then one that counts the rest. */
export function check(text: string, options: CheckOptions = {}): readonly Finding[] {
  return checkedBy(options)({ name: options.name ?? null, text });
}

/** A report of many, with what was found in it. */
export interface Checked {
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** Checks one report after the other, each when its result is asked for, so that memory stays flat however many come. */
export async function* checkAll(
  reports: Iterable<ReportText> | AsyncIterable<ReportText>,
  options: Omit<CheckOptions, 'name' | 'previous' | 'children'> = {},
): AsyncGenerator<Checked> {
  const found = checkedBy(options);
  for await (const report of reports) yield { name: report.name, findings: found(report) };
}

/** What is wrong with a pack, each with the path of its place (`rows[0].label`); empty for one that is right. */
export function packProblems(pack: unknown): readonly { readonly path: string; readonly message: Localized }[] {
  return parsePack(pack).problems;
}

/** The text with every fix made that needs no decision, again and again until none is left. Suppressed findings are left alone. */
export function fix(text: string, options: CheckOptions = {}): { readonly text: string; readonly fixed: number } {
  const subject = subjectsOf(options);
  const { text: mended, fixed } = fixAll(text, (each) => subject({ name: options.name ?? null, text: each }));
  return { text: mended, fixed };
}

/** The text after one fix that a finding offers. Edits for other files are left out; where edits overlap nothing changes. */
export function applyFix(text: string, { edits }: Fix): string {
  const lines = new LineIndex(text);
  const own = edits
    .filter(({ file }) => file === undefined)
    .map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      text: newText,
    }));
  const [set] = compatible([own]);
  return set ? Revision.of(text).with(set).text : text;
}

export interface FormatOptions {
  readonly packs?: readonly unknown[];
  /** Whether tables with merged cells become canonical ones, one item a row; not where something would be lost. */
  readonly canonical?: boolean;
  /** The labels that tables get; as they are where not given. */
  readonly labels?: LabelStyle;
}

/** The text with the bars of its tables below each other. No cell's text changes, and no other line. */
export function format(text: string, { packs, canonical = false, labels }: FormatOptions = {}): string {
  return rewritten(text, { forms: formsWith(packs), canonical, labels: labels ?? null }).text;
}

/** The report as data: body, year, sections, the numbers that its text says and the values of its tables, by ids. */
export function read(text: string, { packs }: { readonly packs?: readonly unknown[] } = {}): ReportData {
  return JSON.parse(json.write(readText(text, formsWith(packs)))) as ReportData;
}

/** See `schemas/report.schema.json` for all of it. A blank value is null; a row that the report lacks is absent. */
export interface ReportData {
  readonly body: string | null;
  readonly year: number | null;
  readonly edition: string;
  readonly title: string | null;
  readonly sections: readonly { readonly id: string | null; readonly title: string; readonly text: string }[];
  readonly mentions: readonly Readonly<Record<string, unknown>>[];
  readonly values: Readonly<
    Record<string, Readonly<Record<string, readonly (number | null)[] | Readonly<Record<string, number | null>>>>>
  >;
}

/** What differs between two reports: cells by row and column, sentences, headings; of two years each change in percent too. */
export function compare(
  before: ReportText,
  after: ReportText,
  { packs }: { readonly packs?: readonly unknown[] } = {},
): ReturnType<typeof diffJson> {
  const forms = formsWith(packs);
  const [first, second] = [readText(before.text, forms), readText(after.text, forms)];
  return diffJson(diffReports(first, second), [before.name, after.name]);
}

export interface NewReportOptions {
  /** The body's full name. */
  readonly body: string;
  /** The reporting year, which decides the form. */
  readonly year: number;
  /** Last year's report, whose headings and figures carried forward are taken over. */
  readonly previous?: ReportText;
  readonly packs?: readonly unknown[];
  readonly labels?: LabelStyle;
}

/** The markup of a new report: the year's form with what is to be written marked. */
export function newReport({ body, year, previous, packs, labels }: NewReportOptions): string {
  const forms = formsWith(packs);
  return newReportMarkup({
    body,
    year,
    forms,
    ...(labels ? { labels } : {}),
    ...(previous ? { previous: readText(previous.text, forms), previousFile: previous.name } : {}),
  });
}

/** The page of a rule as Markdown; null where there is no rule of this code. */
export function explain(code: string, language: Language = 'zh'): string | null {
  const rule = ruleByCode(code);
  return rule && rulePage(rule, language);
}

/** Every rule, in the order of the catalogue. */
export const rules: readonly {
  readonly code: string;
  readonly severity: Severity | 'off';
  readonly title: Localized;
}[] = allRules.map(({ code, severity, title }) => ({ code, severity, title }));

/** The formats of `exportReport` by their ids. PDF is printed from `html` by a browser. */
export const exportFormats: readonly { readonly id: string; readonly extension: string; readonly title: Localized }[] =
  exporters.map(({ id, extension, title }) => ({ id, extension, title }));

/** The report in another format: text, or bytes for those that are none. Rejects where there is no format of this id. */
export async function exportReport(
  text: string,
  format: string,
  { packs }: { readonly packs?: readonly unknown[] } = {},
): Promise<string | Uint8Array> {
  const exporter: TextExporter | BinaryExporter | undefined = exporters.find(({ id }) => id === format);
  if (!exporter) throw new RangeError(`no format ${format}; there are ${exporters.map(({ id }) => id).join(', ')}`);
  return exporter.write(readText(text, formsWith(packs)));
}

/** A foreign report as markup. */
export interface ImportResult {
  readonly markup: string;
  /** What was guessed, left out or is in doubt. */
  readonly notes: readonly { readonly kind: string; readonly message: Localized }[];
}

/** A file that is no report, or can't be read, and why. */
export interface ImportFailure {
  readonly failure: Localized;
}

/** Of a text over the size limit nothing is read, and one finding says so. */
function readText(text: string, forms: Forms): Report {
  return bind(parseWithinLimit(text), forms);
}

interface Named {
  readonly name: string | null;
  readonly text: string;
}

function formsWith(packs: readonly unknown[] = []): Forms {
  const read = packs.flatMap((pack) => parsePack(pack).pack ?? []);
  return read.length > 0 ? formsOf(read) : standardForms();
}

function checkedBy(options: CheckOptions): (report: Named) => readonly Finding[] {
  const subject = subjectsOf(options);
  return (report) => {
    const lines = new LineIndex(report.text);
    return checkSubject(subject(report)).findings.map((finding) => render(finding, lines, options.language ?? 'zh'));
  };
}

function subjectsOf({ rules = {}, packs, previous, children = [] }: CheckOptions): (report: Named) => Subject {
  const forms = formsWith(packs);
  const index = ({ name, text }: ReportText) => indexed(readText(text, forms), name).report;
  const around: Surroundings = {
    settings: { rules },
    previous: previous ? index(previous) : null,
    children: children.map(index),
  };
  return ({ name, text }) => subjectOf(readText(text, forms), { ...around, source: name });
}
