// The desk of all reports in the workspace's folders, open or not.
import { RequestType } from 'vscode-languageserver';
import { type Subject, subjectOf } from '../analysis/subject.ts';
import { createSnapshot } from '../features/snapshot.ts';
import { looksForCopies } from '../rules/copied-text.ts';
import type { Desk } from '../tasks/desk.ts';
import type { ReviewedReport } from '../tasks/review.ts';
import type { InForce } from '../workspace/settings.ts';
import { reportsOfFolders } from './known-reports.ts';
import { type DeskParams, type DeskTree, deskRequest } from './protocol.ts';
import { workspaceFeature } from './serve.ts';
import type { Session } from './session.ts';

/** After so many reports others are answered. */
const BATCH = 16;

export const reportDesk = workspaceFeature(new RequestType<DeskParams, DeskTree | null, void>(deskRequest), {
  capability: () => ({}),
  empty: null,
  async answer(session, { year, rule = null, sort = 'state' }, token) {
    const desk = await deskOfFolders(session, year ?? null, () => token.isCancellationRequested);
    if (!desk) return null;
    const { deskTree } = await import('../features/desk-tree.ts');
    return deskTree(desk, { language: session.language(), rule, sort });
  },
});

async function deskOfFolders(
  session: Session,
  wanted: number | null,
  isCancelled: () => boolean,
): Promise<Desk | null> {
  const [{ deskOf, deskYear }, { reviewOf }, { withDeskRules }] = await Promise.all([
    import('../tasks/desk.ts'),
    import('../tasks/review.ts'),
    import('../tasks/desk-rules.ts'),
  ]);
  const known = await reportsOfFolders(session, isCancelled);
  if (known.length === 0) return null;
  const year = wanted ?? deskYear(known);
  const ofYear = known.filter((report) => year === null || report.year === year || report.year === null);
  const reports: ReviewedReport[] = [];
  let listed = null;
  for (const { source } of ofYear) {
    if (isCancelled()) return null;
    const inForce = await session.settings.of(source);
    listed ??= inForce.governing?.listed ?? null;
    const subject = await subjectFor(session, source, { ...inForce, settings: withDeskRules(inForce.settings) });
    if (subject) reports.push(reviewOf(subject, { file: source, source }));
    if (reports.length % BATCH === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return deskOf(reports, { year, others: known.length - ofYear.length, roster: listed });
}

/** A report, open or not, among all that its findings depend on; null where it can't be read. */
async function subjectFor(
  session: Session,
  uri: string,
  { settings, forms, governing }: InForce,
): Promise<Subject | null> {
  const open = session.documents.snapshot(uri);
  const text = open ? open.text : await session.files.read(uri);
  if (text === null) return null;
  const { report } = (open ?? createSnapshot(uri, null, text)).under(forms);
  const { allNeighbours } = session.reports;
  const around = await allNeighbours(report, uri, governing, looksForCopies(settings, report));
  return subjectOf(report, { ...around, source: uri, settings });
}
