import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { append } from '../../server/src/text/lists.ts';
import { ActiveReport } from './active-report.ts';
import { offerTools } from './assistant-tools.ts';
import { ChecklistView } from './checklist/view.ts';
import { CommitOffers } from './commit-offers.ts';
import { compareWithLastYear } from './compare.ts';
import { DeskView } from './desk/view.ts';
import { dropReports } from './drop.ts';
import { RulePages } from './explain.ts';
import { exportReports } from './export.ts';
import { reportGlob } from './file-names.ts';
import { answerFileRequests } from './files.ts';
import { fillFromChildren } from './fill-from-children.ts';
import { FirstSteps, openExample, openWalkthrough } from './first-steps.ts';
import { ImportNotes } from './import-notes.ts';
import { ImportOffers } from './import-offers.ts';
import { importFile, importReports } from './import-report.ts';
import { Manual } from './manual.ts';
import { newReport } from './new-report.ts';
import { packagedList } from './packaged-list.ts';
import { Paste } from './paste.ts';
import { Forms } from './preview/forms.ts';
import { Previews } from './preview/previews.ts';
import { Status } from './status.ts';
import { TableEditing } from './table/editing.ts';
import { displayLanguage, t } from './texts.ts';
import { exportVersion } from './versions.ts';

/** Makes the client for the server of the platform: a process or a worker. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Sets up git in a folder; only where there is a machine to do it on. */
export type SetUpGit = (folder: unknown) => Promise<boolean>;

/** What `activate` returns, for tests and other extensions. */
export interface Api {
  /** The text that the status bar shows for the active report; null while it shows none. */
  statusText(): string | null;
  readonly onDidChangeStatus: vscode.Event<void>;
  /** What pastes tables and reports, for which VS Code has no command that takes a clipboard. */
  readonly paste: vscode.DocumentPasteEditProvider;
  readonly previews: Previews;
  readonly checklist: ChecklistView;
  readonly desk: DeskView;
  readonly offers: ImportOffers;
}

/** Starts the server and all that belongs to it; everything is disposed with the extension's context. */
export async function start(
  context: vscode.ExtensionContext,
  create: CreateClient,
  setUpGit: SetUpGit | null = null,
): Promise<Api> {
  const output = vscode.window.createOutputChannel('Nianbao', { log: true });
  const reportFiles = vscode.workspace.createFileSystemWatcher(reportGlob);
  const watchers = [reportFiles, vscode.workspace.createFileSystemWatcher('**/*.json')];
  const client = create({
    documentSelector: [{ language: 'nianbao' }],
    outputChannel: output,
    initializationOptions: (): InitializationOptions => ({
      language: displayLanguage(),
      files: true,
      commandLinks: true,
    }),
    synchronize: { configurationSection: 'nianbao', fileEvents: watchers },
    diagnosticPullOptions: { onChange: true, onSave: false },
    markdown: { isTrusted: { enabledCommands: ['nianbao.explain'] } },
  });
  const pages = new RulePages(context.extensionUri);
  const manual = new Manual(context.extensionUri);
  const notes = new ImportNotes();
  const paste = new Paste(client, notes);
  const previews = new Previews(client, context);
  const tables = new TableEditing(client);
  const forms = new Forms(previews);
  const active = new ActiveReport(previews);
  const status = new Status(client, active);
  const checklist = new ChecklistView(client, active, previews);
  const desk = new DeskView(client, reportFiles);
  const offers = new ImportOffers(client, context, (files) => importReports(client, notes, files[0], files));
  context.subscriptions.push(
    output,
    ...watchers,
    status,
    pages,
    manual,
    notes,
    paste,
    previews,
    tables,
    forms,
    active,
    checklist,
    desk,
    offers,
    new CommitOffers(context),
    dropReports((file) => importFile(client, file)),
    answerFileRequests(client),
    new FirstSteps(reportFiles),
    offerTools(client, context.extension),
  );
  const parts: Parts = {
    client,
    extension: context.extensionUri,
    pages,
    manual,
    output,
    notes,
    paste,
    previews,
    tables,
    forms,
    desk,
    setUpGit,
  };
  append(context.subscriptions, [...registerCommands(parts), { dispose: () => void client.dispose() }]);
  await client.start();
  previews.begin();
  tables.begin();
  status.update();
  checklist.update();
  desk.update();
  offers.begin();
  return {
    statusText: () => status.text,
    onDidChangeStatus: status.onDidChange,
    paste,
    previews,
    checklist,
    desk,
    offers,
  };
}

