import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import { makeDocx, p, tbl, tc } from '../../importers/make-docx.ts';
import { equal, ok, test, waitingFor } from './cases.ts';
import { codes, findings, open, when } from './editor.ts';

const REPORT = '青禾镇2024.nianbao';
const CREATED = '青禾镇人民政府-2025.nianbao';
const page = `<html><body><table><tr><td>类别</td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>
<tr><td>行政复议</td><td>1</td><td>2</td><td>3</td><td>4</td><td>10</td></tr>
<tr><td>未经复议<br>直接起诉</td><td>5</td><td>0</td><td>0</td><td>0</td><td>5</td></tr></table></body></html>`;

const tabbed = '行政复议\t1\t2\t3\t4\t10\r\n未经复议直接起诉\t5\t0\t0\t0\t5\r\n';
const filled = /\| 行政复议 +\| +1 \| +2 \| +3 \| +4 \| +10 \|\n\| 未经复议直接起诉 +\| +5 \| +0 \| +0 \| +0 \| +5 \|/;

function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  ok(first, 'the window has no folder');
  return first.uri;
}

/** Accepts whatever is asked, with what is proposed, until `done`. */
async function acceptUntil(done: () => boolean): Promise<void> {
  while (!done()) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((next) => setTimeout(next, 200));
  }
}

function activeDocument(): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document;
}

test('New report starts from the report of last year, which is proposed first', async () => {
  const file = vscode.Uri.joinPath(folder(), CREATED);
  waitingFor(() => String(activeDocument()?.uri));
  const command = vscode.commands.executeCommand('nianbao.newReport', folder());
  await acceptUntil(() => activeDocument()?.uri.path === file.path);
  await command;
  const editor = vscode.window.activeTextEditor;
  ok(editor, 'no editor');
  const text = editor.document.getText();
  ok(text.startsWith('---\n机关: 青禾镇人民政府\n年度: 2025\n上年: 青禾镇2024.nianbao\n---\n'), text.slice(0, 80));
  ok(text.includes('\n// 上年现行有效：'), 'the stock of last year is not named');
  equal(editor.document.getText(editor.selection).slice(0, 5), '【待填写：');
  await findings(editor.document, (found) => found.includes('unfilled-placeholder'));
  equal([...new Set(codes(editor.document))].sort(), ['blank-cell', 'unfilled-placeholder']);
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await vscode.workspace.fs.delete(file);
});

test('Import turns a page into markup and says what it compared', async () => {
  const source = vscode.Uri.joinPath(folder(), '来稿.html');
  const whole = `<h1>青禾镇2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>公开工作有序开展。</p><p>四、政府信息公开行政复议、行政诉讼情况</p>${page}`;
  await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(whole));
  waitingFor(() => String(activeDocument()?.uri));
  await vscode.commands.executeCommand('nianbao.importReport', source);
  const document = activeDocument();
  ok(document?.languageId === 'nianbao', `opened ${document?.uri} as ${document?.languageId}`);
  ok(/\| 行政复议 +\| +1 \| +2 \| +3 \| +4 \| +10 \|/.test(document.getText()), document.getText());
  ok(document.getText().includes('公开工作有序开展。'), 'the text is lost');
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.workspace.fs.delete(source);
});

test('Import reads a Word file, wherever the server runs', async () => {
  const source = vscode.Uri.joinPath(folder(), '来稿.docx');
  const rows = ['类别|结果维持|结果纠正|其他结果|尚未审结|总计', '行政复议|1|2|3|4|10', '未经复议直接起诉|5|0|0|0|5'];
  const body = [
    p('青禾镇2023年政府信息公开工作年度报告'),
    p('一、总体情况'),
    p('公开工作有序开展。'),
    p('四、政府信息公开行政复议、行政诉讼情况'),
    tbl(...rows.map((row) => row.split('|').map((text) => tc(text)))),
  ].join('');
  await vscode.workspace.fs.writeFile(source, makeDocx(body));
  waitingFor(() => String(activeDocument()?.uri));
  await vscode.commands.executeCommand('nianbao.importReport', source);
  const text = activeDocument()?.getText() ?? '';
  ok(filled.test(text), text);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.workspace.fs.delete(source);
});

test('a table copied from a page is offered as values for the table that is there', async () => {
  const editor = await copyOfReport();
  const { document } = editor;
  const at = placeOf(document, '| 行政复议');
  const edits = await offered(document, at, { 'text/html': page, 'text/plain': '类别 结果维持' });
  equal(
    edits.map(({ kind }) => kind.value),
    ['nianbao.table'],
  );
  const [edit] = edits;
  ok(edit?.additionalEdit && edit.insertText === '', 'nothing to insert at the cursor, all in its place');
  ok(await vscode.workspace.applyEdit(edit.additionalEdit), 'the edit was refused');
  ok(filled.test(document.getText()), document.getText().slice(-900));
  await close();
});

