import type { IndexedReport } from './indexed-report.ts';
import type { Subject } from './subject.ts';

/** What the front matter names as last year's report, where that is of the year before; null where it isn't or is absent. */
export function previousReport({ previous, report }: Subject): IndexedReport | null {
  if (!previous) return null;
  return isOfYearBefore(previous, report.year?.value ?? null) ? previous : null;
}

/** Whether a report may be that of the year before; where a year is unknown, what the front matter says holds. */
export function isOfYearBefore({ year }: IndexedReport, thisYear: number | null): boolean {
  return year === null || thisYear === null || year === thisYear - 1;
}
