import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedFinding } from '../../server/src/rules/engine/check.ts';
import { ruleByCode } from '../../server/src/rules/index.ts';
import { wholeReport } from './whole-report.ts';

/** An expected result, as the README beside the shared reports describes it. */
export interface Truth {
  readonly file: string;
  readonly body: string | null;
  readonly year: number;
  readonly edition: string;
  readonly sections: readonly string[];
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly findings: {
    readonly must: readonly Expectation[];
    readonly may: readonly Expectation[];
    readonly mustNot: readonly Expectation[];
  };
}

export interface Expectation {
  readonly code: string;
  readonly where?: string;
  readonly match?: readonly string[];
  readonly alt?: readonly string[];
}

const shared = join(import.meta.dirname, '../../../shared');

/** Whether the real reports are here; they are in CI, and not in a clone of their own. */
export const haveSharedReports = existsSync(join(shared, 'reports'));

export const truths: readonly Truth[] = haveSharedReports
  ? readdirSync(join(shared, 'reports'))
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(join(shared, 'reports', file), 'utf8')) as Truth)
  : [];

/** The bytes of a shared seed or report. */
export function sharedFile(name: string): Buffer {
  const folder = existsSync(join(shared, 'seeds', name)) ? 'seeds' : 'reports';
  return readFileSync(join(shared, folder, name));
}

/** The shared files of a report's number, such as every text made from `010_…pdf`. */
export function sharedFiles(pattern: RegExp): readonly string[] {
  return haveSharedReports ? readdirSync(join(shared, 'reports')).filter((file) => pattern.test(file)) : [];
}

const published = new Set(truths.flatMap(({ values }) => Object.values(values).flatMap((rows) => Object.keys(rows))));

/** A real report as it would be in a form with more rows: those that no published report has, each value 0. */
export function inTheForm(text: string): string {
  return wholeReport(text, (row) => !published.has(row));
}

/** What is wrong with the findings, by the truth: a `must` that is missing, a `mustNot` that is there. Codes of rules to come are left out. */
export function contradictions(truth: Truth, findings: readonly CheckedFinding[]): readonly string[] {
  const { must, may, mustNot } = truth.findings;
  const known = (expectation: Expectation): boolean => ruleByCode(expectation.code) !== null;
  const missing = must.filter((each) => known(each) && !findings.some((finding) => meets(finding, each)));
  const allowed = [...must, ...may];
  const wrong = findings.filter(
    (finding) => mustNot.some((each) => forbids(finding, each)) && !allowed.some((each) => meets(finding, each)),
  );
  return [
    ...missing.map((each) => `missing ${each.code} ${each.where ?? ''}`),
    ...wrong.map((finding) => `false alarm ${finding.code}: ${finding.message().zh}`),
  ];
}

function meets(finding: CheckedFinding, { code, alt = [], match, where }: Expectation): boolean {
  if (finding.code !== code && !alt.includes(finding.code)) return false;
  if (finding.code !== code || (match === undefined && where === undefined)) return true;
  const said = JSON.stringify([finding.message(), finding.data, finding.related().map((each) => each.message())]);
  const placed = where !== undefined && placeOf(finding) === where;
  return placed || match === undefined || match.some((word) => said.includes(word));
}

function forbids(finding: CheckedFinding, { code, match, where }: Expectation): boolean {
  if (finding.code !== code) return false;
  if (where !== undefined) return placeOf(finding) === where;
  return match === undefined || match.some((word) => finding.message().zh.includes(word));
}

function placeOf(finding: CheckedFinding): string {
  const { table, row, column } = finding.data;
  return [table, row, column].filter((part) => part !== undefined).join('.');
}
