// The checklist of the report that one works on, as a tree of its own in the side bar.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Checklist, type ChecklistItem, checklistRequest } from '../../../server/src/lsp/protocol.ts';
import type { ActiveReport } from '../active-report.ts';
import { editorOf } from '../documents.ts';
import { Latest } from '../latest.ts';
import type { Previews } from '../preview/previews.ts';
import { toldOf } from '../requests.ts';
import { t } from '../texts.ts';
import { treeItem } from './tree-item.ts';

const VIEW = 'nianbao.checklist';
/** Not in the palette: what an item of the list runs. */
const GO = 'nianbao.checklist.go';

export class ChecklistView implements vscode.TreeDataProvider<ChecklistItem>, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #active: ActiveReport;
  readonly #previews: Previews;
  readonly #view: vscode.TreeView<ChecklistItem>;
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when other items are shown. */
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #latest = new Latest(() => this.#show());
  #shown: { readonly uri: vscode.Uri; readonly list: Checklist } | null = null;

  constructor(client: BaseLanguageClient, active: ActiveReport, previews: Previews) {
    this.#client = client;
    this.#active = active;
    this.#previews = previews;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      vscode.commands.registerCommand(GO, (item: ChecklistItem) => this.#go(item)),
      active.onDidChange(() => this.update()),
      client.onDidChangeState(() => this.update()),
    ];
  }

  /** What is shown; empty where no report is open. */
  get items(): readonly ChecklistItem[] {
    return this.#shown?.list.items ?? [];
  }

  getTreeItem(item: ChecklistItem): vscode.TreeItem {
    return treeItem(item, this.#shown?.uri, { command: GO, title: '', arguments: [item] });
  }

  getChildren(item?: ChecklistItem): ChecklistItem[] {
    return [...(item?.children ?? this.items)];
  }

  /** Asks for the list again. */
  update(): void {
    this.#latest.run();
  }

  async #show(): Promise<void> {
    const uri = this.#active.last;
    const list = uri && (await toldOf<Checklist>(this.#client, checklistRequest, uri));
    const next = uri && list ? { uri, list } : null;
    if (JSON.stringify(next) === JSON.stringify(this.#shown)) return;
    this.#shown = next;
    this.#view.description = list?.name ?? '';
    this.#view.badge = list?.open
      ? { value: list.open, tooltip: t('{0} places to write or to mend', list.open) }
      : undefined;
    this.#changed.fire();
  }

  /** Goes to what an item is about, in the form where that is in front, else in the text. */
  async #go({ range: { start, end } }: ChecklistItem): Promise<void> {
    const uri = this.#shown?.uri;
    if (!uri) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const form = this.#previews.active;
    if (form?.isForm && form.uri.toString() === uri.toString()) {
      form.panel.reveal(form.panel.viewColumn, false);
      form.goTo(document.offsetAt(selection.start));
      return;
    }
    const viewColumn = editorOf(uri)?.viewColumn ?? vscode.ViewColumn.Active;
    const editor = await vscode.window.showTextDocument(document, viewColumn);
    editor.selection = new vscode.Selection(selection.start, selection.end);
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}
