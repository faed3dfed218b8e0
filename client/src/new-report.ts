import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type NewReport,
  type NewReportParams,
  type NewReportResult,
  newReportRequest,
  type ReportsParams,
  type ReportsResult,
  reportsRequest,
} from '../../server/src/lsp/protocol.ts';
import { exists, folderOf, openUntitled } from './documents.ts';
import { hasExtension, nameOf, reportExtensions, sourceExtensions } from './file-names.ts';
import { importFile } from './import-report.ts';
import { ask } from './requests.ts';
import { t } from './texts.ts';

/** What a new report starts from. */
interface Beginning {
  readonly body: string;
  readonly year: string;
  readonly previousUri?: string;
  readonly previousText?: string;
}

/** Asks for what a new report needs, and opens it: a file in the folder, or untitled where there is none. */
export async function newReport(client: BaseLanguageClient, chosen?: unknown): Promise<void> {
  const folder = await folderOf(chosen);
  const beginning = await chooseBeginning(client, folder);
  if (!beginning) return;
  const body = await askBody(beginning.body);
  if (body === undefined) return;
  const year = await askYear(client, beginning.year);
  if (year === undefined) return;
  const params: NewReportParams = { ...beginning, body, year, ...(folder ? { folder: folder.toString() } : {}) };
  const created = await ask<NewReport>(client, newReportRequest, params);
  if (created) await open(created, folder);
}

interface Choice extends vscode.QuickPickItem {
  readonly start: () => Promise<Beginning | undefined>;
}

/** The report of last year, where the folder or the workspace has one; a file of another kind; or nothing. */
async function chooseBeginning(client: BaseLanguageClient, folder: vscode.Uri | null): Promise<Beginning | undefined> {
  const blank: Beginning = { body: '', year: String(new Date().getFullYear() - 1) };
  const reports = await knownReports(client, folder);
  const choices: readonly Choice[] = [
    ...reports.map(({ uri, body, year }): Choice => {
      const beginning = { body: body ?? '', year: year === null ? blank.year : String(year + 1), previousUri: uri };
      const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true));
      const label = [body, year].filter(Boolean).join(' · ') || path;
      return { label: `$(history) ${label}`, description: path, start: async () => beginning };
    }),
    { label: '', kind: vscode.QuickPickItemKind.Separator, start: async () => undefined },
    { label: `$(file) ${t('A blank report')}`, start: async () => blank },
    {
      label: `$(folder-opened) ${t('The report of last year in another file…')}`,
      description: sourceExtensions.map((name) => `.${name}`).join(' '),
      start: () => fromFile(client, blank),
    },
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: t('New report'),
    placeHolder: t('Start from the report of last year?'),
    matchOnDescription: true,
  });
  return picked?.start();
}

async function knownReports(client: BaseLanguageClient, folder: vscode.Uri | null): Promise<ReportsResult> {
  if (!folder) return [];
  const around = vscode.workspace.getWorkspaceFolder(folder)?.uri ?? folder;
  const params: ReportsParams = { folder: around.toString() };
  return client.sendRequest<ReportsResult>(reportsRequest, params);
}

async function fromFile(client: BaseLanguageClient, blank: Beginning): Promise<Beginning | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: t('The report of last year'),
      filters: { [t('Reports')]: [...reportExtensions, ...sourceExtensions] },
    })) ?? [];
  if (!file) return undefined;
  if (hasExtension(file, reportExtensions)) {
    const previousUri = file.toString();
    const params: ReportsParams = { folder: vscode.Uri.joinPath(file, '..').toString() };
    const known = await client.sendRequest<ReportsResult>(reportsRequest, params);
    const report = known.find(({ uri }) => vscode.Uri.parse(uri, true).toString() === previousUri);
    return { body: report?.body ?? '', year: report?.year ? String(report.year + 1) : blank.year, previousUri };
  }
  const previousText = (await importFile(client, file))?.markup ?? null;
  return previousText === null ? undefined : { ...blank, previousText };
}

function askBody(value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: t('New report'),
    prompt: t('Full name of the body'),
    value,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('Give the full name of the body.') : null),
  });
}

/** The server judges the year, as it does for every other face. */
function askYear(client: BaseLanguageClient, value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: t('New report'),
    prompt: t('Reporting year'),
    value,
    ignoreFocusOut: true,
    async validateInput(year) {
      const params: NewReportParams = { body: '-', year };
      const result = await client.sendRequest<NewReportResult | null>(newReportRequest, params);
      return result && 'failure' in result ? result.failure : null;
    },
  });
}

async function open({ markup, fileName, selection }: NewReport, folder: vscode.Uri | null): Promise<void> {
  const document = folder ? await create(vscode.Uri.joinPath(folder, fileName), markup) : await openUntitled(markup);
  if (!document) return;
  const editor = await vscode.window.showTextDocument(document);
  if (!selection || document.getText() !== markup) return;
  const range = new vscode.Range(document.positionAt(selection.start), document.positionAt(selection.end));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range);
}

/** A new file, or the one that is there already where the user wants to see that instead. */
async function create(file: vscode.Uri, text: string): Promise<vscode.TextDocument | null> {
  if (await exists(file)) {
    const open = t('Open it');
    const message = t('{0} exists already and was left alone.', nameOf(file));
    return (await vscode.window.showWarningMessage(message, open)) === open
      ? vscode.workspace.openTextDocument(file)
      : null;
  }
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return vscode.workspace.openTextDocument(file);
}
