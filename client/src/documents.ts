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

/** An untitled report with a text. */
export async function openUntitled(content: string): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument({ language: 'nianbao', content });
}

/** An untitled report that is saved under `name` beside `source`, where that is on a disk and the name is free. */
export async function openBeside(source: vscode.Uri, name: string, content: string): Promise<vscode.TextDocument> {
  const file = vscode.Uri.joinPath(source, '..', name);
  const taken = await vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  if (source.scheme !== 'file' || taken) return openUntitled(content);
  const document = await vscode.workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), content);
  await vscode.workspace.applyEdit(edit);
  return document;
}
