import * as vscode from 'vscode';
import { equal, ok, test, waitingFor } from './cases.ts';
import { extensionApi } from './editor.ts';

function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  ok(first, 'the window has no folder');
  return vscode.Uri.joinPath(first.uri, '来稿');
}

function page(body: string): Uint8Array {
  return new TextEncoder().encode(
    `<html><body><h1>${body}2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>有序。</p></body></html>`,
  );
}

async function names(): Promise<readonly string[]> {
  return (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name).sort();
}

test('several files are imported at once, beside their sources, and nothing is overwritten', async () => {
  await extensionApi();
  const files = ['甲镇.html', '乙镇.htm', '丙镇.docx'].map((name) => vscode.Uri.joinPath(folder(), name));
  const [first, second, broken] = files;
  ok(first && second && broken, 'no files');
  await vscode.workspace.fs.writeFile(first, page('甲镇'));
  await vscode.workspace.fs.writeFile(second, page('乙镇'));
  await vscode.workspace.fs.writeFile(broken, new TextEncoder().encode('PK\u0003\u0004 no Word file'));
  const taken = vscode.Uri.joinPath(folder(), '甲镇.nianbao');
  await vscode.workspace.fs.writeFile(taken, new TextEncoder().encode('# 已经有了\n'));
  await vscode.commands.executeCommand('nianbao.importReport', first, files);
  equal(await names(), ['丙镇.docx', '乙镇.htm', '乙镇.nianbao', '甲镇-2.nianbao', '甲镇.html', '甲镇.nianbao'].sort());
  const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  equal(await read(taken), '# 已经有了\n');
  ok((await read(vscode.Uri.joinPath(folder(), '甲镇-2.nianbao'))).includes('甲镇2023年'), 'the text is lost');
  equal(vscode.window.activeTextEditor?.document.uri.path.endsWith('甲镇-2.nianbao'), true);
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await vscode.workspace.fs.delete(folder(), { recursive: true });
});

test('importing is offered once for a file whose name looks like a report, and not where it is done', async () => {
  const { offers } = await extensionApi();
  const offered: string[] = [];
  const listening = offers.onDidOffer((files) => offered.push(...files.map(({ path }) => path.replace(/^.*\//, ''))));
  const at = (name: string) => vscode.Uri.joinPath(folder(), name);
  const like = `甲镇${Date.now()}年政府信息公开工作年度报告`;
  await vscode.workspace.fs.writeFile(at(`${like}.html`), page('甲镇'));
  await vscode.workspace.fs.writeFile(at('政府信息公开指南.html'), page('甲镇'));
  await vscode.workspace.fs.writeFile(at(`乙${like}.html`), page('乙镇'));
  await vscode.workspace.fs.writeFile(at(`乙${like}.nianbao`), page('乙镇'));
  waitingFor(() => offered.join());
  for (const name of [`${like}.html`, '政府信息公开指南.html', `乙${like}.html`, `${like}.html`]) {
    await vscode.window.showTextDocument(at(name));
    await new Promise((next) => setTimeout(next, 300));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  }
  equal(offered, [`${like}.html`]);
  listening.dispose();
  await vscode.commands.executeCommand('notifications.clearAll');
  await vscode.workspace.fs.delete(folder(), { recursive: true });
});
