// Columns below each other in any font: empty attachments of the width that each cell lacks.
import * as vscode from 'vscode';
import { type Attachment, attachments } from './deficits.ts';
import type { Tables } from './tables.ts';

/** How many lines around those that are shown are put straight, too. */
const MARGIN = 60;
const SETTING = 'nianbao.editor.alignColumns';

export class StraightColumns implements vscode.Disposable {
  readonly #tables: Tables;
  readonly #type = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #subscriptions: readonly vscode.Disposable[];
  /** What each editor was last told, so that scrolling over the same lines tells it nothing. */
  readonly #told = new WeakMap<vscode.TextEditor, string>();

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#subscriptions = [
      this.#type,
      tables.onDidChange((document) => this.#update(document)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#straighten(textEditor)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#update()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTING) || event.affectsConfiguration('editor.letterSpacing')) this.#update();
      }),
    ];
  }

  #update(document?: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (!document || editor.document === document) this.#straighten(editor);
    }
  }

  #straighten(editor: vscode.TextEditor): void {
    const { document } = editor;
    const options = this.#attachments(editor).map(({ offset, width }): vscode.DecorationOptions => {
      const at = document.positionAt(offset);
      return { range: new vscode.Range(at, at), renderOptions: { before: { contentText: '', width } } };
    });
    const told = JSON.stringify([document.version, options]);
    if (this.#told.get(editor) === told || (options.length === 0 && !this.#told.has(editor))) return;
    this.#told.set(editor, told);
    editor.setDecorations(this.#type, options);
  }

  #attachments({ document, visibleRanges }: vscode.TextEditor): readonly Attachment[] {
    const cells = this.#tables.cells(document);
    const { on, letterSpacing } = settingsOf(document);
    if (!cells || !on) return [];
    const text = document.getText();
    const shown = (line: number): boolean =>
      visibleRanges.some(({ start, end }) => start.line - MARGIN <= line && line <= end.line + MARGIN);
    return cells.tables.flatMap((table) => {
      const rows = table.rows.filter(({ line }) => shown(line));
      // Its head may stick to the top of the editor.
      const heads = rows.length > 0 ? table.rows.filter((row) => row.head && !rows.includes(row)) : [];
      return rows.length > 0 ? attachments(text, table, [...heads, ...rows], letterSpacing) : [];
    });
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}

function settingsOf({ uri, languageId }: vscode.TextDocument): {
  readonly on: boolean;
  readonly letterSpacing: number;
} {
  const scope = { uri, languageId };
  return {
    on: vscode.workspace.getConfiguration('nianbao.editor', scope).get('alignColumns', true),
    letterSpacing: vscode.workspace.getConfiguration('editor', scope).get('letterSpacing', 0),
  };
}
