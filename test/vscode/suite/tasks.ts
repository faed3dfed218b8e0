// The task that checks a folder: only where the extension has Node.
import * as vscode from 'vscode';
import { equal, ok, test } from './cases.ts';
import { when } from './editor.ts';

/** Has one error. */
const REPORT = '青禾镇2024.nianbao';

const hasNode = globalThis.process?.versions?.node !== undefined;

test(`a task that checks every report is ${hasNode ? 'offered' : 'not offered in the browser'}`, async () => {
  const tasks = await vscode.tasks.fetchTasks({ type: 'nianbao' });
  equal(
    tasks.map(({ source, problemMatchers }) => [source, problemMatchers]),
    hasNode ? [['nianbao', ['$nianbao']]] : [],
  );
});

if (hasNode) {
  test('the task tells what is wrong in a report that is not open, once', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    ok(folder, 'the window has no folder');
    const report = vscode.Uri.joinPath(folder.uri, 'task', '沙洲镇-2023.nianbao');
    const text = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, REPORT));
    await vscode.workspace.fs.writeFile(report, text);
    const [task] = await vscode.tasks.fetchTasks({ type: 'nianbao' });
    ok(task, 'no task');
    const ended = new Promise<number | undefined>((done) => {
      const listening = vscode.tasks.onDidEndTaskProcess(({ exitCode }) => {
        listening.dispose();
        done(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    equal(await ended, 1);
    const told = () =>
      vscode.languages
        .getDiagnostics(report)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
        .map(({ code }) => (typeof code === 'object' ? code.value : code));
    await when(vscode.languages.onDidChangeDiagnostics, () => told().length > 0);
    equal(told(), ['outcome-total']);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(report, '..'), { recursive: true });
  });
}
