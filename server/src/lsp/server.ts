// Puts the server of one connection together. All its state is made here.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeResult,
  PositionEncodingKind,
} from 'vscode-languageserver';
import type { IndexEntry } from '../analysis/indexed-report.ts';
import type { PrintPdf } from '../features/export-report.ts';
import type { Snapshot } from '../features/snapshot.ts';
import { noResources } from '../importers/resources.ts';
import { importsHere, type RunImport } from '../importers/run-import.ts';
import { type Pending, whenKnown } from '../workspace/pending.ts';
import { isReportFile, reportGlob } from '../workspace/report-files.ts';
import { reportFolder } from '../workspace/report-folder.ts';
import { settingsGlob } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';
import { type ClientTraits, clientTraits } from './client-traits.ts';
import { followDocuments } from './documents.ts';
import type { Files } from './files.ts';
import { followPhases } from './phases.ts';
import { clear, problemBoard, publisher } from './push-diagnostics.ts';
import { rechecks, refresh } from './rechecks.ts';
import { capabilitiesOf, registry } from './registry.ts';
import { type Feature, serve } from './serve.ts';
import type { Session } from './session.ts';
import { type SettingsStore, settingsStore } from './settings.ts';
import { noWarmUp, type WarmUp } from './warm-up.ts';
import { workspaceState } from './workspace-state.ts';

/** The package's version, which bundling writes in; sources that run as they are have none. */
declare const NIANBAO_VERSION: string | undefined;

export interface Host {
  /** The files that the server can see by itself, or through the client. */
  readonly files: (connection: Connection, traits: ClientTraits) => Files;
  /** Is told what the client says of itself, before anything is asked. */
  readonly prepare?: (traits: ClientTraits) => void;
  /** Does something in the next turn of the event loop, after what has come in by then. */
  readonly nextTurn: (action: () => void) => void;
  /** Where files are imported; in the server's own thread where absent. */
  readonly runImport?: RunImport;
  /** Prints a page as PDF; nothing can where absent. */
  readonly printPdf?: PrintPdf;
  /** What is done while the client is quiet; nothing where absent. */
  readonly warmUp?: WarmUp;
  /** The features to serve; all of them where absent. */
  readonly features?: readonly Feature[];
}

/** Serves a connection until it ends. */
export function startServer(connection: Connection, host: Host): void {
  const features = host.features ?? registry;
  const phases = followPhases(connection);
  connection.onInitialize((params) => {
    phases.begin();
    const traits = clientTraits(params);
    host.prepare?.(traits);
    const server = createServer(connection, traits, host);
    serve(server.session, features, phases, host.warmUp ?? noWarmUp);
    connection.onInitialized(() => server.begin());
    return initializeResult(traits, features);
  });
  connection.listen();
}

