// Pulled diagnostics of every report in the workspace, the unopened ones included.
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  ProgressType,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics.ts';
import { createSnapshot } from '../features/snapshot.ts';
import { contextAround, contextOf, type DocumentContext } from './context.ts';
import { resultIdOf } from './result-id.ts';
import { workspaceFeature } from './serve.ts';
import { diagnosticOptions, logFailures, type Session } from './session.ts';

const BATCH = 32;
const partialResults = new ProgressType<WorkspaceDiagnosticReportPartialResult>();

/** Announced together with the diagnostics of one document. Where nothing has changed, the answer waits until something has. */
export const workspaceDiagnostics = workspaceFeature(WorkspaceDiagnosticRequest.type, {
  capability: () => ({}),
  empty: { items: [] },
  async answer(session, params, token) {
    const change = await session.workspace.awaitChange(params.previousResultIds.length > 0, token);
    const { partialResultToken } = params;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const flush = async (): Promise<void> => {
      if (partialResultToken === undefined || items.length === 0) return;
      await session.connection.sendProgress(partialResults, partialResultToken, { items: items.splice(0) });
    };
    for await (const item of reports(session, params, token)) {
      items.push(item);
      if (items.length >= BATCH) await flush();
    }
    await flush();
    if (!token.isCancellationRequested) session.workspace.answered(change);
    return { items } satisfies WorkspaceDiagnosticReport;
  },
});

async function* reports(
  session: Session,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  const uris = await session.workspace.reports();
  for (const uri of uris) {
    if (token.isCancellationRequested) return;
    const item = await reportOf(session, uri, previous.get(uri));
    previous.delete(uri);
    if (item) yield item;
  }
  for (const uri of previous.keys()) {
    if (!session.documents.snapshot(uri))
      yield { uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] };
  }
}

async function reportOf(
  session: Session,
  uri: string,
  previous: string | undefined,
): Promise<WorkspaceDocumentDiagnosticReport | null> {
  const known = session.documents.snapshot(uri) ? undefined : session.workspace.knownResult(uri);
  if (known !== undefined && known === previous) return unchanged(uri, null, known);
  const context = (await contextOf(session, uri)) ?? (await unopened(session, uri));
  if (!context) return null;
  const { snapshot, settings } = context;
  const resultId = resultIdOf(context);
  if (snapshot.version === null) session.workspace.keepResult(uri, resultId);
  if (resultId === previous) return unchanged(uri, snapshot.version, resultId);
  logFailures(session, snapshot, settings);
  const items = diagnostics(snapshot, diagnosticOptions(session, settings));
  return { uri, version: snapshot.version, kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

async function unopened(session: Session, uri: string): Promise<DocumentContext | null> {
  const text = await session.files.read(uri);
  return text === null ? null : contextAround(session, createSnapshot(uri, null, text), true);
}

function unchanged(uri: string, version: number | null, resultId: string): WorkspaceDocumentDiagnosticReport {
  return { uri, version, kind: DocumentDiagnosticReportKind.Unchanged, resultId };
}
