// 审核工作台: the state of every body's report in the workspace, as a tree in the side bar.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DeskParams, type DeskTree, deskRequest } from '../../../server/src/lsp/protocol.ts';
import { Latest } from '../latest.ts';
import { t } from '../texts.ts';
import { childrenOf, type DeskItem, treeItem } from './tree-item.ts';

const VIEW = 'nianbao.desk';
/** Not in the palette: what a line of the tree runs. */
const GO = 'nianbao.desk.go';
/** So long after the last change of a report the desk is asked for again, in milliseconds. */
const PAUSE = 800;

export class DeskView implements vscode.TreeDataProvider<DeskItem>, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #view: vscode.TreeView<DeskItem>;
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when other lines are shown. */
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #latest = new Latest(() => this.#show());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tree: DeskTree | null = null;
  #asked: Required<Omit<DeskParams, 'year'>> = { rule: null, sort: 'state' };

  constructor(client: BaseLanguageClient, reportFiles: vscode.FileSystemWatcher) {
    this.#client = client;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    const later = (): void => this.#later();
    this.#subscriptions = [
      this.#view,
      this.#changed,
      vscode.commands.registerCommand(GO, (line: DeskItem) => this.#go(line)),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.update()),
      client.onDidChangeState(later),
      vscode.workspace.onDidChangeTextDocument(({ document }) => document.languageId === 'nianbao' && later()),
      vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('nianbao') && later()),
      reportFiles.onDidChange(later),
      reportFiles.onDidCreate(later),
      reportFiles.onDidDelete(later),
    ];
  }

  /** What is shown; null before it is known and where there are no reports. */
  get tree(): DeskTree | null {
    return this.#tree;
  }

  getTreeItem(line: DeskItem): vscode.TreeItem {
    return treeItem(line, GO);
  }

  getChildren(line?: DeskItem): DeskItem[] {
    if (line) return childrenOf(line);
    return (this.#tree?.states ?? []).map((item): DeskItem => ({ kind: 'state', item }));
  }

  /** None is needed: only lines at the top are revealed. */
  getParent(): undefined {
    return undefined;
  }

  /** Shows the desk and puts the keyboard into it: where it was there before, else at the first line. */
  async open(): Promise<void> {
    const isNew = !this.#view.visible;
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    if (!isNew) return;
    if (this.#tree === null) await this.#latest.done();
    const [first] = this.getChildren();
    if (first && this.#view.selection.length === 0) await this.#view.reveal(first, { focus: true, select: false });
  }

  /** Asks for the desk again, where it is in sight. */
  update(): void {
    if (this.#view.visible) this.#latest.run();
  }

  /** Lets the user choose a rule whose findings alone are shown. */
  async filter(): Promise<void> {
    const rules = (this.#tree?.rules ?? []).map(({ code, title, findings }) => ({
      label: title,
      description: `${code} · ${findings}`,
      code: code as string | null,
    }));
    const all = { label: t('All rules'), description: '', code: null };
    const picked = await vscode.window.showQuickPick([all, ...rules], {
      placeHolder: t('Show the findings of one rule'),
      matchOnDescription: true,
    });
    if (picked) this.#ask({ rule: picked.code });
  }

  /** Lets the user choose an order. */
  async sort(): Promise<void> {
    const orders = [
      { label: t('As in the roster'), sort: 'state' },
      { label: t('Most findings first'), sort: 'count' },
      { label: t('By name'), sort: 'name' },
    ] as const;
    const picked = await vscode.window.showQuickPick(orders, { placeHolder: t('Order of the bodies') });
    if (picked) this.#ask({ sort: picked.sort });
  }

  #ask(change: Partial<Omit<DeskParams, 'year'>>): void {
    this.#asked = { ...this.#asked, ...change };
    this.#latest.run();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.update(), PAUSE);
  }

  async #show(): Promise<void> {
    const tree = await this.#told();
    if (JSON.stringify(tree) === JSON.stringify(this.#tree)) return;
    this.#tree = tree;
    const { rule } = this.#asked;
    this.#view.description = [tree?.year, rule].filter(Boolean).join(' · ');
    this.#view.message = rule === null || (tree?.states.length ?? 0) > 0 ? '' : t('No body has such findings.');
    this.#view.badge = tree?.open
      ? { value: tree.open, tooltip: t('{0} bodies are not passed', tree.open) }
      : undefined;
    this.#changed.fire();
  }

  async #told(): Promise<DeskTree | null> {
    try {
      return this.#client.isRunning()
        ? await this.#client.sendRequest<DeskTree | null>(deskRequest, this.#asked)
        : null;
    } catch {
      return null;
    }
  }

  async #go(line: DeskItem): Promise<void> {
    const uri = line.kind === 'finding' ? line.uri : line.kind === 'body' ? line.item.uri : null;
    if (uri === null) return;
    const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), { preview: true });
    if (line.kind !== 'finding') return;
    const { start, end } = line.item.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    editor.selection = new vscode.Selection(selection.start, selection.end);
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of this.#subscriptions) each.dispose();
  }
}