function initializeResult(traits: ClientTraits, features: readonly Feature[]): InitializeResult {
  const { workspace, ...capabilities } = capabilitiesOf(features, traits);
  return {
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      ...capabilities,
      workspace: { ...workspace, workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo:
      typeof NIANBAO_VERSION === 'string' ? { name: 'nianbao', version: NIANBAO_VERSION } : { name: 'nianbao' },
  };
}

interface Server {
  readonly session: Session;
  /** Registers what could not be announced. */
  readonly begin: () => void;
}

function createServer(connection: Connection, traits: ClientTraits, host: Host): Server {
  const started = Date.now().toString(36);
  const files = host.files(connection, traits);
  const folders = new Set(traits.folders);
  const client = clientSettings(folders, traits.configuration ? (folder) => configuration(connection, folder) : null);
  let generation = 0;
  const settings = settingsStore({
    files,
    client,
    onRead: problemBoard(() => session),
  });
  const { publish } = publisher(() => session, host.nextTurn);
  const { edited, outdated } = rechecks(() => session, { publish, nextTurn: host.nextTurn });
  const listeners: Parameters<Workspace['changed']>[0][] = [];
  const fileChanged = (uri: string | null): void => {
    for (const hear of listeners) hear(uri);
  };
  const watched = traits.files || traits.registersFileWatchers;
  const warming = host.warmUp ?? noWarmUp;
  const documents = followDocuments(connection, {
    onOpen(uri) {
      warming.begin(documents.snapshot(uri)?.text ?? '');
      if (!watched) forgetFiles();
      workspace.changed(uri);
    },
    onChange(uri) {
      warming.wait();
      publish(uri);
      edited(uri);
    },
    onSave() {
      if (watched) return;
      forgetFiles();
      renew();
    },
    onClose(uri) {
      workspace.changed(uri);
      clear(session, uri);
      reports.closed(uri);
      edited(uri);
    },
  });
  const reports = reportFolder(
    { ...files, changed: (hear) => void listeners.push(hear) },
    {
      open: (uri) => openEntry(documents.at(uri), settings),
      formsFor: (uri) => whenKnown(settings.of(uri), ({ forms }) => forms),
      onOutdated: (uris) => outdated(uris ?? []),
      onOtherBodies: () => renewFindings(),
    },
  );
  const workspace = workspaceState(files, folders, watched);
  const session: Session = {
    connection,
    traits,
    documents,
    files,
    runImport: host.runImport ?? importsHere(noResources),
    importLimits: client.importLimits,
    printPdf: host.printPdf ?? null,
    settings,
    workspace,
    reports,
    stamp: () => `${started}.${generation}`,
    language: () => client.language() ?? traits.language,
    log: (what, error) => connection.console.error(`${what}: ${error instanceof Error ? error.stack : String(error)}`),
  };
  /** Everything said so far may be out of date. */
  const renew = (): void => {
    generation++;
    renewFindings();
  };
  const renewFindings = (): void => {
    workspace.changed();
    refresh(session);
    for (const uri of documents.uris()) publish(uri);
  };
  /** Where nobody tells of changed files, they are read again when a document is opened or saved. */
  const forgetFiles = (): void => {
    generation++;
    settings.forget();
    fileChanged(null);
  };
  followChanges(session, client, renew, fileChanged);
  return { session, begin: () => begin(session, folders) };
}

/** What an open document tells others, read with the forms in force; null for one that isn't open. */
function openEntry(snapshot: Snapshot | null, settings: SettingsStore): Pending<IndexEntry | null> {
  return snapshot && whenKnown(settings.of(snapshot.uri), ({ forms }) => snapshot.under(forms).indexed);
}

function followChanges(
  session: Session,
  client: ClientSettings,
  renew: () => void,
  fileChanged: (uri: string | null) => void,
): void {
  const { connection, traits, settings, workspace } = session;
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (traits.configuration) client.forget();
    else client.set(sent?.nianbao);
    renew();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const changed = changes.map(({ uri }) => uri);
    const reports = changed.filter(isReportFile);
    if (changes.some(({ type }) => type !== FileChangeType.Changed)) workspace.listChanged();
    for (const uri of reports) fileChanged(uri);
    if (!changed.some(settings.isPart)) {
      for (const uri of reports) workspace.changed(uri);
      return;
    }
    settings.forget();
    // Other packs may read other values in reports that nobody has touched.
    fileChanged(null);
    renew();
  });
}

function begin(session: Session, folders: Set<string>): void {
  const { connection, traits } = session;
  const failed = (error: unknown): void => session.log('registration', error);
  if (traits.folderChanges) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of added) folders.add(uri);
      for (const { uri } of removed) folders.delete(uri);
      session.workspace.changed();
    });
  }
  if (traits.files) return;
  if (traits.registersConfiguration) {
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' }).catch(failed);
  }
  if (traits.registersFileWatchers) {
    const watchers = [settingsGlob, reportGlob].map((globPattern) => ({ globPattern }));
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
  }
}

async function configuration(connection: Connection, folder: string | null): Promise<unknown> {
  const item = { section: 'nianbao', ...(folder === null ? {} : { scopeUri: folder }) };
  return connection.workspace.getConfiguration(item).catch(() => null);
}
