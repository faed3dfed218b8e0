import type { Surroundings } from '../analysis/subject.ts';
import { subjectOf } from '../analysis/subject.ts';
import type { Forms } from '../forms/form.ts';
import { bind } from '../report/bind.ts';
import type { Report } from '../report/report.ts';
import { type CheckResult, check } from '../rules/engine/check.ts';
import { parseWithinLimit } from '../syntax/parse.ts';

/** A text as a report. One over the size limit is not read. */
export function reportOf(text: string, forms: Forms): Report {
  return bind(parseWithinLimit(text), forms);
}

/** Everything found in a report among those around it. Of one over the size limit its one finding says so. */
export function checkReport(report: Report, around: Surroundings): CheckResult {
  return check(subjectOf(report, around));
}
