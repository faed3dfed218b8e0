// The form as an editor of its own on the same text, and the ways between text and form, which keep the place.
import * as vscode from 'vscode';
import type { PreviewPanel } from './panel.ts';
import type { Previews } from './previews.ts';

export const formType = 'nianbao.form';

export class Forms implements vscode.CustomTextEditorProvider, vscode.Disposable {
  readonly #previews: Previews;
  readonly #registered: vscode.Disposable;
  /** The places that forms, by their URI, are opened at. */
  readonly #arrivals = new Map<string, number>();

  constructor(previews: Previews) {
    this.#previews = previews;
    const webviewOptions = { enableFindWidget: true, retainContextWhenHidden: true };
    this.#registered = vscode.window.registerCustomEditorProvider(formType, this, {
      webviewOptions,
      supportsMultipleEditorsPerDocument: true,
    });
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const key = document.uri.toString();
    const offset = this.#arrivals.get(key) ?? null;
    this.#arrivals.delete(key);
    this.#previews.addForm(panel, document.uri, offset);
  }

  /** Opens the form of the report in front, where the cursor stands, in place of its text. */
  async openForm(named: unknown): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const uri = named instanceof vscode.Uri ? named : editor?.document.uri;
    if (!uri) return;
    const own = editor?.document.uri.toString() === uri.toString() ? editor : undefined;
    const offset = own ? own.document.offsetAt(own.selection.active) : null;
    const viewColumn = own?.viewColumn ?? vscode.ViewColumn.Active;
    const open = this.#formOf(uri, viewColumn);
    if (offset !== null && !open) this.#arrivals.set(uri.toString(), offset);
    await vscode.commands.executeCommand('vscode.openWith', uri, formType, { viewColumn });
    if (offset !== null) open?.goTo(offset);
    await closeSaved(
      own?.document,
      viewColumn,
      (input) => input instanceof vscode.TabInputText && same(input.uri, uri),
    );
  }

  /** Opens the text of the form in front, at the same place, instead of it. */
  async openText(): Promise<void> {
    const form = this.#previews.active;
    if (!form) return;
    const { uri, panel } = form;
    const viewColumn = panel.viewColumn ?? vscode.ViewColumn.Active;
    const document = await form.openSource(viewColumn);
    await closeSaved(document, viewColumn, (input) => input instanceof vscode.TabInputCustom && same(input.uri, uri));
  }

  #formOf(uri: vscode.Uri, column: vscode.ViewColumn): PreviewPanel | undefined {
    return this.#previews.all.find((each) => each.isForm && same(each.uri, uri) && each.panel.viewColumn === column);
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

function same(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}

/** Closes a tab whose file has nothing to be saved: for another, VS Code would ask. */
async function closeSaved(
  document: vscode.TextDocument | undefined,
  column: vscode.ViewColumn,
  is: (input: unknown) => boolean,
): Promise<void> {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const group = all.find(({ viewColumn }) => viewColumn === column) ?? activeTabGroup;
  const tab = group.tabs.find(({ input }) => is(input));
  if (tab && document && !document.isDirty) await vscode.window.tabGroups.close(tab, true);
}
