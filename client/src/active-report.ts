// The report that one works on: its text, its form or its preview is in front.
import * as vscode from 'vscode';
import { reportInFront } from './documents.ts';
import type { Previews } from './preview/previews.ts';

export class ActiveReport implements vscode.Disposable {
  readonly #previews: Previews;
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when another report may be in front, or its text or what is found in it may have changed. */
  readonly onDidChange = this.#changed.event;
  #last: vscode.Uri | null = null;

  constructor(previews: Previews) {
    this.#previews = previews;
    const check = (uris: readonly vscode.Uri[]): void => {
      const keys = [this.uri, this.last].map(String);
      if (uris.some((uri) => keys.includes(uri.toString()))) this.#changed.fire();
    };
    this.#subscriptions = [
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#moved()),
      previews.onDidChangeActive(() => this.#moved()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => check(uris)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => check([document.uri])),
      vscode.workspace.onDidCloseTextDocument(() => this.#moved()),
    ];
    this.#moved();
  }

  /** The report in front; null where something else is. */
  get uri(): vscode.Uri | null {
    return reportInFront()?.uri ?? this.#previews.active?.uri ?? null;
  }

  /** The report that was last in front, as long as it is open. */
  get last(): vscode.Uri | null {
    return this.#last;
  }

  #moved(): void {
    const wanted = this.uri ?? this.#last;
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === wanted?.toString());
    this.#last = isOpen ? wanted : null;
    const isText = this.uri !== null && this.#previews.active === null;
    void vscode.commands.executeCommand('setContext', 'nianbao.textInFront', isText);
    this.#changed.fire();
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}
