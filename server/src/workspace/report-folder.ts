// The reports around one another: what is known of each, whom each depends on, what a change makes out of date.
import type { IndexEntry } from '../analysis/indexed-report.ts';
import type { PartCopies } from '../analysis/part-copies.ts';
import type { Forms } from '../forms/form.ts';
import { standardForms } from '../forms/index.ts';
import { dependents } from './dependents.ts';
import type { FolderCopies } from './folder-copies.ts';
import type { FolderHeads } from './folder-heads.ts';
import { type NeighbourSearch, neighbourSearch } from './neighbours.ts';
import type { Pending } from './pending.ts';
import { reportHeads } from './report-heads.ts';
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
  /** Loaded where somebody looks for copies. */
  let copies: FolderCopies | null = null;
  const loading = new WeakMap<FolderHeads, Promise<PartCopies>>();
  const loadCopies = async (folder: FolderHeads): Promise<PartCopies> => {
    const { folderCopies } = await import('./folder-copies.ts');
    copies ??= folderCopies(workspace, formsFor ?? standardForms);
    return copies.of(folder);
  };
  const copiesOf = (folder: FolderHeads): Pending<PartCopies> => {
    if (copies) return copies.of(folder);
    const pending = loading.get(folder) ?? loadCopies(folder);
    loading.set(folder, pending);
    return pending;
  };
  /** Reports that were answered before something was known, by what is being read for them. */
  const waiting = new Map<Promise<unknown>, Set<string>>();
  /** What is known now; where it isn't, the report is told of again once it is. */
  const now = <Value>(pending: Pending<Value>, source: string, isNews: (value: Value) => boolean): Value | null => {
    if (!(pending instanceof Promise)) return pending;
    const sources = waiting.get(pending);
    if (sources) {
      sources.add(source);
      return null;
    }
    const first = new Set([source]);
    waiting.set(pending, first);
    pending.then(
      (value) => {
        waiting.delete(pending);
        if (isNews(value)) onOutdated([...first]);
      },
      () => waiting.delete(pending),
    );
    return null;
  };
  const { of: neighbours } = neighbourSearch(index, {
    dependents: needs,
    folder: (scope, source) => heads.known(scope) ?? now(heads.of(scope), source, ({ all }) => all.length > 1),
    copies: (folder, source) => now(copiesOf(folder), source, () => folder.all.length > 1),
  });
  const { of: allNeighbours } = neighbourSearch(index, { dependents: needs, folder: heads.of, copies: copiesOf });
  const headChanged = async (source: string): Promise<void> => {
    const change = await heads.changed(source);
    if (!change) return;
    if (change.bodies) onOtherBodies?.();
    const sources = new Set([...needs.lookingFor(change.before), ...needs.lookingFor(change.after)]);
    if (sources.size > 0) onOutdated([...sources]);
  };
  workspace.changed((source) => {
    index.forget(source ?? undefined);
    copies?.forget(source ?? undefined);
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
