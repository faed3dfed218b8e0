// Findings that depend on another report: what is said again when that one changes.
import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { Session } from './session.ts';

export interface Rechecks {
  /** An editor's text has changed. What depends on it is checked again with the next turn, once for all changes by then. */
  readonly edited: (uri: string) => void;
  /** What was said of these reports may be out of date. */
  readonly outdated: (uris: readonly string[]) => void;
}

export interface RecheckOptions {
  readonly publish: (uri: string) => void;
  readonly nextTurn: (action: () => void) => void;
}

/** What is to be checked again after edits and changes of files, in the next turn. `session` is asked once it is there. */
export function rechecks(session: () => Session, { publish, nextTurn }: RecheckOptions): Rechecks {
  const edited = new Set<string>();
  const outdated = (uris: readonly string[]): void => {
    if (uris.length === 0) return;
    session().workspace.outdated(uris);
    for (const uri of uris) publish(uri);
    refresh(session());
  };
  const turn = (): void => {
    const uris = new Set([...edited].flatMap((uri) => session().reports.outdatedBy(uri)));
    edited.clear();
    outdated([...uris]);
  };
  return {
    edited(uri) {
      if (!session().reports.isNeeded(uri)) return;
      if (edited.size === 0) nextTurn(turn);
      edited.add(uri);
    },
    outdated,
  };
}

/** Has a client that pulls diagnostics ask for them again, and for what counts them. */
export function refresh({ traits, connection }: Session): void {
  if (traits.pullsDiagnostics && traits.refreshesDiagnostics)
    connection.languages.diagnostics.refresh().catch(() => {});
  if (traits.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
  if (traits.refreshesHints) connection.sendRequest(InlayHintRefreshRequest.type).catch(() => {});
}
