import * as vscode from 'vscode';

/** The folder that a command is about: the one chosen in the explorer, else that of the open report, else the workspace's. */
export async function folderOf(chosen: unknown): Promise<vscode.Uri | null> {
  if (chosen instanceof vscode.Uri) {
    const { type } = await vscode.workspace.fs.stat(chosen);
    return type & vscode.FileType.Directory ? chosen : vscode.Uri.joinPath(chosen, '..');
  }
  const document = vscode.window.activeTextEditor?.document;
  if (document && vscode.workspace.getWorkspaceFolder(document.uri)) return vscode.Uri.joinPath(document.uri, '..');
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  return folder?.uri ?? null;
}

/** The report whose text is in front; null where something else is. */
export function reportInFront(): vscode.TextDocument | null {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'nianbao' ? document : null;
}

/** The editor that shows a document as text, if one does. */
export function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

/** An untitled report with a text. */
export async function openUntitled(content: string): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument({ language: 'nianbao', content });
}

/** An untitled report that is saved under `name` beside `source`, where that is on a disk and the name is free. */
export async function openBeside(source: vscode.Uri, name: string, content: string): Promise<vscode.TextDocument> {
  const file = vscode.Uri.joinPath(source, '..', name);
  if (source.scheme !== 'file' || (await exists(file))) return openUntitled(content);
  const document = await vscode.workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), content);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** A file of this name beside `source`, or of the first name with a number that no file has yet. */
export async function freeBeside(source: vscode.Uri, name: string): Promise<vscode.Uri> {
  const dot = name.lastIndexOf('.');
  const [base, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number++) {
    const file = vscode.Uri.joinPath(source, '..', number === 1 ? name : `${base}-${number}${ending}`);
    if (!(await exists(file))) return file;
  }
}

/** Whether a file is there. */
export function exists(file: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );
}
