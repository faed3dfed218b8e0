import * as vscode from 'vscode';
import type { ChecklistItem } from '../../../server/src/lsp/protocol.ts';
import { equal, ok, test, waitingFor } from './cases.ts';
import { extensionApi, findings, open, replace, when } from './editor.ts';

const REPORT = '青禾镇2024.nianbao';
const GRANTED = '| （一）予以公开';
const run = vscode.commands.executeCommand;

function flat(items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  return items.flatMap((item) => [item, ...flat(item.children)]);
}

function stateOf(items: readonly ChecklistItem[], id: string): string | undefined {
  return flat(items).find((item) => item.id === id)?.state;
}

test('reports of the folder that nobody has opened have their findings', async () => {
  await extensionApi();
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'the window has no folder');
  const file = vscode.Uri.joinPath(folder.uri, '没有打开.nianbao');
  const text = '# 青禾镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n';
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const found = (): number => vscode.languages.getDiagnostics(file).length;
  waitingFor(() => `${found()} findings`);
  await when(vscode.languages.onDidChangeDiagnostics, () => found() > 0);
  ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.path === file.path), 'it was opened');
  await vscode.workspace.fs.delete(file);
  await when(vscode.languages.onDidChangeDiagnostics, () => found() === 0);
});

test('the checklist goes with the report in front and its text', async () => {
  const { checklist } = await extensionApi();
  const editor = await open(REPORT);
  waitingFor(() => JSON.stringify(flat(checklist.items).map(({ id, state }) => `${id} ${state}`)));
  await when(checklist.onDidChangeTreeData, () => stateOf(checklist.items, 'table requests') === 'wrong');
  equal(stateOf(checklist.items, 'part requests'), 'wrong');
  await replace(editor, { anchor: GRANTED, before: '3', after: '2' }, { anchor: GRANTED, before: '4', after: '3' });
  await when(checklist.onDidChangeTreeData, () => stateOf(checklist.items, 'table requests') === 'done');
  await run('undo');
  await when(checklist.onDidChangeTreeData, () => stateOf(checklist.items, 'table requests') === 'wrong');
  const content = '# 河湾镇2024年政府信息公开工作年度报告\n';
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'nianbao', content }));
  await when(checklist.onDidChangeTreeData, () => stateOf(checklist.items, 'part overview') === 'todo');
  await run('workbench.action.revertAndCloseActiveEditor');
  await when(checklist.onDidChangeTreeData, () => stateOf(checklist.items, 'table requests') === 'wrong');
});

test('an item of the checklist leads to its place, in the text and in the form', async () => {
  const api = await extensionApi();
  const { checklist } = api;
  const { document } = await open(REPORT);
  await when(checklist.onDidChangeTreeData, () => stateOf(checklist.items, 'table disputes') !== undefined);
  const item = flat(checklist.items).find(({ id }) => id === 'table disputes');
  ok(item, 'there is no table');
  const tree = checklist.getTreeItem(item);
  equal([tree.label, tree.collapsibleState], [item.label, vscode.TreeItemCollapsibleState.None]);
  await run('nianbao.checklist.go', item);
  const editor = vscode.window.activeTextEditor;
  equal(editor?.selection.start.line, item.range.start.line);
  await run('nianbao.openForm');
  waitingFor(() => `${api.previews.active?.uri}, ${api.statusText()}`);
  while (api.previews.active?.uri.toString() !== document.uri.toString())
    await new Promise((next) => setTimeout(next, 50));
  ok(vscode.window.activeTextEditor === undefined, 'the text is in front');
  await when(api.onDidChangeStatus, () => api.statusText()?.includes('2024') === true);
  equal(stateOf(checklist.items, 'table requests'), 'wrong');
  await run('nianbao.checklist.go', item);
  ok(api.previews.active?.isForm, 'the form is not in front');
  await run('nianbao.openFormText');
  await findings(document, (found) => found.length > 0);
});
