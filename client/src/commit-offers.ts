// Offers to keep a version in git when a saved report has nothing left to mend. Each report once.
import * as vscode from 'vscode';
import { baseNameOf } from './file-names.ts';
import { gitApi } from './git-api.ts';
import { t } from './texts.ts';

const SETTING = 'offerCommit';
const OFFERED = 'commit.offered';
const MOST = 1000;
/** So long after a report was saved, what is found in it is known. */
const PAUSE = 1000;

export class CommitOffers implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #subscription: vscode.Disposable;
  readonly #offers = new vscode.EventEmitter<vscode.Uri>();
  /** Fires with the report that a commit is offered for. */
  readonly onDidOffer = this.#offers.event;

  constructor({ workspaceState }: vscode.ExtensionContext) {
    this.#memory = workspaceState;
    this.#subscription = vscode.workspace.onDidSaveTextDocument((document) => {
      if (document.languageId === 'nianbao') setTimeout(() => void this.offer(document), PAUSE);
    });
  }

  /** Offers a commit of a report that has changed since the last one, unless something is to be mended in it. */
  async offer(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const offered = this.#memory.get<readonly string[]>(OFFERED, []);
    const isWanted = vscode.workspace.getConfiguration('nianbao').get<boolean>(SETTING) === true;
    if (!isWanted || document.isDirty || offered.includes(uri.toString()) || !isClean(uri)) return;
    const repository = (await gitApi())?.getRepository(uri) ?? null;
    const { workingTreeChanges = [], untrackedChanges = [] } = repository?.state ?? {};
    const isChanged = [...workingTreeChanges, ...untrackedChanges].some(
      (each) => each.uri.toString() === uri.toString(),
    );
    if (!repository || !isChanged) return;
    await this.#memory.update(OFFERED, [...offered, uri.toString()].slice(-MOST));
    this.#offers.fire(uri);
    const [commit, never] = [t('Commit…'), t('Don’t ask again')];
    const question = t('{0} has nothing left to mend. Keep this version in git?', baseNameOf(uri));
    const answer = await vscode.window.showInformationMessage(question, commit, never);
    if (answer === never) {
      await vscode.workspace.getConfiguration('nianbao').update(SETTING, false, vscode.ConfigurationTarget.Global);
    } else if (answer === commit) {
      await repository.add([uri.fsPath]);
      if (repository.inputBox.value === '') repository.inputBox.value = baseNameOf(uri);
      await vscode.commands.executeCommand('workbench.view.scm');
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#offers.dispose();
  }
}

function isClean(uri: vscode.Uri): boolean {
  return vscode.languages.getDiagnostics(uri).every(({ severity }) => severity > vscode.DiagnosticSeverity.Warning);
}
