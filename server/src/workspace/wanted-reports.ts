// The reports that are looked for by their bodies, where the front matter names none.
import type { NamedReport } from '../analysis/named-reports.ts';
import type { Report } from '../report/report.ts';
import type { Part } from '../syntax/tree.ts';
import type { FolderHeads } from './folder-heads.ts';
import { keyOf } from './places.ts';
import { type ReportHead, type Roster, type RosterBody, rosterBody, rosterChildren } from './roster.ts';

/** A report that is looked for by its body and year. */
export interface WantedReport {
  readonly key: NamedReport['key'];
  readonly body: Pick<RosterBody, 'name' | 'file'>;
  readonly year: number;
  /** Where the report that looks for it names its own body. */
  readonly from: Part;
}

/** What was found of it: one file, or none with how many there were. */
export interface FoundReport {
  readonly asked: NamedReport;
  readonly files: readonly string[];
}

/** Last year's report, and those of the bodies that the roster has below this one; not where the front matter names them. */
export function wantedReports(
  { body, year }: Pick<Report, 'body' | 'year'>,
  named: readonly NamedReport[],
  listed: Roster | null,
): readonly WantedReport[] {
  if (!body || !year) return [];
  const own = listed && rosterBody(listed, body.text);
  const isNamed = (key: NamedReport['key']): boolean => named.some((each) => each.key === key);
  const previous: WantedReport = {
    key: 'previous',
    body: own ?? { name: body.text, file: null },
    year: year.value - 1,
    from: body,
  };
  const children = listed && own && !isNamed('children') ? rosterChildren(listed, own) : [];
  return [
    ...(isNamed('previous') ? [] : [previous]),
    ...children.map((child): WantedReport => ({ key: 'children', body: child, year: year.value, from: body })),
  ];
}

/**
 * The file of a wanted report, if it is the only one; `self` is the key of the file that looks for it. Last year's belongs to
 * one report of this year: where a folder has several of the same body, as drafts or copies, or several bodies that a name
 * without its place may mean, nobody knows to which.
 */
export function reportsWanted(
  { key, body, year, from }: WantedReport,
  heads: FolderHeads,
  listed: Roster | null,
  self: string,
): FoundReport {
  const beside = (found: readonly ReportHead[]): readonly ReportHead[] =>
    found.filter(({ source }) => keyOf(source) !== self);
  const isForOthers = ({ body: name }: ReportHead): boolean =>
    name !== null && body.file === null && beside(heads.of(name, year + 1, listed)).length > 0;
  const isTwice = key === 'previous' && beside(heads.ofListed(body, year + 1, listed)).length > 0;
  const found = isTwice ? [] : beside(heads.ofListed(body, year, listed));
  const certain = key === 'previous' && found.some(isForOthers) ? [] : found;
  const asked: NamedReport = { key, named: { text: body.name, span: from.span }, reports: certain.length };
  return { asked, files: certain.length === 1 ? certain.map(({ source }) => source) : [] };
}
