// The desk of all reports in the workspace's folders, open or not.
import { RequestType } from 'vscode-languageserver';
import { createSnapshot } from '../features/snapshot.ts';
import type { Desk } from '../tasks/desk.ts';
import type { ReviewedReport } from '../tasks/review.ts';
import { contextAround, contextOf, type DocumentContext } from './context.ts';
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
    const context = await contextFor(session, source);
    if (!context) continue;
    const { governing } = await session.settings.of(source);
    listed ??= governing?.listed ?? null;
    const subject = context.snapshot.subject(withDeskRules(context.settings));
    reports.push(reviewOf(subject, { file: source, source }));
    if (reports.length % BATCH === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return deskOf(reports, { year, others: known.length - ofYear.length, roster: listed });
}

async function contextFor(session: Session, uri: string): Promise<DocumentContext | null> {
  const open = await contextOf(session, uri);
  if (open) return open;
  const text = await session.files.read(uri);
  return text === null ? null : contextAround(session, createSnapshot(uri, null, text), true);
}
