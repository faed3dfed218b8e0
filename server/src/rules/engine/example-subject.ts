import { indexed } from '../../analysis/indexed-report.ts';
import { namedReports } from '../../analysis/named-reports.ts';
import { type Subject, subjectOf } from '../../analysis/subject.ts';
import { readReport } from '../../report/bind.ts';

/** An example's text as the subject of rules: beside last year's report, where there is one, and no other. */
export function exampleSubject(text: string, lastYear?: string, source: string | null = null): Subject {
  const report = readReport(text);
  const named = namedReports(report);
  if (lastYear === undefined) return subjectOf(report, { source, missing: named });
  const name = named.find(({ key }) => key === 'previous')?.named.text ?? '';
  const { report: previous } = indexed(readReport(lastYear), name);
  return subjectOf(report, { source, previous, missing: named.filter(({ key }) => key !== 'previous') });
}
