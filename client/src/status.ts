import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Summary, type SummaryParams, summaryRequest } from '../../server/src/lsp/protocol.ts';
import { onDidChangeLanguage, t } from './texts.ts';

/** What the status bar says of the report in the active editor. */
export class Status implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #item = vscode.window.createStatusBarItem('nianbao.summary', vscode.StatusBarAlignment.Left, 10);
  readonly #subscriptions: vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when the text in the status bar may have changed. */
  readonly onDidChange = this.#changed.event;
  #shown: string | null = null;
  #asking = false;
  #askAgain = false;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#item.name = 'Nianbao';
    this.#item.command = 'nianbao.showMenu';
    this.#subscriptions = [
      this.#item,
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const active = activeReport()?.uri.toString();
        if (uris.some((uri) => uri.toString() === active)) this.update();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === activeReport()) this.update();
      }),
      client.onDidChangeState(() => this.update()),
      onDidChangeLanguage(() => this.update()),
    ];
  }

  /** The text in the status bar; null while it shows none. */
  get text(): string | null {
    return this.#shown;
  }

  /** Asks for the summary again. While an answer is awaited, any number of calls costs one more question. */
  update(): void {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    void this.#show().finally(() => {
      this.#asking = false;
      if (!this.#askAgain) return;
      this.#askAgain = false;
      this.update();
    });
  }

  async #show(): Promise<void> {
    const document = activeReport();
    const summary = document && this.#client.isRunning() ? await this.#summaryOf(document) : null;
    this.#shown = summary && document === activeReport() ? textOf(summary) : null;
    if (summary && this.#shown) {
      this.#item.text = this.#shown;
      this.#item.tooltip = tooltipOf(summary);
      this.#item.show();
    } else this.#item.hide();
    this.#changed.fire();
  }

  async #summaryOf(document: vscode.TextDocument): Promise<Summary | null> {
    const params: SummaryParams = { uri: document.uri.toString() };
    try {
      return await this.#client.sendRequest<Summary | null>(summaryRequest, params);
    } catch {
      return null;
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

function activeReport(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'nianbao' ? document : undefined;
}

function textOf({ body, year, editionName, errors, warnings }: Summary): string {
  const unknown = t('year unknown');
  const counts =
    errors + warnings === 0 ? '$(check)' : [errors && `$(error) ${errors}`, warnings && `$(warning) ${warnings}`];
  return [body, year ?? unknown, editionName, [counts].flat().filter(Boolean).join(' ')].filter(Boolean).join(' · ');
}

function tooltipOf({ body, year, editionName, errors, warnings }: Summary): string {
  return [
    t('Body: {0}', body ?? '–'),
    t('Year: {0}', year ?? '–'),
    t('Form: {0}', editionName),
    t('Errors: {0}, warnings: {1}', errors, warnings),
  ].join('\n');
}
