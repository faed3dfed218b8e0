// What the reports of a folder say that a front matter may name: bodies, years, files.
import type { IndexedReport } from '../analysis/indexed-report.ts';
import { namedReports } from '../analysis/named-reports.ts';
import { isReportingYear } from '../forms/front-matter.ts';
import type { Report } from '../report/report.ts';
import type { Language } from '../text/language.ts';
import { byCodeUnits } from '../text/sorted.ts';
import { keyOf } from '../workspace/places.ts';
import { relativeUri } from '../workspace/report-files.ts';

/** A value, and what the folder knows of it. */
export interface KnownValue {
  readonly text: string;
  readonly detail?: string;
}

/** More are not offered: a name is typed in less time than it is looked for. */
const MOST = 200;

/** The body that the report names elsewhere, then those of the other reports, the most frequent first. */
export function knownBodies(
  rest: Report,
  reports: readonly IndexedReport[],
  language: Language,
): readonly KnownValue[] {
  const byBody = Map.groupBy(reports, ({ body }) => body ?? '');
  byBody.delete('');
  const own = rest.body?.text ?? null;
  const others = [...byBody].toSorted(([, a], [, b]) => b.length - a.length).map(([body]) => body);
  return unique([...(own === null ? [] : [own]), ...others]).map((text) => {
    const years = yearsOf(byBody.get(text) ?? []);
    return { text, ...(years.length > 0 ? { detail: yearsText(years, language) } : {}) };
  });
}

/** The year that the report names elsewhere, the one after its body's last report, then those of other reports, newest first. */
export function knownYears(rest: Report, reports: readonly IndexedReport[], language: Language): readonly KnownValue[] {
  const own = rest.year ? [rest.year.value] : [];
  const [last] = rest.body ? yearsOf(reports.filter(({ body }) => body === rest.body?.text)) : [];
  const next = last !== undefined && isReportingYear(last + 1) ? [last + 1] : [];
  return unique([...own, ...next, ...yearsOf(reports)]).map((year) => ({
    text: String(year),
    ...(last !== undefined && year === last + 1
      ? { detail: { zh: `上一份报告是 ${last} 年`, en: `the last report is of ${last}` }[language] }
      : {}),
  }));
}

interface PathOptions {
  readonly key: 'previous' | 'children';
  readonly reports: readonly IndexedReport[];
  /** The report's own URI: paths are relative to its folder. */
  readonly uri: string;
}

/**
 * The paths of other reports that aren't named yet, with body and year. As last year's report first those of the body, the year
 * before first; as children first the other bodies' of the year.
 */
export function knownPaths(
  rest: Report,
  { key, reports, uri }: PathOptions,
  language: Language,
): readonly KnownValue[] {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  const named = new Set(namedReports(rest).map((each) => each.named.text));
  const distance = key === 'previous' ? distanceToPrevious : distanceToChild;
  return reports
    .filter(({ source }) => keyOf(source) !== keyOf(uri))
    .toSorted((a, b) => distance(rest, a) - distance(rest, b) || byCodeUnits(a.source, b.source))
    .slice(0, MOST)
    .flatMap(({ source, body, year }): KnownValue[] => {
      const text = relativeUri(folder, source);
      if (text === null || named.has(text)) return [];
      const yearText = year === null ? '' : { zh: `${year}年`, en: String(year) }[language];
      const detail = [body ?? '', yearText].filter((part) => part !== '').join(' ');
      return [{ text, ...(detail === '' ? {} : { detail }) }];
    });
}

function distanceToPrevious({ body, year }: Report, other: IndexedReport): number {
  const isOfBody = body !== null && other.body === body.text;
  const isOfYear = year !== null && other.year === year.value - 1;
  return (isOfBody ? 0 : 2) + (isOfYear ? 0 : 1);
}

function distanceToChild({ body, year }: Report, other: IndexedReport): number {
  const isOfOther = body === null || other.body !== body.text;
  const isOfYear = year === null || other.year === year.value;
  return (isOfYear ? 0 : 2) + (isOfOther ? 0 : 1);
}

/** Each once, the newest first. */
function yearsOf(reports: readonly IndexedReport[]): readonly number[] {
  return unique(reports.flatMap(({ year }) => (year === null ? [] : [year]))).toSorted((a, b) => b - a);
}

function yearsText(years: readonly number[], language: Language): string {
  const shown = years.slice(0, 3);
  return { zh: shown.map((year) => `${year}年`).join('、'), en: shown.join(', ') }[language];
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)].slice(0, MOST);
}
