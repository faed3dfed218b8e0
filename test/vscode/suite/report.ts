import * as vscode from 'vscode';
import { equal, ok, test, waitingFor } from './cases.ts';
import { codes, extensionApi, find, findings, open, replace, when } from './editor.ts';

const REPORT = '青禾镇2024.nianbao';
const GRANTED = '| （一）予以公开';

test('a report is opened and its wrong total found', async () => {
  const { document } = await open(REPORT);
  equal(document.languageId, 'nianbao');
  await findings(document, (found) => found.includes('outcome-total'));
  equal(codes(document), ['outcome-total']);
  const [finding] = vscode.languages.getDiagnostics(document.uri);
  ok(finding, 'no finding');
  equal(document.getText(finding.range), '4');
  equal(finding.severity, vscode.DiagnosticSeverity.Error);
  ok((finding.relatedInformation ?? []).length >= 3, 'the addends are not related');
});

test('the status bar tells body, year and errors', async () => {
  const { document } = await open(REPORT);
  const api = await extensionApi();
  waitingFor(() => String(api.statusText()));
  const shown = /青禾镇人民政府 · 2024 · .+ · \$\(error\) 1/;
  await findings(document, (found) => found.length === 1);
  await when(api.onDidChangeStatus, () => shown.test(api.statusText() ?? ''));
});

test('the finding goes when the cell is put right, and comes back', async () => {
  const editor = await open(REPORT);
  await replace(editor, { anchor: GRANTED, before: '3', after: '2' }, { anchor: GRANTED, before: '4', after: '3' });
  await findings(editor.document, (found) => found.length === 0);
  await replace(editor, { anchor: GRANTED, before: '2', after: '3' }, { anchor: GRANTED, before: '3', after: '4' });
  await findings(editor.document, (found) => found.includes('outcome-total'));
});

test('the label of a missing row is completed', async () => {
  const editor = await open(REPORT);
  const line = find(editor.document, '| 未经复议直接起诉').line;
  const whole = editor.document.lineAt(line).text;
  await editor.edit((edit) => edit.replace(editor.document.lineAt(line).range, '| 未经'));
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    new vscode.Position(line, '| 未经'.length),
  );
  const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  ok(
    labels.some((label) => label.includes('未经复议直接起诉')),
    `offered: ${labels.join('、')}`,
  );
  await editor.edit((edit) => edit.replace(editor.document.lineAt(line).range, whole));
});

test('a hover tells what a row counts', async () => {
  const { document } = await open(REPORT);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    find(document, '| （一）予以公开', '予以公开', 1),
  );
  const text = hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)));
  ok(text.join('').length > 10, 'the hover is empty');
});

test('outline and folding show the six parts', async () => {
  const { document } = await open(REPORT);
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const names = flat(symbols).map(({ name }) => name);
  for (const part of ['总体情况', '主动公开政府信息情况', '其他需要报告的事项']) {
    ok(
      names.some((name) => name.includes(part)),
      `outline: ${names.join('、')}`,
    );
  }
  const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  );
  const section = find(document, '三、收到和处理').line;
  ok(
    ranges.some(({ start }) => start === section),
    `folds at ${ranges.map(({ start }) => start).join()}`,
  );
});

test('a quick fix puts a heading right', async () => {
  const editor = await open(REPORT);
  const heading = '五、存在的主要问题及改进情况';
  await replace(editor, { anchor: heading, before: '五、', after: '八、' });
  await findings(editor.document, (found) => found.includes('section-number'));
  const start = find(editor.document, heading.replace('五', '八'));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    new vscode.Range(start, start),
    vscode.CodeActionKind.QuickFix.value,
    50,
  );
  const fix = actions.find(({ edit }) => edit && JSON.stringify(edit.entries()).includes('五、'));
  ok(fix?.edit, `actions: ${actions.map(({ title }) => title).join('、')}`);
  await vscode.workspace.applyEdit(fix.edit);
  ok(editor.document.getText().includes(heading), 'the heading is not right');
  await findings(editor.document, (found) => !found.includes('section-number'));
});

test('the settings file beside the report holds', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'the window has no folder');
  const settings = vscode.Uri.joinPath(folder.uri, 'nianbao.json');
  const { document } = await open(REPORT);
  await findings(document, (found) => found.includes('outcome-total'));
  await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('{ "rules": { "outcome-total": "off" } }'));
  await findings(document, (found) => !found.includes('outcome-total'));
  await vscode.workspace.fs.delete(settings);
  await findings(document, (found) => found.includes('outcome-total'));
});

test('the setting of VS Code holds at once', async () => {
  const { document } = await open(REPORT);
  const settings = vscode.workspace.getConfiguration('nianbao', document.uri);
  await settings.update('rules', { 'outcome-total': 'warning' }, vscode.ConfigurationTarget.Workspace);
  const severities = (): unknown[] => vscode.languages.getDiagnostics(document.uri).map(({ severity }) => severity);
  await findings(document, () => severities().includes(vscode.DiagnosticSeverity.Warning));
  await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
  await findings(document, () => severities().includes(vscode.DiagnosticSeverity.Error));
});

test('a rule is explained in the preview', async () => {
  await vscode.commands.executeCommand('nianbao.explain', 'outcome-total');
  const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
  waitingFor(() => tabs().join());
  await when(vscode.window.tabGroups.onDidChangeTabs, () => tabs().some((label) => label.includes('outcome-total')));
  const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('nianbao-rule:/outcome-total.md'));
  ok(page.getText().length > 50, 'the page is empty');
});

test('the server restarts', async () => {
  const { document } = await open(REPORT);
  await vscode.commands.executeCommand('nianbao.restart');
  await findings(document, (found) => found.includes('outcome-total'));
});

function flat(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
