// Diagnostics published without being asked for: of reports, for clients that can't pull; of settings files and packs, for all.
import type { Connection, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics.ts';
import { rangeOf } from '../features/positions.ts';
import { settingsProblems } from '../rules/engine/settings-problems.ts';
import { LineIndex } from '../text/line-index.ts';
import { contextOf } from './context.ts';
import { diagnosticOptions, logFailures, type Session } from './session.ts';
import type { ProblemFile } from './settings-reader.ts';

export interface Publisher {
  /** Publishes the findings in a document soon; more often asked for, still once. */
  readonly publish: (uri: string) => void;
}

/**
 * Publishes documents when a whole turn of the event loop has brought no further change: of changes that arrive together
 * only the last is examined, and a single one waits for nothing. One document a turn, so that requests come in between.
 */
export function publisher(session: () => Session, nextTurn: (action: () => void) => void): Publisher {
  const waiting = new Set<string>();
  let changed = false;
  const turn = (): void => {
    const [uri] = waiting;
    if (uri !== undefined && !changed) {
      waiting.delete(uri);
      void publish(session(), uri);
    }
    changed = false;
    if (waiting.size > 0) nextTurn(turn);
  };
  return {
    publish(uri) {
      if (session().traits.pullsDiagnostics) return;
      if (waiting.size === 0) nextTurn(turn);
      waiting.add(uri);
      changed = true;
    },
  };
}

/** Publishes the findings in a document, with its version. Says nothing of one that was closed meanwhile. */
async function publish(session: Session, uri: string): Promise<void> {
  try {
    const pending = contextOf(session, uri);
    const context = pending instanceof Promise ? await pending : pending;
    if (!context) return;
    const { snapshot, settings } = context;
    const { version } = snapshot;
    if (version === null) return;
    logFailures(session, snapshot, settings);
    const found = diagnostics(snapshot, diagnosticOptions(session, settings));
    send(session.connection, { uri, version, diagnostics: found });
  } catch (error) {
    session.log(`diagnostics of ${uri}`, error);
  }
}

/** Takes back what was published for a document. */
export function clear({ traits, connection }: Session, uri: string): void {
  if (!traits.pullsDiagnostics) send(connection, { uri, diagnostics: [] });
}

/** Shows what is wrong in settings files and packs, and takes it back when it is right or the file is gone. */
export function problemBoard(session: () => Session): (uri: string, file: ProblemFile | null) => void {
  const shown = new Set<string>();
  return (uri, file) => {
    const { connection, language } = session();
    const lines = new LineIndex(file?.text ?? '');
    const diagnostics: Diagnostic[] = (file ? settingsProblems(file) : []).map(({ span, message }) => ({
      range: rangeOf(lines, span),
      severity: 2,
      source: 'nianbao',
      message: message[language()],
    }));
    if (diagnostics.length > 0) shown.add(uri);
    else if (!shown.delete(uri)) return;
    send(connection, { uri, diagnostics });
  };
}

/** A connection that has ended takes nothing more: then there is nobody to tell. */
function send(connection: Connection, params: PublishDiagnosticsParams): void {
  connection.sendDiagnostics(params).catch(() => {});
}