test('any other paste is left alone', async () => {
  const { document } = await copyOfReport();
  const inTable = placeOf(document, '| 行政复议');
  equal(await offered(document, inTable, { 'text/plain': '没有发生' }), []);
  equal(await offered(document, inTable, { 'text/plain': '| 行政复议 | 1 | 0 | 0 | 0 | 1 |' }), []);
  equal(await offered(document, new vscode.Position(0, 0), { 'text/html': page }), []);
  await close();
});

test('a whole report is offered as one in a blank file, below the plain text', async () => {
  const document = await vscode.workspace.openTextDocument({ language: 'nianbao', content: '' });
  await vscode.window.showTextDocument(document);
  const text = (await open(REPORT)).document.getText().replaceAll('|', '\t');
  const [edit] = await offered(document, new vscode.Position(0, 0), { 'text/plain': text });
  equal(edit?.kind.value, 'nianbao.report');
  equal(
    edit?.yieldTo?.map(({ value }) => value),
    ['text'],
  );
  ok(String(edit?.insertText).includes('| 行政复议 '), 'no markup');
});

test('a table as text with TABs is offered as values, too', async () => {
  const { document } = await copyOfReport();
  const [edit] = await offered(document, placeOf(document, '| 行政复议'), { 'text/plain': tabbed });
  ok(edit?.additionalEdit && (await vscode.workspace.applyEdit(edit.additionalEdit)), 'no edit, or a refused one');
  ok(filled.test(document.getText()), document.getText().slice(-900));
  await close();
});

// The window's runner pastes; on a desktop there is none.
if (vscode.env.uiKind === vscode.UIKind.Web) {
  for (const [what, clipboard] of [
    ['a page', { 'text/html': page, 'text/plain': '类别 结果维持' }],
    ['a spreadsheet', { 'text/html': page, 'text/plain': tabbed }],
    ['text with TABs', { 'text/plain': tabbed }],
  ] as const) {
    test(`a table from ${what}, pasted with the key, goes to its place`, async () => {
      const editor = await copyOfReport();
      const { document } = editor;
      const at = placeOf(document, '| 行政复议');
      editor.selection = new vscode.Selection(at, at);
      waitingFor(() => document.getText().slice(-900));
      console.log(`PASTE ${JSON.stringify(clipboard)}`);
      await when(vscode.workspace.onDidChangeTextDocument, () => filled.test(document.getText()));
      ok(!document.getText().includes('\t'), 'the plain text was pasted, too');
      await close();
    });
  }
}

test('Paste as report makes a report of a clipboard of text', async () => {
  const { document: report } = await open(REPORT);
  await vscode.env.clipboard.writeText(report.getText().replaceAll('|', '\t'));
  await vscode.commands.executeCommand('nianbao.pasteReport');
  const document = activeDocument();
  ok(document?.isUntitled && document.languageId === 'nianbao', `opened ${document?.uri}`);
  ok(/\| 行政复议 +\| +1 \|/.test(document.getText()), document.getText().slice(-900));
  await close();
});

async function copyOfReport(): Promise<vscode.TextEditor> {
  const content = (await open(REPORT)).document.getText();
  const document = await vscode.workspace.openTextDocument({ language: 'nianbao', content });
  return vscode.window.showTextDocument(document);
}

function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  ok(at >= 0, `no ${text}`);
  return document.positionAt(at + 3);
}

/** What the extension makes of a clipboard: VS Code lets no test put a page on it. */
async function offered(
  document: vscode.TextDocument,
  at: vscode.Position,
  clipboard: Readonly<Record<string, string>>,
): Promise<readonly vscode.DocumentPasteEdit[]> {
  const extension = vscode.extensions.getExtension<Api>('nianbao.nianbao');
  ok(extension, 'the extension is not there');
  const { paste } = await extension.activate();
  const transfer = new vscode.DataTransfer();
  for (const [type, text] of Object.entries(clipboard)) transfer.set(type, new vscode.DataTransferItem(text));
  const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
  const token = new vscode.CancellationTokenSource().token;
  const ranges = [new vscode.Range(at, at)];
  return (await paste.provideDocumentPasteEdits?.(document, ranges, transfer, context, token)) ?? [];
}

async function close(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
