// Lists that the build writes into dist/, for choices that are offered.
import * as vscode from 'vscode';

/** The list in a file of the extension's `dist/`. */
export async function packagedList<T>(extension: vscode.Uri, file: string): Promise<readonly T[]> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', file));
  return JSON.parse(new TextDecoder().decode(bytes)) as readonly T[];
}
