// Offers to import files that look like reports: those of the folder, and those that are opened. Each once.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ReportNamesParams, type ReportNamesResult, reportNamesRequest } from '../../server/src/lsp/protocol.ts';
import { exists } from './documents.ts';
import { baseNameOf, hasExtension, nameOf, offeredExtensions, reportExtensions, unsearched } from './file-names.ts';
import { t } from './texts.ts';

const SETTING = 'offerImport';
const OFFERED = 'import.offered';
/** So many files of a folder are looked at, and so many remembered. */
const MOST = 1000;
const MOST_NAMED = 3;

export class ImportOffers implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #memory: vscode.Memento;
  readonly #run: (files: readonly vscode.Uri[]) => Promise<void>;
  readonly #subscriptions: vscode.Disposable[] = [];
  /** Those offered since the start: a file may be found and opened at the same time. */
  readonly #offering = new Set<string>();
  readonly #offers = new vscode.EventEmitter<readonly vscode.Uri[]>();
  /** Fires with the files that importing is offered for. */
  readonly onDidOffer = this.#offers.event;

  /** `run` imports files. */
  constructor(
    client: BaseLanguageClient,
    { workspaceState }: vscode.ExtensionContext,
    run: (files: readonly vscode.Uri[]) => Promise<void>,
  ) {
    this.#client = client;
    this.#memory = workspaceState;
    this.#run = run;
    this.#subscriptions.push(this.#offers);
  }

  /** Looks through the workspace and begins to look at what is opened; for after the server has started. */
  begin(): void {
    this.#subscriptions.push(
      vscode.window.tabGroups.onDidChangeTabs(({ opened }) => void this.offer(opened.flatMap(fileOf))),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#lookThrough()),
    );
    void this.#lookThrough();
  }

  async #lookThrough(): Promise<void> {
    if (!isWanted()) return;
    const glob = `**/*.{${offeredExtensions.join(',')}}`;
    await this.offer(await vscode.workspace.findFiles(glob, unsearched, MOST));
  }

  /** Offers to import those of the files that look like reports, were not offered before and aren't imported yet. */
  async offer(files: readonly vscode.Uri[]): Promise<void> {
    const found = isWanted() ? await this.#fresh(files.filter((file) => hasExtension(file, offeredExtensions))) : [];
    const fresh = found.filter((file) => !this.#offering.has(file.toString()));
    if (fresh.length === 0) return;
    for (const file of fresh) this.#offering.add(file.toString());
    const offered = [...this.#memory.get<readonly string[]>(OFFERED, []), ...fresh.map(String)];
    await this.#memory.update(OFFERED, offered.slice(-MOST));
    this.#offers.fire(fresh);
    const [yes, never] = [t('Import'), t('Don’t ask again')];
    const answer = await vscode.window.showInformationMessage(question(fresh), yes, never);
    if (answer === yes) await this.#run(fresh);
    else if (answer === never) {
      await vscode.workspace.getConfiguration('nianbao').update(SETTING, false, vscode.ConfigurationTarget.Global);
    }
  }

  async #fresh(files: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
    const offered = new Set(this.#memory.get<readonly string[]>(OFFERED, []));
    const others = files.filter((file) => !offered.has(file.toString()));
    if (others.length === 0 || !this.#client.isRunning()) return [];
    const params: ReportNamesParams = { names: others.map(nameOf) };
    // Nothing is offered where the server fails or stops meanwhile.
    const known = await this.#client.sendRequest<ReportNamesResult>(reportNamesRequest, params).catch(() => []);
    const names = new Set(known);
    const like = others.filter((file) => names.has(nameOf(file)));
    const imported = await Promise.all(like.map(isImported));
    return like.filter((_, i) => imported[i] === false);
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration('nianbao').get(SETTING, true);
}

/** Whether a report of the same name lies beside a file. */
async function isImported(file: vscode.Uri): Promise<boolean> {
  const reports = reportExtensions.map((ending) => vscode.Uri.joinPath(file, '..', `${baseNameOf(file)}.${ending}`));
  return (await Promise.all(reports.map(exists))).includes(true);
}

/** The file that a tab shows, if any. */
function fileOf({ input }: vscode.Tab): readonly vscode.Uri[] {
  const shows = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
  return shows ? [input.uri] : [];
}

function question(files: readonly vscode.Uri[]): string {
  const [first, ...others] = files;
  if (first && others.length === 0) return t('{0} looks like a report. Import it?', nameOf(first));
  const names = files.slice(0, MOST_NAMED).map(nameOf).join(t(', '));
  return files.length > MOST_NAMED
    ? t('{0} and others, {1} files in all, look like reports. Import them?', names, files.length)
    : t('{0} look like reports. Import them?', names);
}
