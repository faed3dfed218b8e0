// Sets up git in a folder by the command line that is packaged with the extension.
import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import { folderOf } from './documents.ts';
import { messageLanguage, t } from './texts.ts';

/** Sets up git in the folder named, or the workspace's, and tells what came of it. */
export async function setUpGit(extension: vscode.Uri, named: unknown): Promise<boolean> {
  const folder = await folderOf(named);
  if (folder?.scheme !== 'file') {
    void vscode.window.showInformationMessage(t('Open a folder first.'));
    return false;
  }
  const program = vscode.Uri.joinPath(extension, 'dist', 'nianbao.cjs').fsPath;
  const words = [program, 'git-setup', '--lang', messageLanguage()];
  const { isDone, said } = await new Promise<{ isDone: boolean; said: string }>((resolve) => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    execFile(process.execPath, words, { cwd: folder.fsPath, env, windowsHide: true }, (error, _out, stderr) =>
      resolve({ isDone: error === null, said: stderr.trim().replace(/^nianbao: /, '') || (error?.message ?? '') }),
    );
  });
  if (isDone) void vscode.window.showInformationMessage(said);
  else void vscode.window.showErrorMessage(said);
  return isDone;
}
