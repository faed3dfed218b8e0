import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import { ok, waitingFor } from './cases.ts';

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'the window has no folder');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  return vscode.window.showTextDocument(document);
}

/** The codes of the findings of a document, in the order of the text. */
export function codes(document: vscode.TextDocument): string[] {
  const found = vscode.languages.getDiagnostics(document.uri);
  const ordered = [...found].sort((a, b) => a.range.start.compareTo(b.range.start));
  return ordered.map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Resolves when the findings of the document are as `expected` says, at the event that tells of them. */
export function findings(document: vscode.TextDocument, expected: (codes: string[]) => boolean): Promise<void> {
  waitingFor(() => JSON.stringify(codes(document)));
  return when(vscode.languages.onDidChangeDiagnostics, () => expected(codes(document)));
}

/** Resolves as soon as `holds`, which is asked now and at each event. */
export function when(event: vscode.Event<unknown>, holds: () => boolean): Promise<void> {
  return new Promise((done) => {
    if (holds()) return done();
    const listening = event(() => {
      if (!holds()) return;
      listening.dispose();
      done();
    });
  });
}

/** The place of the first `text` at or after the first `anchor`; `offset` characters into it. */
export function find(document: vscode.TextDocument, anchor: string, text = anchor, offset = 0): vscode.Position {
  const whole = document.getText();
  const at = whole.indexOf(text, whole.indexOf(anchor));
  ok(whole.includes(anchor) && at >= 0, `the document has no ${anchor} … ${text}`);
  return document.positionAt(at + offset);
}

/** Replaces `before`, the first after `anchor`, by `after`. */
export async function replace(
  { document }: vscode.TextEditor,
  ...changes: readonly { readonly anchor: string; readonly before: string; readonly after: string }[]
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { anchor, before, after } of changes) {
    const start = find(document, anchor, before);
    edit.replace(document.uri, new vscode.Range(start, start.translate(0, before.length)), after);
  }
  ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

/** What the extension offers to others, once it has started. */
export async function extensionApi(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('nianbao.nianbao');
  ok(extension, 'the extension is not there');
  return extension.activate();
}
