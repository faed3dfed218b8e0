// Diagnostics published without being asked for: of reports, for clients that can't pull; of settings files, for all.
import type { Diagnostic } from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics.ts';
import { rangeOf } from '../features/positions.ts';
import { LineIndex } from '../text/line-index.ts';
import type { SettingsFile } from '../workspace/settings.ts';
import { diagnosticOptions, logFailures, type Session } from './session.ts';

/** Publishes the findings in a document, with its version. Says nothing of one that was closed meanwhile. */
export async function publish(session: Session, uri: string): Promise<void> {
  if (session.traits.pullsDiagnostics) return;
  try {
    const pending = session.settings.of(uri);
    const settings = pending instanceof Promise ? await pending : pending;
    const snapshot = session.documents.snapshot(uri);
    if (!snapshot || snapshot.version === null) return;
    logFailures(session, snapshot, settings);
    const found = diagnostics(snapshot, diagnosticOptions(session, settings));
    await session.connection.sendDiagnostics({ uri, version: snapshot.version, diagnostics: found });
  } catch (error) {
    session.log(`diagnostics of ${uri}`, error);
  }
}

export async function clear({ traits, connection }: Session, uri: string): Promise<void> {
  if (!traits.pullsDiagnostics) await connection.sendDiagnostics({ uri, diagnostics: [] });
}

/** What is wrong in a settings file. */
export async function publishProblems(
  { connection, language }: Session,
  uri: string,
  file: SettingsFile | null,
): Promise<void> {
  const lines = new LineIndex(file?.text ?? '');
  const found: Diagnostic[] = (file?.problems ?? []).map(({ span, message }) => ({
    range: rangeOf(lines, span),
    severity: 2,
    source: 'nianbao',
    message: message[language()],
  }));
  await connection.sendDiagnostics({ uri, diagnostics: found });
}
