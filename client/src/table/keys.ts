// Keys as in a spreadsheet: from value to value, and the row that is left put straight.
import * as vscode from 'vscode';
import { paddedRow } from './padding.ts';
import type { Tables } from './tables.ts';
import { below, beside, cellAt, type Place, rowAt, selectionIn } from './walk.ts';

/** A cell that was typed in, by an offset in it. */
interface Typed {
  readonly document: vscode.TextDocument;
  readonly offset: number;
}

export class TableKeys implements vscode.Disposable {
  readonly #tables: Tables;
  readonly #subscriptions: readonly vscode.Disposable[];
  #typed: Typed | null = null;
  #padding = false;
  #context = '';

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#moved()),
      vscode.window.onDidChangeTextEditorSelection(() => this.#moved()),
      vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      tables.onDidChange(() => this.#setContext()),
    ];
  }

  /** Selects the value after the cursor, before it, or below its own. */
  go(way: Way): void {
    const here = this.#here();
    const place = here && targets[way](here);
    if (!place) return;
    const { editor } = here;
    const { document } = editor;
    const { start, end } = selectionIn(document.getText(), place.cell.room);
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
    editor.revealRange(editor.selection);
  }

  #here(): Here | null {
    const editor = vscode.window.activeTextEditor;
    const cells = editor && this.#tables.cells(editor.document);
    if (!editor || !cells) return null;
    return { editor, cells, offset: editor.document.offsetAt(editor.selection.active) };
  }

  #changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const [change, ...more] = contentChanges;
    if (!change || this.#padding) return;
    const editor = vscode.window.activeTextEditor;
    const isTyped =
      reason === undefined && more.length === 0 && !/[\r\n]/.test(change.text) && change.range.isSingleLine;
    if (isTyped && editor?.document === document && editor.selection.active.line === change.range.start.line) {
      this.#typed = { document, offset: change.rangeOffset };
    } else if (this.#typed?.document === document) this.#typed = null;
  }

  /** When the cell that was typed in is left, its row is put below the others, as part of what was typed. */
  #moved(): void {
    this.#setContext();
    const typed = this.#typed;
    const here = this.#here();
    const cells = typed && this.#tables.cells(typed.document);
    const own = cells && cellAt(cells, typed.offset);
    if (!typed) return;
    const isThere = here?.editor.document === typed.document;
    if (isThere && own && cellAt(here.cells, here.offset)?.cell === own.cell) return;
    this.#typed = null;
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === typed.document);
    if (own && editor) void this.#pad(editor, typed.offset);
  }

  async #pad(editor: vscode.TextEditor, offset: number): Promise<void> {
    const { document } = editor;
    const cells = this.#tables.cells(document);
    const at = cells && rowAt(cells, offset);
    const edits = at ? paddedRow(document.getText(), at.table, at.row) : [];
    if (edits.length === 0) return;
    this.#padding = true;
    try {
      await editor.edit(
        (builder) => {
          for (const { start, end, text } of edits) {
            builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
          }
        },
        { undoStopBefore: false, undoStopAfter: false },
      );
    } finally {
      this.#padding = false;
    }
  }

  #setContext(): void {
    const here = this.#here();
    const { selections } = here?.editor ?? { selections: [] };
    const offsets = selections.map(({ start, end }) =>
      [start, end].map((each) => here?.editor.document.offsetAt(each)),
    );
    const [from = 0, to = 0] = offsets[0] ?? [];
    const cell = here && cellAt(here.cells, from, to);
    const states = {
      inCell: cell?.cell.kind === 'value',
      inRow:
        here !== null && rowAt(here.cells, from)?.row === rowAt(here.cells, to)?.row && rowAt(here.cells, to) !== null,
      spansCells: here !== null && from !== to && cell === null && rowAt(here.cells, from) !== null,
    };
    const context = JSON.stringify(states);
    if (context === this.#context) return;
    this.#context = context;
    for (const [key, value] of Object.entries(states)) {
      void vscode.commands.executeCommand('setContext', `nianbao.${key}`, value);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

export type Way = 'next' | 'previous' | 'below';

const targets: Readonly<Record<Way, (here: Here) => Place | null>> = {
  next: ({ cells, offset }) => beside(cells, offset, 1),
  previous: ({ cells, offset }) => beside(cells, offset, -1),
  below({ cells, offset }) {
    const own = cellAt(cells, offset);
    return own && (below(own) ?? beside(cells, own.table.rows.at(-1)?.span.end ?? offset, 1));
  },
};

interface Here {
  readonly editor: vscode.TextEditor;
  readonly cells: NonNullable<ReturnType<Tables['cells']>>;
  /** Where the cursor is. */
  readonly offset: number;
}
