// The reports around one another: what is known of each, whom each depends on, what a change makes out of date.
import type { IndexEntry } from '../analysis/indexed-report.ts';
import type { Forms } from '../forms/form.ts';
import { dependents } from './dependents.ts';
import { type NeighbourSearch, neighbourSearch } from './neighbours.ts';
import type { Pending } from './pending.ts';
import { reportIndex } from './report-index.ts';
import type { Workspace } from './workspace.ts';

export interface ReportFolder {
  /** What is known of a report: null where there is none that can be read. */
  readonly entry: (source: string) => Pending<IndexEntry | null>;
  readonly neighbours: NeighbourSearch['of'];
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
}

/** Follows the changes of a workspace's files. */
export function reportFolder(workspace: Workspace, { open, formsFor, onOutdated }: FolderOptions): ReportFolder {
  const index = reportIndex(workspace, { open, ...(formsFor ? { formsFor } : {}) });
  const needs = dependents();
  const { of: neighbours } = neighbourSearch(index, needs);
  workspace.changed((source) => {
    index.forget(source ?? undefined);
    if (source === null) onOutdated(null);
    else if (!open(source)) onOutdated(needs.of(source));
  });
  return {
    entry: index.entry,
    neighbours,
    outdatedBy(source) {
      const sources = needs.of(source);
      return sources.length > 0 && index.isNews(source) ? sources : [];
    },
    isNeeded: (source) => needs.of(source).length > 0,
    closed: (source) => index.forget(source),
  };
}
