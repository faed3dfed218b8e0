// The reports around one another: what is known of each, whom each depends on, what a change makes out of date.
import type { IndexEntry } from '../analysis/indexed-report.ts';
import type { Forms } from '../forms/form.ts';
import { standardForms } from '../forms/index.ts';
import { dependents } from './dependents.ts';
import type { FolderHeads } from './folder-heads.ts';
import { type NeighbourSearch, neighbourSearch } from './neighbours.ts';
import type { Pending } from './pending.ts';
import { reportHeads, type Scope } from './report-heads.ts';
import { reportIndex } from './report-index.ts';
import type { Workspace } from './workspace.ts';

export interface ReportFolder {
  /** What is known of a report: null where there is none that can be read. */
  readonly entry: (source: string) => Pending<IndexEntry | null>;
  /** What is around a report as far as it is known at once: its folder is read meanwhile, and what that changes is told. */
  readonly neighbours: NeighbourSearch['of'];
  /** The same, with all that the folder holds. */
  readonly allNeighbours: NeighbourSearch['of'];
  /** The reports whose findings may be others since an editor's text of this one has changed; none where it says the same. */
  readonly outdatedBy: (source: string) => readonly string[];
  /** Whether findings of any report depend on this one. */
  readonly isNeeded: (source: string) => boolean;
  /** An editor no longer holds a report: its file counts again. */
  readonly closed: (source: string) => void;
}

export interface FolderOptions {
  /** What an editor holds of a report; null where it isn't open. */
  readonly open: (source: string) => Pending<IndexEntry | null>;
  /** The forms that a report is read with; the standard ones where nothing is said. */
  readonly formsFor?: (source: string) => Pending<Forms>;
  /** Hears which reports a change of files makes out of date; null where it may be any. */
  readonly onOutdated: (sources: readonly string[] | null) => void;
  /** Hears that a folder now names other bodies than before, which any of its reports may say something of. */
  readonly onOtherBodies?: () => void;
}

/** Follows the changes of a workspace's files. */
export function reportFolder(
  workspace: Workspace,
  { open, formsFor, onOutdated, onOtherBodies }: FolderOptions,
): ReportFolder {
  const index = reportIndex(workspace, { open, ...(formsFor ? { formsFor } : {}) });
  const heads = reportHeads(workspace, formsFor ?? standardForms);
  const needs = dependents();
  /** Reports that were answered before their folder was known, by the folder that is being read for them. */
  const waiting = new Map<Promise<FolderHeads>, Set<string>>();
  const awaitFolder = (folder: Promise<FolderHeads>, source: string): void => {
    const sources = waiting.get(folder);
    if (sources) {
      sources.add(source);
      return;
    }
    const first = new Set([source]);
    waiting.set(folder, first);
    folder
      .then((now) => {
        waiting.delete(folder);
        if (now.all.length > 1) onOutdated([...first]);
      })
      .catch(() => waiting.delete(folder));
  };
  const folderNow = (scope: Scope, source: string): FolderHeads | null => {
    const known = heads.known(scope);
    if (known) return known;
    const folder = heads.of(scope);
    if (!(folder instanceof Promise)) return folder;
    awaitFolder(folder, source);
    return null;
  };
  const { of: neighbours } = neighbourSearch(index, { dependents: needs, folder: folderNow });
  const { of: allNeighbours } = neighbourSearch(index, { dependents: needs, folder: (scope) => heads.of(scope) });
  const headChanged = async (source: string): Promise<void> => {
    const change = await heads.changed(source);
    if (!change) return;
    if (change.bodies) onOtherBodies?.();
    const sources = new Set([...needs.lookingFor(change.before), ...needs.lookingFor(change.after)]);
    if (sources.size > 0) onOutdated([...sources]);
  };
  workspace.changed((source) => {
    index.forget(source ?? undefined);
    if (source === null) {
      heads.forget();
      onOutdated(null);
      return;
    }
    if (!open(source)) onOutdated(needs.of(source));
    headChanged(source).catch(() => {});
  });
  return {
    entry: index.entry,
    neighbours,
    allNeighbours,
    outdatedBy(source) {
      const sources = needs.of(source);
      return sources.length > 0 && index.isNews(source) ? sources : [];
    },
    isNeeded: (source) => needs.of(source).length > 0,
    closed: (source) => index.forget(source),
  };
}
