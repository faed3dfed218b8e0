// Keys as in a spreadsheet: from value to value, and the row that is left put straight.
import * as vscode from 'vscode';
import type { CellPlace, Offsets } from '../../../server/src/lsp/protocol.ts';
import { type Edit, paddedRow } from './padding.ts';
import type { Tables } from './tables.ts';
import { below, beside, cellAt, promptAt, rowAt, selectionIn } from './walk.ts';

/** An offset of a document that is carried along with its changes. */
interface Spot {
  readonly document: vscode.TextDocument;
  offset: number;
}

export class TableKeys implements vscode.Disposable {
  readonly #tables: Tables;
  readonly #subscriptions: readonly vscode.Disposable[];
  /** In the cell that is being typed in. */
  #typed: Spot | null = null;
  /** In rows that were typed in and not put below the others yet. */
  #rows: readonly Spot[] = [];
  #padding = false;
  #context = '';

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#moved()),
      vscode.window.onDidChangeTextEditorSelection((event) => {
        this.#moved();
        this.#selectPrompt(event);
      }),
      vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      tables.onDidChange(() => this.#setContext()),
    ];
  }

  /**
   * Selects the value or prompt after the cursor, before it, or the value below its own. The row that was typed in is put below the others, as
   * part of what was typed: other keys end that step of undoing before they can be heard, so rows left by them wait.
   */
  async go(way: Way): Promise<void> {
    const here = this.#here();
    const target = here && targets[way](here);
    if (!target) return;
    const { editor } = here;
    const { document } = editor;
    const { start, end } = selectionIn(document.getText(), target);
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
    editor.revealRange(editor.selection);
    if (this.#typed?.document !== document) return;
    this.#leave();
    await this.#pad(editor);
  }

  #here(): Here | null {
    const editor = vscode.window.activeTextEditor;
    const cells = editor && this.#tables.cells(editor.document);
    if (!editor || !cells) return null;
    return { editor, cells, offset: editor.document.offsetAt(editor.selection.active) };
  }

  #changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const spots = [...this.#rows, ...(this.#typed ? [this.#typed] : [])].filter((spot) => spot.document === document);
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      for (const spot of spots) if (spot.offset > rangeOffset) spot.offset += text.length - rangeLength;
    }
    const [change, ...more] = contentChanges;
    if (!change || this.#padding) return;
    const editor = vscode.window.activeTextEditor;
    const isInLine = more.length === 0 && change.range.isSingleLine && !/[\r\n]/.test(change.text);
    if (reason !== undefined) this.#forget(document);
    else if (isInLine && editor?.document === document && editor.selection.active.line === change.range.start.line) {
      this.#typed = { document, offset: change.rangeOffset };
    } else this.#leave();
  }

  #forget(document: vscode.TextDocument): void {
    this.#rows = this.#rows.filter((row) => row.document !== document);
    if (this.#typed?.document === document) this.#typed = null;
  }

  #leave(): void {
    if (this.#typed) this.#rows = [...this.#rows, this.#typed];
    this.#typed = null;
  }

  #moved(): void {
    this.#setContext();
    const typed = this.#typed;
    const here = this.#here();
    if (!typed) return;
    const isThere = here?.editor.document === typed.document;
    const own = isThere ? cellAt(here.cells, typed.offset) : null;
    if (!isThere || !own || cellAt(here.cells, here.offset)?.cell !== own.cell) this.#leave();
  }

  /** A prompt that is clicked on is selected, so that what is typed takes its place. */
  #selectPrompt({ kind, textEditor, selections: [selection, ...more] }: vscode.TextEditorSelectionChangeEvent): void {
    if (kind !== vscode.TextEditorSelectionChangeKind.Mouse || !selection?.isEmpty || more.length > 0) return;
    const { document } = textEditor;
    const cells = this.#tables.cells(document);
    const prompt = cells && promptAt(cells, document.offsetAt(selection.active));
    if (prompt)
      textEditor.selection = new vscode.Selection(document.positionAt(prompt.start), document.positionAt(prompt.end));
  }

  /** Puts the rows that wait below the others and ends the step of undoing. */
  async #pad(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const cells = this.#tables.cells(document);
    const text = document.getText();
    const places = this.#rows.flatMap((row) =>
      cells && row.document === document ? (rowAt(cells, row.offset) ?? []) : [],
    );
    const rows = new Map(places.map(({ row, table }) => [row, table]));
    const needed = [...rows].flatMap(([row, table]) => paddedRow(text, table, row));
    this.#rows = this.#rows.filter((row) => row.document !== document);
    // Only an edit can end the step: where none is needed, one that changes nothing.
    const edits =
      needed.length > 0 ? needed : [...rows.keys()].slice(0, 1).flatMap(({ cells }) => unchanged(text, cells));
    if (edits.length === 0) return;
    this.#padding = true;
    try {
      await editor.edit(
        (builder) => {
          for (const edit of edits) {
            const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
            builder.replace(range, edit.text);
          }
        },
        { undoStopBefore: false, undoStopAfter: true },
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
    const end = here && selections[0]?.end;
    const isInLine = end !== undefined && end?.line === selections[0]?.start.line;
    const before = end && here.editor.document.lineAt(end).text.slice(0, end.character);
    const states = {
      inCell: cell?.cell.kind === 'value',
      inRow:
        here !== null && rowAt(here.cells, from)?.row === rowAt(here.cells, to)?.row && rowAt(here.cells, to) !== null,
      inProse: here !== null && isInLine && before?.trim() !== '' && rowAt(here.cells, to) === null,
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

const targets: Readonly<Record<Way, (here: Here) => Offsets | null>> = {
  next: ({ cells, offset }) => beside(cells, offset, 1),
  previous: ({ cells, offset }) => beside(cells, offset, -1),
  below({ cells, offset }) {
    const own = cellAt(cells, offset);
    return own && (below(own)?.cell.room ?? beside(cells, own.table.span.end, 1));
  },
};

/** A bar beside a cell, in place of itself. */
function unchanged(text: string, [cell]: readonly CellPlace[]): readonly Edit[] {
  const end = cell?.room.end ?? text.length;
  const bar = text.slice(end, end + 1);
  return /[|｜]/.test(bar) ? [{ start: end, end: end + 1, text: bar }] : [];
}

interface Here {
  readonly editor: vscode.TextEditor;
  readonly cells: NonNullable<ReturnType<Tables['cells']>>;
  /** Where the cursor is. */
  readonly offset: number;
}
