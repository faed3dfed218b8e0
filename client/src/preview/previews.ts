// All previews: opens them, tells them what happens in the editors, and brings them back with the window.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { editorOf, reportInFront } from '../documents.ts';
import { onDidChangeLanguage } from '../texts.ts';
import type { PageState, View } from './messages.ts';
import { cursorIn, type PanelParts, PreviewPanel } from './panel.ts';

const viewType = 'nianbao.preview';

export class Previews implements vscode.Disposable, vscode.WebviewPanelSerializer<PageState> {
  readonly #client: BaseLanguageClient;
  readonly #extension: vscode.Uri;
  readonly #memory: vscode.Memento;
  readonly #previews = new Set<PreviewPanel>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #activeChanged = new vscode.EventEmitter<void>();
  /** Fires when another preview or form, or none, may be in front, or shows another report. */
  readonly onDidChangeActive = this.#activeChanged.event;

  constructor(client: BaseLanguageClient, { extensionUri, workspaceState }: vscode.ExtensionContext) {
    this.#client = client;
    this.#extension = extensionUri;
    this.#memory = workspaceState;
    this.#subscriptions = [
      this.#activeChanged,
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      onDidChangeLanguage(() => this.#all((each) => each.speak())),
    ];
  }

  /** Begins to follow the editors; to be called when the client has begun to, so that the server knows a change before it is asked. */
  begin(): void {
    this.#subscriptions.push(
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#of(document.uri, (each) => each.changed())),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        for (const uri of uris) this.#of(uri, (each) => each.update());
      }),
      this.#client.onDidChangeState(() => this.#all((each) => each.update())),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === 'nianbao') this.#follow(editor.document.uri);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        this.#of(textEditor.document.uri, (each) => each.cursor(textEditor, kind !== undefined));
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        this.#of(textEditor.document.uri, (each) => each.scrolled(textEditor));
      }),
    );
    this.#all((each) => each.update());
  }

  /** The preview in front, or null. */
  get active(): PreviewPanel | null {
    return [...this.#previews].find(({ panel }) => panel.active) ?? null;
  }

  get all(): readonly PreviewPanel[] {
    return [...this.#previews];
  }

  /** Shows a report, the active one where none is named, in the preview that follows or a new one. */
  open(named: unknown, beside: boolean): void {
    const uri = named instanceof vscode.Uri ? named : reportInFront()?.uri;
    if (!uri) return;
    const column = beside
      ? vscode.ViewColumn.Beside
      : (vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.Active);
    const following = [...this.#previews].find(({ locked }) => !locked);
    if (following) {
      following.follow(uri);
      following.panel.reveal(following.panel.viewColumn ?? column, beside);
      return;
    }
    const place = { viewColumn: column, preserveFocus: beside };
    const panel = vscode.window.createWebviewPanel(viewType, '', place, { enableFindWidget: true });
    this.#add(panel, uri, false, { isForm: false, offset: cursorIn(editorOf(uri)) });
  }

  /** Opens the source of the preview in front. */
  async showSource(): Promise<void> {
    const { active } = this;
    if (!active) return;
    const { uri } = active;
    const viewColumn = editorOf(uri)?.viewColumn ?? vscode.ViewColumn.Active;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { viewColumn });
  }

  toggleLock(): void {
    const preview = this.#some();
    if (preview && !preview.isForm) preview.toggleLock();
  }

  /** Shows `view`, or the other one, in the preview in front or the first. */
  switchView(view: unknown): void {
    const wanted: View | null = view === 'portal' || view === 'paper' ? view : null;
    this.#some()?.tell({ type: 'view', view: wanted });
  }

  goToFinding(step: 1 | -1): void {
    this.#some()?.tell({ type: 'finding', step });
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PageState | undefined): Promise<void> {
    if (typeof state?.uri !== 'string') panel.dispose();
    else this.#add(panel, vscode.Uri.parse(state.uri, true), state.locked === true, { isForm: false, offset: null });
  }

  /** Makes a panel the form of a report, which begins at a place of its text. */
  addForm(panel: vscode.WebviewPanel, uri: vscode.Uri, offset: number | null): void {
    this.#add(panel, uri, true, { isForm: true, offset });
  }

  #add(panel: vscode.WebviewPanel, uri: vscode.Uri, locked: boolean, how: Pick<PanelParts, 'isForm' | 'offset'>): void {
    const own = { panel, client: this.#client, extension: this.#extension, memory: this.#memory };
    const preview = new PreviewPanel({ ...own, ...how }, uri, locked);
    this.#previews.add(preview);
    panel.onDidChangeViewState(() => this.#activeChanged.fire());
    panel.onDidDispose(() => {
      this.#previews.delete(preview);
      preview.dispose();
      this.#activeChanged.fire();
    });
    this.#activeChanged.fire();
  }

  #some(): PreviewPanel | null {
    return this.active ?? this.all[0] ?? null;
  }

  #follow(uri: vscode.Uri): void {
    this.#all((each) => {
      if (!each.locked) each.follow(uri);
    });
    this.#activeChanged.fire();
  }

  #of(uri: vscode.Uri, action: (preview: PreviewPanel) => void): void {
    const key = uri.toString();
    for (const preview of this.#previews) if (preview.uri.toString() === key) action(preview);
  }

  #all(action: (preview: PreviewPanel) => void): void {
    for (const preview of this.#previews) action(preview);
  }

  dispose(): void {
    for (const each of [...this.#subscriptions, ...[...this.#previews].map(({ panel }) => panel)]) each.dispose();
  }
}
