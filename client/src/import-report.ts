import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Import, type ImportParams, importRequest } from '../../server/src/lsp/protocol.ts';
import { openBeside } from './documents.ts';
import type { ImportNotes } from './import-notes.ts';
import { ask } from './requests.ts';
import { t } from './texts.ts';

/** The endings of the files that can be imported. */
export const sourceExtensions = ['docx', 'pdf', 'html', 'htm', 'txt'] as const;

const MAX_MEGABYTES = 64;

/** Imports a file, one that is asked for where none is chosen, and opens its markup. */
export async function importReport(client: BaseLanguageClient, notes: ImportNotes, chosen?: unknown): Promise<void> {
  const source = chosen instanceof vscode.Uri ? chosen : await askFile();
  const imported = source && (await importFile(client, source));
  if (!imported) return;
  const document = await openBeside(source, imported.fileName, imported.markup);
  const open = vscode.window.activeTextEditor?.document.uri.toString() === source.toString();
  await vscode.window.showTextDocument(document, open ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
  void notes.show(imported, nameOf(source));
}

/** The markup of a file, or null where it can't be imported, which is said. */
export async function importedText(client: BaseLanguageClient, source: vscode.Uri): Promise<string | null> {
  return (await importFile(client, source))?.markup ?? null;
}

async function askFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: t('Import a report'),
    openLabel: t('Import'),
    filters: { [t('Word, PDF, web pages, text')]: [...sourceExtensions] },
  });
  return files?.[0];
}

async function importFile(client: BaseLanguageClient, source: vscode.Uri): Promise<Import | null> {
  const title = t('Importing {0}', nameOf(source));
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () => {
    const { size } = await vscode.workspace.fs.stat(source);
    if (size > MAX_MEGABYTES << 20) {
      void vscode.window.showErrorMessage(t('{0} is larger than {1} MB.', nameOf(source), MAX_MEGABYTES));
      return null;
    }
    const bytes = base64(await vscode.workspace.fs.readFile(source));
    return ask<Import>(client, importRequest, {
      name: nameOf(source),
      uri: source.toString(),
      bytes,
    } satisfies ImportParams);
  });
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.replace(/^.*\//, '');
}

/** Bytes as base64, in pieces that a call's arguments can hold. */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x6000) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000))));
  }
  return pieces.join('');
}
