import { FolderBodies } from '../../analysis/folder-bodies.ts';
import { indexed } from '../../analysis/indexed-report.ts';
import { type NamedReport, namedReports } from '../../analysis/named-reports.ts';
import { PartCopies, type SketchedReport } from '../../analysis/part-copies.ts';
import { partSketches } from '../../analysis/sketch-parts.ts';
import { type Subject, subjectOf } from '../../analysis/subject.ts';
import { formsOf, parsePack, standardForms } from '../../forms/index.ts';
import { readReport } from '../../report/bind.ts';

/** What lies beside an example's text. */
export interface ExampleFiles {
  /** Last year's report. */
  readonly previous?: string | undefined;
  /** Other reports by the names of their files. */
  readonly others?: Readonly<Record<string, string>> | undefined;
  /** The pack in force. */
  readonly pack?: object | undefined;
  /** The name of its own file. */
  readonly file?: string | undefined;
}

/** An example's text as the subject of rules, beside the reports that it comes with and no others. */
export function exampleSubject(text: string, { previous, others = {}, pack, file }: ExampleFiles = {}): Subject {
  const own = pack === undefined ? null : parsePack(pack).pack;
  const report = readReport(text, own ? formsOf([own]) : standardForms());
  const named = namedReports(report);
  const lastYear = named.find(({ key }) => key === 'previous')?.named.text ?? '';
  const isThere = (each: NamedReport): boolean =>
    each.key === 'previous' ? previous !== undefined : others[each.named.text] !== undefined;
  const beside = Object.entries(others).map(([name, each]) => indexed(readReport(each), name).report);
  const names = beside.flatMap(({ body }) => body ?? []);
  return subjectOf(report, {
    source: file ?? (beside.length > 0 ? '' : null),
    previous: previous === undefined ? null : indexed(readReport(previous), lastYear).report,
    children: beside.filter(({ source }) =>
      named.some((each) => each.key === 'children' && each.named.text === source),
    ),
    missing: named.filter((each) => !isThere(each)),
    bodies: names.length > 0 ? new FolderBodies(names) : null,
    copies:
      beside.length > 0 ? new PartCopies(Object.entries(others).map(([name, each]) => sketched(name, each))) : null,
  });
}

function sketched(source: string, text: string): SketchedReport {
  const report = readReport(text);
  return { source, body: report.body?.text ?? null, year: report.year?.value ?? null, parts: partSketches(report) };
}
