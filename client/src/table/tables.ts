// The cells of the open reports: where the server last saw them, carried through what was typed since.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Cells, cellsRequest } from '../../../server/src/lsp/protocol.ts';
import { Latest } from '../latest.ts';
import { toldOfText } from '../requests.ts';
import { shifted } from './shift.ts';

/** How long a key waits for the cells, in milliseconds. */
const PATIENCE = 5000;
const LANGUAGE = 'nianbao';

interface Known {
  cells: Cells | null;
  readonly latest: Latest;
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

  #update(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const known = this.#known.get(uri) ?? { cells: null, latest: new Latest(() => this.#learn(document)) };
    this.#known.set(uri, known);
    known.latest.run();
  }

  async #learn(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const known = this.#known.get(uri);
    if (!known) return;
    const cells = await toldOfText<Cells>(this.#client, cellsRequest, document);
    if (this.#known.get(uri) !== known || cells?.version !== document.version) return;
    known.cells = cells;
    this.#changed.fire(document);
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}
