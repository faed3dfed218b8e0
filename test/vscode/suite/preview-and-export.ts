import * as vscode from 'vscode';
import { equal, ok, test } from './cases.ts';
import { extensionApi, open, replace, when } from './editor.ts';

const REPORT = '青禾镇2024.nianbao';
const GRANTED = '| （一）予以公开';
/** What the files of some formats begin with. */
const beginnings: ReadonlyMap<string, string> = new Map([
  ['html', '<!DOCTYPE html>'],
  ['html-fragment', '<h1'],
  ['docx', 'PK'],
  ['xlsx', 'PK'],
  ['csv', 'body,year'],
  ['json', '{'],
  ['pdf', '%PDF'],
]);
const node = (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node;

test('a preview opens to the side and follows the text', async () => {
  const editor = await open(REPORT);
  const { previews } = await extensionApi();
  await vscode.commands.executeCommand('nianbao.openPreviewToSide');
  const [preview] = previews.all;
  ok(preview, 'there is no preview');
  const wrong = (): string[] => (preview.shown?.findings ?? []).map(({ code }) => code);
  await when(preview.onDidChange, () => wrong().includes('outcome-total'));
  ok(preview.panel.title.includes(REPORT), preview.panel.title);
  await replace(editor, { anchor: GRANTED, before: '3', after: '2' }, { anchor: GRANTED, before: '4', after: '3' });
  await when(preview.onDidChange, () => !wrong().includes('outcome-total'));
  await replace(editor, { anchor: GRANTED, before: '2', after: '3' }, { anchor: GRANTED, before: '3', after: '4' });
  await when(preview.onDidChange, () => wrong().includes('outcome-total'));
  preview.panel.dispose();
  equal(previews.all.length, 0);
});

test('a preview goes with the active report, unless it is locked', async () => {
  await open(REPORT);
  const { previews } = await extensionApi();
  await vscode.commands.executeCommand('nianbao.openPreviewToSide');
  const [preview] = previews.all;
  ok(preview, 'there is no preview');
  const other = await vscode.workspace.openTextDocument({ language: 'nianbao', content: '# 河湾镇2024年年度报告\n' });
  await vscode.window.showTextDocument(other, vscode.ViewColumn.One);
  await when(preview.onDidChange, () => preview.shown?.title.includes('河湾镇') === true);
  await vscode.commands.executeCommand('nianbao.togglePreviewLock');
  ok(preview.panel.title.startsWith('['), preview.panel.title);
  await open(REPORT);
  equal(preview.uri.toString(), other.uri.toString());
  preview.panel.dispose();
});

/** The formats that the extension offers, but for those that only a machine of its own prints. */
async function formatsHere(): Promise<readonly string[]> {
  const { extensionUri } = vscode.extensions.getExtension('nianbao.nianbao') ?? {};
  ok(extensionUri, 'there is no extension');
  const list = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'formats.json'));
  const formats = JSON.parse(new TextDecoder().decode(list)) as readonly { readonly id: string }[];
  return formats.map(({ id }) => id).filter((id) => node || id !== 'pdf');
}

test('a report is exported in every format', async () => {
  const { document } = await open(REPORT);
  for (const format of await formatsHere()) {
    const target = vscode.Uri.joinPath(document.uri, '..', `exported-${format}`);
    await vscode.commands.executeCommand('nianbao.export', document.uri, { format, target });
    const bytes = await vscode.workspace.fs.readFile(target);
    const beginning = beginnings.get(format) ?? '';
    ok(bytes.length > 0, `${format}: nothing`);
    ok(new TextDecoder().decode(bytes.subarray(0, 50)).startsWith(beginning), `${format}: ${bytes.length} bytes`);
    await vscode.workspace.fs.delete(target);
  }
});

test('all reports of a folder are exported', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(folder, 'the window has no folder');
  const target = vscode.Uri.joinPath(folder, 'exported');
  await vscode.commands.executeCommand('nianbao.export', folder, { format: 'csv', target });
  const names = (await vscode.workspace.fs.readDirectory(target)).map(([name]) => name);
  ok(names.includes(REPORT.replace(/nianbao$/, 'csv')), names.join());
  await vscode.workspace.fs.delete(target, { recursive: true });
});

test('a report is compared with last year’s, in the form', async () => {
  const { document } = await open(REPORT);
  const previous = vscode.Uri.joinPath(document.uri, '..', '青禾镇2023.nianbao');
  await vscode.workspace.fs.writeFile(
    previous,
    new TextEncoder().encode(document.getText().replaceAll('2024', '2023')),
  );
  const panel = await vscode.commands.executeCommand<vscode.WebviewPanel>(
    'nianbao.compareWithLastYear',
    document.uri,
    previous,
  );
  ok(panel.webview.html.includes('2023 → 2024'), panel.webview.html.slice(0, 2000));
  panel.dispose();
  await vscode.workspace.fs.delete(previous);
});
