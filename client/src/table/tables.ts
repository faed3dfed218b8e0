// The cells of the open reports: where the server last saw them, carried through what was typed since.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Cells, type CellsParams, cellsRequest } from '../../../server/src/lsp/protocol.ts';
import { shifted } from './shift.ts';

/** The answer may be older than the text where a change is still on its way. */
const MOST_TRIES = 5;
/** How long a key waits for the cells, in milliseconds. */
const PATIENCE = 5000;
const LANGUAGE = 'nianbao';

interface Known {
  cells: Cells | null;
  asking: boolean;
  askAgain: boolean;
}

export class Tables implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #known = new Map<string, Known>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: readonly vscode.Disposable[];
  /** Fires when places are known anew, or carried along with a change of the text. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#known.delete(uri.toString())),
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.#meet(editors)),
    ];
  }

  /** Asks for the cells of the reports that are shown; for after the server has started. */
  begin(): void {
    this.#meet(vscode.window.visibleTextEditors);
  }

  /** The cells of a document as it is now; null where they aren't known yet. */
  cells({ uri }: vscode.TextDocument): Cells | null {
    return this.#known.get(uri.toString())?.cells ?? null;
  }

  /** Resolves when the cells of a report are known, or when they have been waited for long enough. */
  known(document: vscode.TextDocument): Promise<void> {
    if (document.languageId !== LANGUAGE || this.cells(document)) return Promise.resolve();
    return new Promise((done) => {
      const end = (): void => {
        listening.dispose();
        clearTimeout(timer);
        done();
      };
      const listening = this.onDidChange(() => this.cells(document) && end());
      const timer = setTimeout(end, PATIENCE);
    });
  }

  #meet(editors: readonly vscode.TextEditor[]): void {
    for (const { document } of editors) {
      if (document.languageId === LANGUAGE && !this.#known.has(document.uri.toString())) this.#update(document);
    }
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.#known.get(document.uri.toString());
    if (!known || contentChanges.length === 0) return;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, range, text }) => ({
      offset: rangeOffset,
      length: rangeLength,
      text,
      lines: text.split('\n').length - 1 - (range.end.line - range.start.line),
    }));
    if (known.cells) known.cells = shifted(known.cells, changes);
    this.#changed.fire(document);
    this.#update(document);
  }

  /** While an answer is awaited, any number of calls costs one more question. */
  #update(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const known = this.#known.get(uri) ?? { cells: null, asking: false, askAgain: false };
    this.#known.set(uri, known);
    if (known.asking) {
      known.askAgain = true;
      return;
    }
    known.asking = true;
    void this.#ask(document).then((cells) => {
      known.asking = false;
      if (this.#known.get(uri) !== known) return;
      if (cells && cells.version === document.version) {
        known.cells = cells;
        this.#changed.fire(document);
      }
      if (!known.askAgain) return;
      known.askAgain = false;
      this.#update(document);
    });
  }

  async #ask(document: vscode.TextDocument): Promise<Cells | null> {
    const params: CellsParams = { uri: document.uri.toString() };
    try {
      for (let tries = 1; ; tries++) {
        if (!this.#client.isRunning()) return null;
        const cells = await this.#client.sendRequest<Cells | null>(cellsRequest, params);
        if (tries === MOST_TRIES || (cells && (cells.version ?? 0) >= document.version)) return cells;
      }
    } catch {
      return null;
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}
