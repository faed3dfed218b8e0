// Commands on the table at the selection, which the server works out.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CopyCellsParams,
  type CopyCellsResult,
  copyCellsRequest,
  type EditTableParams,
  type EditTableResult,
  editTableRequest,
  type Range,
  type TableAction,
} from '../../../server/src/lsp/protocol.ts';
import { t } from '../texts.ts';

/** The text may change while its answer is on the way. */
const MOST_TRIES = 10;

type Scope = NonNullable<EditTableParams['scope']>;

/** Of the row, the table or the report, as the argument says, or else as is picked: those at a range, or at the selection. */
export async function recomputeTotals(client: BaseLanguageClient, argument: unknown, range?: unknown): Promise<void> {
  const scopes: readonly { readonly label: string; readonly scope: Scope }[] = [
    { label: t('Totals of this table'), scope: 'table' },
    { label: t('Totals of this row'), scope: 'row' },
    { label: t('All totals of the report'), scope: 'report' },
  ];
  const named = scopes.find(({ scope }) => scope === argument);
  const picked = named ?? (await vscode.window.showQuickPick(scopes, { title: t('Recompute totals') }));
  if (picked) await editTable(client, 'recomputeTotals', picked.scope, isRange(range) ? range : undefined);
}

/** In the table at a range or at the selection, outside of tables in all. */
export function fillBlanks(client: BaseLanguageClient, range?: unknown): Promise<void> {
  return editTable(client, 'fillBlanks', undefined, isRange(range) ? range : undefined);
}

/** Makes the edits, of the text as it is by then, and says what was done. */
export async function editTable(
  client: BaseLanguageClient,
  action: TableAction,
  scope?: Scope,
  range?: Range,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const params: EditTableParams = {
    uri: document.uri.toString(),
    range: range ?? rangeOf(selection),
    action,
    ...(scope ? { scope } : {}),
  };
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const { version } = document;
    const result = await client.sendRequest<EditTableResult>(editTableRequest, params);
    if (!result) {
      void vscode.window.showInformationMessage(t('Put the cursor into a table first.'));
      return;
    }
    // Whoever types on types into other cells.
    if (document.version !== version) continue;
    if (await madeIn(editor, result)) {
      vscode.window.setStatusBarMessage(result.message, 8000);
      return;
    }
  }
  void vscode.window.showWarningMessage(t('The text could not be changed.'));
}

async function madeIn(editor: vscode.TextEditor, { edits }: NonNullable<EditTableResult>): Promise<boolean> {
  if (edits.length === 0) return true;
  return editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(asRange(range), newText);
  });
}

/** The cells that the selection touches, to the clipboard. */
export async function copyCells(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const params: CopyCellsParams = { uri: editor.document.uri.toString(), range: rangeOf(editor.selection) };
  const text = await client.sendRequest<CopyCellsResult>(copyCellsRequest, params);
  if (text === null) await vscode.commands.executeCommand('editor.action.clipboardCopyAction');
  else await vscode.env.clipboard.writeText(text);
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

function rangeOf({ start, end }: vscode.Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

function asRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
