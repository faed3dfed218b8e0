// Keys as in a spreadsheet: from value to value, and the row that is left put straight.
import * as vscode from 'vscode';
import type { CellPlace, Offsets, RowPlaces, TablePlaces } from '../../../server/src/lsp/protocol.ts';
import { PadSteps } from './pad-steps.ts';
import { type Edit, paddedRow } from './padding.ts';
import type { Tables } from './tables.ts';
import { below, beside, cellAt, promptAt, rowAt, selectionIn } from './walk.ts';

/** An offset of a document that is carried along with its changes. */
interface Spot {
  readonly document: vscode.TextDocument;
  offset: number;
}

/** How long the editor may take to say that a selection has been made, in milliseconds. */
const UNDERWAY = 500;

export class TableKeys implements vscode.Disposable {
  readonly #tables: Tables;
  readonly #subscriptions: readonly vscode.Disposable[];
  /** In the cell that is being typed in. */
  #typed: Spot | null = null;
  /** In rows that were typed in and not put below the others yet. */
  #rows: readonly Spot[] = [];
  /** The edits of a padding that is being made. */
  #padding: readonly Edit[] | null = null;
  /** Done when every key so far has been answered. */
  #going: Promise<void> = Promise.resolve();
  /** Where the last key has led, until the editor says so: what it says before is older. */
  #target: (Spot & { readonly until: number }) | null = null;
  /** Of each document the steps that only padded. */
  readonly #steps = new WeakMap<vscode.TextDocument, PadSteps>();
  #context = '';

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#moved()),
      vscode.window.onDidChangeTextEditorSelection((event) => {
        this.#arrive(event);
        this.#moved();
        this.#selectPrompt(event);
      }),
      vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      tables.onDidChange(() => this.#setContext()),
    ];
  }

  /**
   * Selects the value or prompt after the cursor, before it, or the value below its own. The row that was typed in is put
   * below the others, as part of what was typed. Where that step of undoing has ended before this can be heard, by another
   * key, the mouse or a file that was saved, the row is padded in a step of its own, undone and redone together with it.
   * `otherwise` is the command that the key has where there is nothing to walk. Keys are answered one after the other: each
   * starts from where the one before it has led.
   */
  go(way: Way, otherwise?: string): Promise<void> {
    const after = this.#going.then(() => this.#walk(way, otherwise));
    this.#going = after.catch(() => {});
    return after;
  }

  async #walk(way: Way, otherwise?: string): Promise<void> {
    const active = vscode.window.activeTextEditor;
    if (active) await this.#tables.known(active.document);
    const here = this.#here();
    if (otherwise && !(here && isWalked(here))) return elsewhere(otherwise, here);
    const target = here && targets[way](here);
    if (!target) return;
    const { editor } = here;
    const { document } = editor;
    const { start, end } = selectionIn(document.getText(), target);
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
    this.#target = { document, offset: end, until: Date.now() + UNDERWAY };
    editor.revealRange(editor.selection);
    if (this.#typed?.document !== document) return;
    this.#leave();
    await this.#pad(editor);
  }

  #here(): Here | null {
    const editor = vscode.window.activeTextEditor;
    const cells = editor && this.#tables.cells(editor.document);
    if (!editor || !cells) return null;
    const { document, selection } = editor;
    const target = this.#target;
    const isUnderway = target?.document === document && Date.now() < target.until;
    return { editor, cells, offset: isUnderway ? target.offset : document.offsetAt(selection.active) };
  }

  #arrive({ kind, textEditor: { document }, selections: [selection] }: vscode.TextEditorSelectionChangeEvent): void {
    const target = this.#target;
    const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
    const isThere = target?.document === document && selection && document.offsetAt(selection.end) === target.offset;
    if (isThere || kind === Keyboard || kind === Mouse) this.#target = null;
  }

  #changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const spots = [...this.#rows, this.#typed, this.#target].filter((spot) => spot?.document === document);
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      for (const spot of spots) if (spot && spot.offset > rangeOffset) spot.offset += text.length - rangeLength;
    }
    const [change, ...more] = contentChanges;
    if (!change || (this.#padding && areThose(this.#padding, contentChanges))) return;
    this.#target = null;
    this.#followStep(document, reason);
    const editor = vscode.window.activeTextEditor;
    const isInLine = more.length === 0 && change.range.isSingleLine && !/[\r\n]/.test(change.text);
    if (reason !== undefined) this.#forget(document);
    else if (isInLine && editor?.document === document && editor.selection.active.line === change.range.start.line) {
      this.#typed = { document, offset: change.rangeOffset };
    } else this.#leave();
  }

  /** Goes on undoing where a padding alone was undone, and redoing where what was typed was redone without it. */
  #followStep(document: vscode.TextDocument, reason: vscode.TextDocumentChangeReason | undefined): void {
    if (!this.#tables.cells(document)) return;
    const steps = this.#stepsOf(document);
    if (reason === undefined) steps.changed(document.getText());
    else if (steps.goesOn(document.getText())) {
      void vscode.commands.executeCommand(reason === vscode.TextDocumentChangeReason.Undo ? 'undo' : 'redo');
    }
  }

  #stepsOf(document: vscode.TextDocument): PadSteps {
    const steps = this.#steps.get(document) ?? new PadSteps();
    this.#steps.set(document, steps);
    return steps;
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
    if (typed) {
      const isThere = here?.editor.document === typed.document;
      const own = isThere ? cellAt(here.cells, typed.offset) : null;
      if (!isThere || !own || cellAt(here.cells, here.offset)?.cell !== own.cell) this.#leave();
    }
    if (here) void this.#padLeft(here);
  }

  /** Puts the rows that the cursor has left below the others, in a step of undoing of its own. */
  async #padLeft({ editor, cells, offset }: Here): Promise<void> {
    const { document } = editor;
    const own = rowAt(cells, offset)?.row;
    const left = this.#rows.filter((spot) => spot.document === document && rowAt(cells, spot.offset)?.row !== own);
    if (left.length === 0 || this.#padding) return;
    const text = document.getText();
    const edits = [...this.#placesOf(left, cells)].flatMap(([row, table]) => paddedRow(text, table, row));
    this.#rows = this.#rows.filter((spot) => !left.includes(spot));
    if (edits.length === 0) return;
    if (await this.#make(editor, edits, true)) this.#moved();
    // Where the text has changed meanwhile, they wait for the next move.
    else this.#rows = [...this.#rows, ...left];
  }

  #placesOf(spots: readonly Spot[], cells: Here['cells']): ReadonlyMap<RowPlaces, TablePlaces> {
    return new Map(spots.flatMap(({ offset }) => rowAt(cells, offset) ?? []).map(({ row, table }) => [row, table]));
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
    const waiting = this.#rows.filter((row) => row.document === document);
    const rows = cells ? this.#placesOf(waiting, cells) : new Map<RowPlaces, TablePlaces>();
    const needed = [...rows].flatMap(([row, table]) => paddedRow(text, table, row));
    this.#rows = this.#rows.filter((row) => row.document !== document);
    // Only an edit can end the step: where none is needed, one that changes nothing.
    const edits =
      needed.length > 0 ? needed : [...rows.keys()].slice(0, 1).flatMap(({ cells }) => unchanged(text, cells));
    if (edits.length > 0 && !(await this.#make(editor, edits, false))) this.#rows = [...this.#rows, ...waiting];
  }

  /** Whether the edits were made. */
  async #make(editor: vscode.TextEditor, edits: readonly Edit[], undoStopBefore: boolean): Promise<boolean> {
    const { document } = editor;
    const before = document.getText();
    this.#padding = edits;
    try {
      const isMade = await editor.edit(
        (builder) => {
          for (const edit of edits) {
            const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
            builder.replace(range, edit.text);
          }
        },
        { undoStopBefore, undoStopAfter: true },
      );
      if (isMade) this.#stepsOf(document).padded(before, document.getText());
      return isMade;
    } finally {
      this.#padding = null;
    }
  }

  #setContext(): void {
    const here = this.#here();
    const { selections } = here?.editor ?? { selections: [] };
    const [from = 0, to = 0] = [selections[0]?.start, selections[0]?.end].map(
      (each) => each && here?.editor.document.offsetAt(each),
    );
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
    for (const each of this.#subscriptions) each.dispose();
  }
}

/** Whether changes are what edits have made. */
function areThose(edits: readonly Edit[], changes: readonly vscode.TextDocumentContentChangeEvent[]): boolean {
  const isOf = ({ rangeOffset, rangeLength, text }: (typeof changes)[number]): boolean =>
    edits.some((edit) => edit.start === rangeOffset && edit.end === rangeOffset + rangeLength && edit.text === text);
  return changes.length === edits.length && changes.every(isOf);
}

/** Whether the selection lies in one row, or in a line of prose and not before it. */
function isWalked({ editor: { document, selection }, cells }: Here): boolean {
  const { start, end } = selection;
  const row = rowAt(cells, document.offsetAt(end))?.row;
  if (row) return rowAt(cells, document.offsetAt(start))?.row === row;
  return start.line === end.line && document.lineAt(end).text.slice(0, end.character).trim() !== '';
}

/** What a key does where there is nothing to walk: into a row whose cells nobody knows it writes nothing. */
async function elsewhere(command: string, here: Here | null): Promise<void> {
  if (here && !isStray(here)) await vscode.commands.executeCommand(command);
}

/** Whether the cursor stands in a row, with nothing selected beyond it, and the row in no table. */
function isStray({ editor: { selection }, cells: { strays }, offset }: Here): boolean {
  return selection.isSingleLine && strays.some(({ start, end }) => start <= offset && offset <= end);
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
