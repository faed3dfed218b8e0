// Sets up git in a folder by the command line that is packaged with the extension.
import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import { folderOf } from './documents.ts';
import { messageLanguage, t } from './texts.ts';

/** Sets up git in the folder named, or the workspace's, tells what came of it and offers to take it back. */
export async function setUpGit(extension: vscode.Uri, named: unknown): Promise<boolean> {
  const folder = await folderOf(named);
  if (folder?.scheme !== 'file') {
    void vscode.window.showInformationMessage(t('Open a folder first.'));
    return false;
  }
  return gitSetup(extension, folder, [], async (said) => {
    const undo = t('Take It Back');
    const answer = await vscode.window.showInformationMessage(said, undo);
    if (answer === undo) await gitSetup(extension, folder, ['--undo'], vscode.window.showInformationMessage);
  });
}

/** Runs the command in a folder. What it says goes to `tell` where it is done, else it is an error. */
async function gitSetup(
  extension: vscode.Uri,
  folder: vscode.Uri,
  options: readonly string[],
  tell: (said: string) => Thenable<unknown>,
): Promise<boolean> {
  const program = vscode.Uri.joinPath(extension, 'dist', 'nianbao.cjs').fsPath;
  const words = [program, 'git-setup', ...options, '--lang', messageLanguage()];
  const { isDone, said } = await new Promise<{ isDone: boolean; said: string }>((resolve) => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    execFile(process.execPath, words, { cwd: folder.fsPath, env, windowsHide: true }, (error, _out, stderr) =>
      resolve({ isDone: error === null, said: stderr.trim().replace(/^nianbao: /, '') || (error?.message ?? '') }),
    );
  });
  void (isDone ? tell(said) : vscode.window.showErrorMessage(said));
  return isDone;
}
