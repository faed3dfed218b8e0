// The task that checks reports with the command line that is packaged with the extension.
import * as vscode from 'vscode';
import { messageLanguage, t } from './texts.ts';

const TYPE = 'nianbao';

/** A task of `tasks.json`: `nianbao check`. */
interface Definition extends vscode.TaskDefinition {
  /** Files and folders, from the workspace folder; the folder itself where none is named. */
  readonly paths?: readonly string[];
  /** Further options of the command line. */
  readonly options?: readonly string[];
}

/** Offers a task for each folder, and makes those that `tasks.json` defines. Only where there is a machine to run them on. */
export function provideCheckTasks(extension: vscode.Uri): vscode.Disposable {
  const script = vscode.Uri.joinPath(extension, 'dist', 'nianbao.cjs').fsPath;
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => checkTask(script, { type: TYPE }, folder)),
    resolveTask: (task) => {
      const scope = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
      return scope && checkTask(script, task.definition as Definition, scope);
    },
  });
}

function checkTask(script: string, definition: Definition, folder: vscode.WorkspaceFolder): vscode.Task {
  const { paths = [], options = [] } = definition;
  const words = ['check', '--format', 'gcc', '--lang', messageLanguage(), ...options];
  // VS Code itself is the Node at hand.
  const execution = new vscode.ProcessExecution(
    process.execPath,
    [script, ...words, '--', ...(paths.length > 0 ? paths : ['.'])],
    { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } },
  );
  const task = new vscode.Task(definition, folder, t('check all reports'), TYPE, execution, '$nianbao');
  task.detail = t('Checks every report of the folder, as the command line does');
  task.presentationOptions = { clear: true };
  return task;
}