interface Parts {
  readonly client: BaseLanguageClient;
  readonly extension: vscode.Uri;
  readonly pages: RulePages;
  readonly manual: Manual;
  readonly output: vscode.LogOutputChannel;
  readonly notes: ImportNotes;
  readonly paste: Paste;
  readonly previews: Previews;
  readonly tables: TableEditing;
  readonly forms: Forms;
  readonly desk: DeskView;
  readonly setUpGit: SetUpGit | null;
}

function registerCommands({
  client,
  extension,
  pages,
  manual,
  output,
  notes,
  paste,
  previews,
  tables,
  forms,
  desk,
  setUpGit,
}: Parts): vscode.Disposable[] {
  const run = (command: string) => (): Thenable<unknown> => vscode.commands.executeCommand(command);
  const commands: Readonly<Record<string, (argument?: unknown, more?: unknown) => unknown>> = {
    newReport: (folder) => newReport(client, folder),
    importReport: (file, more) => importReports(client, notes, file, more),
    pasteReport: () => paste.pasteReport(),
    openPreview: (report) => previews.open(report, false),
    openPreviewToSide: (report) => previews.open(report, true),
    showPreviewSource: () => previews.showSource(),
    togglePreviewLock: () => previews.toggleLock(),
    switchPreviewView: (view) => previews.switchView(view),
    openForm: (report) => forms.openForm(report),
    openFormText: () => forms.openText(),
    nextPreviewFinding: () => previews.goToFinding(1),
    previousPreviewFinding: () => previews.goToFinding(-1),
    export: async (report, more) =>
      exportReports(client, await packagedList(extension, 'formats.json'), report ?? previews.active?.uri, more),
    compareWithLastYear: (report, previous) => compareWithLastYear(client, report, previous),
    exportVersion: async (report) => exportVersion(client, await packagedList(extension, 'formats.json'), report),
    setUpGit: (folder) => setUpGit?.(folder),
    showProblems: run('workbench.actions.view.problems'),
    nextProblem: run('editor.action.marker.next'),
    previousProblem: run('editor.action.marker.prev'),
    nextCell: (otherwise) => tables.go('next', otherwise),
    previousCell: (otherwise) => tables.go('previous', otherwise),
    cellBelow: () => tables.go('below'),
    insertRow: () => tables.edit('insertRow'),
    fillBlanks: (range) => tables.fillBlanks(range),
    recomputeTotals: (scope, range) => tables.recomputeTotals(scope, range),
    clearValues: () => tables.edit('clearValues'),
    copyCells: () => tables.copyCells(),
    fillFromChildren,
    rewriteTable: () => vscode.commands.executeCommand('editor.action.codeAction', rewriting),
    openDesk: () => desk.open(),
    filterDesk: () => desk.filter(),
    sortDesk: () => desk.sort(),
    openWalkthrough,
    openExample: () => openExample(extension),
    explain: (code) => pages.explain(code),
    openManual: () => manual.open(),
    restart: () => restart(client),
    showOutput: () => output.show(),
    showMenu,
  };
  return Object.entries(commands).map(([name, action]) => vscode.commands.registerCommand(`nianbao.${name}`, action));
}

/** The ways to rewrite a table are shown by their names: which one is meant can't be told. */
const rewriting = { kind: 'refactor.rewrite', apply: 'never' };

async function showMenu(): Promise<void> {
  const items = [
    { label: `$(new-file) ${t('New report')}`, command: 'newReport' },
    { label: `$(desktop-download) ${t('Import a report')}`, command: 'importReport' },
    { label: `$(open-preview) ${t('Open preview')}`, command: 'openPreviewToSide' },
    { label: `$(export) ${t('Export')}`, command: 'export' },
    { label: `$(checklist) ${t('Checklist')}`, command: 'checklist.focus' },
    { label: `$(inbox) ${t('Review desk')}`, command: 'openDesk' },
    { label: `$(list-unordered) ${t('Show problems')}`, command: 'showProblems' },
    { label: `$(arrow-down) ${t('Next problem')}`, command: 'nextProblem' },
    { label: `$(arrow-up) ${t('Previous problem')}`, command: 'previousProblem' },
    { label: `$(book) ${t('Explain a rule')}`, command: 'explain' },
    { label: `$(question) ${t('Manual')}`, command: 'openManual' },
    { label: `$(mortar-board) ${t('First steps')}`, command: 'openWalkthrough' },
    { label: `$(refresh) ${t('Restart server')}`, command: 'restart' },
    { label: `$(output) ${t('Show output')}`, command: 'showOutput' },
  ];
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'Nianbao' });
  if (picked) await vscode.commands.executeCommand(`nianbao.${picked.command}`);
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
