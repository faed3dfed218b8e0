// The desk of the office that receives the reports of many bodies: who has handed in what, and in which state it is.

import type { Severity } from '../analysis/settings.ts';
import type { MonthDay } from '../forms/edition.ts';
import { standardForms } from '../forms/index.ts';
import { reviewRemark } from '../rules/review-remark.ts';
import type { Localized } from '../text/language.ts';
import { greatest } from '../text/lists.ts';
import { type Roster, type RosterBody, type Submission, submissions } from '../workspace/roster.ts';
import type { ReviewedFinding, ReviewedReport } from './review.ts';

/** 未报送, 需修改, 待核实, 核对通过. */
export const deskStates = ['missing', 'revise', 'verify', 'passed'] as const;
export type DeskState = (typeof deskStates)[number];

export const stateNames: Readonly<Record<DeskState, Localized>> = {
  missing: { zh: '未报送', en: 'not submitted' },
  revise: { zh: '需修改', en: 'to be corrected' },
  verify: { zh: '待核实', en: 'to be verified' },
  passed: { zh: '核对通过', en: 'passed' },
};

/** A body with its report of the year; without one it has not reported. */
export interface DeskEntry {
  readonly body: string;
  readonly state: DeskState;
  readonly report: ReviewedReport | null;
  /** Why a file that was handed in can't be read; null where it was. */
  readonly unread: Localized | null;
  /** What is new and has to be looked at: errors and warnings. */
  readonly open: readonly ReviewedFinding[];
  /** Reviewers' remarks that nobody has answered. */
  readonly remarks: readonly ReviewedFinding[];
  /** The file, as its user calls it; null where there is none. */
  readonly file: string | null;
  /** The day by which a report that isn't there was due, as `2025-01-31`; null where none is known. */
  readonly due: string | null;
}

export interface Desk {
  /** The year whose reports lie on the desk; null for all of them. */
  readonly year: number | null;
  readonly entries: readonly DeskEntry[];
  /** How many reports of other years were there to compare with. */
  readonly others: number;
}

/** A file that was handed in and can't be read. */
export interface UnreadFile {
  readonly file: string;
  readonly reason: Localized;
}

export interface DeskOptions {
  /** The year whose reports these are; null for any. */
  readonly year: number | null;
  /** How many reports of other years there are to compare with. */
  readonly others?: number;
  /** The bodies that have to report, where that is known. */
  readonly roster?: Roster | null;
  readonly unread?: readonly UnreadFile[];
}

/** Puts the reports of a year, and those whose year isn't known, on the desk: worst state first, bodies in the order of the roster or of their names. */
export function deskOf(ofYear: readonly ReviewedReport[], options: DeskOptions): Desk {
  const { year, others = 0, roster = null, unread = [] } = options;
  const submitted = roster === null || year === null ? [] : submissions(roster, ofYear, year);
  const listed = new Map<unknown, Submission>(
    submitted.flatMap((each) => each.reports.map((report) => [report, each])),
  );
  const order = new Map(submitted.map(({ body }, i) => [body.name, i]));
  const handedIn = [
    ...ofYear.map((report) => entryOf(report, listed.get(report)?.body.name)),
    ...unread.map(unreadEntry),
  ];
  const missing = submitted
    .filter(({ reports: found }) => found.length === 0)
    .map(({ body }) => missingEntry(body, year));
  const rank = ({ body }: DeskEntry): number => order.get(body) ?? order.size;
  return {
    year,
    entries: [...missing, ...handedIn].sort(
      (a, b) =>
        deskStates.indexOf(a.state) - deskStates.indexOf(b.state) ||
        rank(a) - rank(b) ||
        a.body.localeCompare(b.body, 'zh-CN'),
    ),
    others,
  };
}

/** Whether a finding asks for something of the body. */
export function isOpen({ severity }: { readonly severity: Severity }): boolean {
  return severity === 'error' || severity === 'warning';
}

/** The newest year that a fair share of the reports is of: a slip in one title makes no new year. Null where none has a year. */
export function deskYear(reports: readonly { readonly year: number | null }[]): number | null {
  const counts = new Map<number, number>();
  for (const { year } of reports) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  const most = greatest([0, ...counts.values()]);
  const fair = [...counts].filter(([, count]) => count * 5 >= most).map(([year]) => year);
  return fair.length === 0 ? null : greatest(fair);
}

function entryOf(report: ReviewedReport, name = report.body ?? report.file): DeskEntry {
  const isRemark = ({ code }: ReviewedFinding): boolean => code === reviewRemark.code;
  const open = report.findings.filter((finding) => isOpen(finding) && !isRemark(finding));
  const remarks = report.findings.filter(isRemark);
  return {
    body: name,
    state: stateOf(report, open, remarks),
    report,
    unread: null,
    open,
    remarks,
    file: report.file,
    due: null,
  };
}

function stateOf(
  { imported }: ReviewedReport,
  open: readonly ReviewedFinding[],
  remarks: readonly ReviewedFinding[],
): DeskState {
  if (open.some(({ severity }) => severity === 'error')) return 'revise';
  return open.length + remarks.length > 0 || (imported !== null && imported.doubts.length > 0) ? 'verify' : 'passed';
}

function unreadEntry({ file, reason }: UnreadFile): DeskEntry {
  return { body: file, state: 'revise', report: null, unread: reason, open: [], remarks: [], file, due: null };
}

function missingEntry(body: RosterBody, year: number | null): DeskEntry {
  const { name } = body;
  const due = year === null ? null : dueDay(dueBy(body, year), year + 1);
  return { body: name, state: 'missing', report: null, unread: null, open: [], remarks: [], file: null, due };
}

/** As the roster says, else by statute where one names such bodies. */
function dueBy({ level, deadline }: RosterBody, year: number): MonthDay | null {
  const { department, government } = (standardForms().forYear(year) ?? standardForms().newest).deadlines;
  if (deadline || level === 'department') return deadline ?? department;
  return level === 'government' || level === 'government-office' ? government : null;
}

function dueDay(day: MonthDay | null, year: number): string | null {
  return day && `${year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
}
