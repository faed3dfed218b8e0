import * as vscode from 'vscode';
import { equal, ok, test } from './cases.ts';
import { extensionApi, findings, open, when } from './editor.ts';

const REPORT = '青禾镇2024.nianbao';

test('texts follow nianbao.language at once', async () => {
  await open(REPORT);
  const { previews } = await extensionApi();
  await vscode.commands.executeCommand('nianbao.openPreviewToSide');
  const [preview] = previews.all;
  ok(preview, 'there is no preview');
  await when(preview.onDidChange, () => preview.shown !== null);
  for (const [language, title] of [
    ['zh', `预览 ${REPORT}`],
    ['en', `Preview ${REPORT}`],
  ] as const) {
    await vscode.workspace.getConfiguration('nianbao').update('language', language);
    await when(preview.onDidChange, () => preview.panel.title === title && preview.shown !== null);
  }
  await vscode.workspace.getConfiguration('nianbao').update('language', undefined);
  preview.panel.dispose();
});

test('the example opens as a copy, with its mistake', async () => {
  await vscode.commands.executeCommand('nianbao.openExample');
  const document = vscode.window.activeTextEditor?.document;
  ok(document, 'nothing is open');
  equal([document.languageId, document.isUntitled], ['nianbao', true]);
  await findings(document, (codes) => codes.includes('outcome-total'));
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
});

test('the manual opens in the language of messages, its pictures in its pages', async () => {
  await vscode.workspace.getConfiguration('nianbao').update('language', 'zh');
  await vscode.commands.executeCommand('nianbao.openManual');
  const { tabGroups } = vscode.window;
  await when(
    tabGroups.onDidChangeTabs,
    () => tabGroups.activeTabGroup.activeTab?.label.includes('manual.zh.md') === true,
  );
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse('nianbao-manual:/clerk.zh.md'));
  const page = new TextDecoder().decode(bytes);
  ok(page.includes('(data:image/webp;base64,') && !page.includes('(images/'), 'pictures are missing');
  await vscode.workspace.getConfiguration('nianbao').update('language', undefined);
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
});
