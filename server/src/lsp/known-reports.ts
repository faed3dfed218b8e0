// What the server knows of the reports of the workspace's folders.
import type { IndexedReport } from '../analysis/indexed-report.ts';
import type { Session } from './session.ts';

/** What is known of each report of the workspace's folders. `isCancelled` ends the search, with what there is by then. */
export async function reportsOfFolders(
  { workspace, reports }: Session,
  isCancelled: () => boolean = () => false,
): Promise<readonly IndexedReport[]> {
  const found: IndexedReport[] = [];
  for (const uri of await workspace.reports()) {
    if (isCancelled()) return found;
    const pending = reports.entry(uri);
    const entry = pending instanceof Promise ? await pending : pending;
    if (entry) found.push(entry.report);
  }
  return found;
}
