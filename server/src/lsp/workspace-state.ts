// The reports in the workspace's folders, and what was last said of those that aren't open.
import type { CancellationToken } from 'vscode-languageserver';
import type { Files } from './files.ts';

export interface WorkspaceState {
  /** The reports below the workspace folders; searched for again only after a change. */
  readonly reports: () => Promise<readonly string[]>;
  /** The result last given for an unopened report, as long as it must still hold. */
  readonly knownResult: (uri: string) => string | undefined;
  readonly keepResult: (uri: string, resultId: string) => void;
  /** Forgets what was said of reports, and wakes those who wait for a change. */
  readonly outdated: (uris: readonly string[]) => void;
  /**
   * Forgets what was said of a report, or of all, and wakes those who wait for a change. Reports are searched for again
   * where they aren't known to include this one.
   */
  readonly changed: (uri?: string) => void;
  /** Has reports searched for again: some may have appeared or gone. */
  readonly listChanged: () => void;
  /**
   * Resolves at once where something has changed since the last full answer or the asker has nothing yet; else with the
   * next change or when cancelled. Gives what `answered` has to be told after a full answer.
   */
  readonly awaitChange: (hasResults: boolean, token: CancellationToken) => Promise<number>;
  readonly answered: (change: number) => void;
}

/** `watched` says whether the server hears of changed files; if not, nothing is remembered. */
export function workspaceState(files: Files, folders: ReadonlySet<string>, watched: boolean): WorkspaceState {
  const results = new Map<string, string>();
  const waiting = new Set<() => void>();
  let found: Promise<readonly string[]> | null = null;
  let listed: ReadonlySet<string> = new Set();
  let changes = 0;
  let lastAnswered = -1;
  const wakeAll = (): void => {
    changes++;
    for (const wake of waiting) wake();
  };
  const search = async (): Promise<readonly string[]> => {
    const uris = await files.find([...folders]);
    listed = new Set(uris);
    return uris;
  };
  return {
    reports() {
      if (!watched) return files.find([...folders]);
      found ??= search();
      return found;
    },
    knownResult: (uri) => results.get(uri),
    keepResult(uri, resultId) {
      if (watched) results.set(uri, resultId);
    },
    changed(uri) {
      if (uri === undefined) results.clear();
      else results.delete(uri);
      if (uri === undefined || !listed.has(uri)) found = null;
      wakeAll();
    },
    listChanged() {
      found = null;
    },
    outdated(uris) {
      for (const uri of uris) results.delete(uri);
      wakeAll();
    },
    async awaitChange(hasResults, token) {
      if (hasResults && lastAnswered === changes && !token.isCancellationRequested) {
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake);
            cancellation.dispose();
            resolve();
          };
          const cancellation = token.onCancellationRequested(wake);
          waiting.add(wake);
        });
      }
      return changes;
    },
    answered(change) {
      lastAnswered = change;
    },
  };
}
