// What leads someone new to a first report: the walkthrough, an example, and a view where the folder holds nothing yet.
import * as vscode from 'vscode';
import { openUntitled } from './documents.ts';
import { reportGlob, sourceExtensions, unsearched } from './file-names.ts';
import { messageLanguage } from './texts.ts';

const example = 'examples/河湾镇-2024-有误.nianbao';

/** Opens the walkthrough in the language of messages. */
export async function openWalkthrough(): Promise<void> {
  const walkthrough = `nianbao.nianbao#firstSteps.${messageLanguage()}`;
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
}

/** Opens a copy of the example that holds a mistake. */
export async function openExample(extension: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, example));
  await vscode.window.showTextDocument(await openUntitled(new TextDecoder().decode(bytes)));
}

/** Keeps what the view for a folder without reports goes by, and what completes a step of the walkthrough. */
export class FirstSteps implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[];
  /** How many findings each open report had, by its URI. */
  readonly #counts = new Map<string, number>();

  constructor(reportFiles: vscode.FileSystemWatcher) {
    const update = () => void this.#update();
    this.#subscriptions = [
      reportFiles.onDidCreate(update),
      reportFiles.onDidDelete(update),
      vscode.workspace.onDidChangeWorkspaceFolders(update),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#count(uris)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#counts.delete(uri.toString())),
    ];
    update();
  }

  async #update(): Promise<void> {
    const offered = !(await hasReports()) && (await areForReports(vscode.workspace.workspaceFolders ?? []));
    await vscode.commands.executeCommand('setContext', 'nianbao.beginsElsewhere', !offered);
  }

  /** Where a report has fewer findings than before, something has been mended. */
  #count(uris: readonly vscode.Uri[]): void {
    for (const { languageId, uri } of vscode.workspace.textDocuments) {
      if (languageId !== 'nianbao' || !uris.some((each) => each.toString() === uri.toString())) continue;
      const count = vscode.languages.getDiagnostics(uri).length;
      const before = this.#counts.get(uri.toString()) ?? 0;
      this.#counts.set(uri.toString(), count);
      if (count < before) void vscode.commands.executeCommand('setContext', 'nianbao.mended', true);
    }
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}

async function hasReports(): Promise<boolean> {
  return (await vscode.workspace.findFiles(reportGlob, unsearched, 1)).length > 0;
}

/** Whether there is nothing in the folders, or something that a report can be made of. */
async function areForReports(folders: readonly vscode.WorkspaceFolder[]): Promise<boolean> {
  const listed = await Promise.all(
    folders.map(({ uri }) => vscode.workspace.fs.readDirectory(uri).then(names, () => [])),
  );
  const all = listed.flat();
  return all.length === 0 || all.some((name) => sourceExtensions.some((extension) => name.endsWith(`.${extension}`)));
}

function names(entries: readonly (readonly [string, vscode.FileType])[]): readonly string[] {
  return entries.map(([name]) => name.toLowerCase()).filter((name) => !name.startsWith('.'));
}
