import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Import, type ImportParams, type ImportResult, importRequest } from '../../server/src/lsp/protocol.ts';
import { base64 } from '../../server/src/text/base64.ts';
import { openBeside } from './documents.ts';
import { hasExtension, nameOf, sourceExtensions } from './file-names.ts';
import type { ImportNotes } from './import-notes.ts';
import { importSeveral } from './import-several.ts';
import { answered } from './requests.ts';
import { stoppable } from './stoppable.ts';
import { t } from './texts.ts';

const MAX_MEGABYTES = 64;

/** Imports the files that are chosen, one that is asked for where none is. One is opened, several are written beside their sources. */
export async function importReports(
  client: BaseLanguageClient,
  notes: ImportNotes,
  chosen?: unknown,
  more?: unknown,
): Promise<void> {
  const sources = await sourcesOf(chosen, more);
  const [first, ...others] = sources;
  if (first && others.length === 0) await importOne(client, notes, first);
  else if (first) await importSeveral(sources, (source, token) => importedFile(client, source, token), notes);
}

async function importOne(client: BaseLanguageClient, notes: ImportNotes, source: vscode.Uri): Promise<void> {
  const imported = await importFile(client, source);
  if (!imported) return;
  if (imported.reports) {
    await importSeveral([source], async () => imported, notes);
    return;
  }
  const document = await openBeside(source, imported.fileName, imported.markup);
  const open = vscode.window.activeTextEditor?.document.uri.toString() === source.toString();
  await vscode.window.showTextDocument(document, open ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
  void notes.show(imported, nameOf(source));
}

/** Of several files that are chosen those that can be imported. */
async function sourcesOf(chosen: unknown, more: unknown): Promise<readonly vscode.Uri[]> {
  const several = Array.isArray(more) ? more.filter((each) => each instanceof vscode.Uri) : [];
  if (several.length > 1) return several.filter(isSource);
  return chosen instanceof vscode.Uri ? [chosen] : askFiles();
}

/** Whether a file is one of those that can be imported, by its ending. */
export function isSource(file: vscode.Uri): boolean {
  return hasExtension(file, sourceExtensions);
}

/** What a file holds as a report, or null where it can't be imported, which is said, or where the user has stopped it. */
export async function importFile(client: BaseLanguageClient, source: vscode.Uri): Promise<Import | null> {
  const title = t('Importing {0}', nameOf(source));
  const result = await stoppable(title, (token) => importedFile(client, source, token));
  if (result === null) return null;
  if (!('failure' in result)) return result;
  void vscode.window.showErrorMessage(result.failure);
  return null;
}

async function askFiles(): Promise<readonly vscode.Uri[]> {
  const files = await vscode.window.showOpenDialog({
    title: t('Import a report'),
    openLabel: t('Import'),
    canSelectMany: true,
    filters: { [t('Word, PDF, web pages, text')]: [...sourceExtensions] },
  });
  return files ?? [];
}

/** Null where it was stopped. */
async function importedFile(
  client: BaseLanguageClient,
  source: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<ImportResult | null> {
  const { size } = await vscode.workspace.fs.stat(source);
  if (size > MAX_MEGABYTES << 20) {
    return { failure: t('{0} is larger than {1} MB.', nameOf(source), MAX_MEGABYTES) };
  }
  const bytes = base64(await vscode.workspace.fs.readFile(source));
  const params: ImportParams = { name: nameOf(source), uri: source.toString(), bytes };
  const asked = client.sendRequest<ImportResult | null>(importRequest, params, token);
  const result = await asked.catch((error: unknown) => {
    if (!token.isCancellationRequested) throw error;
    return null;
  });
  if (token.isCancellationRequested) return null;
  return answered(result);
}
