import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Summary, summaryRequest } from '../../server/src/lsp/protocol.ts';
import type { ActiveReport } from './active-report.ts';
import { Latest } from './latest.ts';
import { toldOf } from './requests.ts';
import { onDidChangeLanguage, t } from './texts.ts';

/** What the status bar says of the report in front, be it as text, form or preview. */
export class Status implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #active: ActiveReport;
  readonly #item = vscode.window.createStatusBarItem('nianbao.summary', vscode.StatusBarAlignment.Left, 10);
  readonly #subscriptions: vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when the text in the status bar may have changed. */
  readonly onDidChange = this.#changed.event;
  readonly #latest = new Latest(() => this.#show());
  #shown: string | null = null;

  constructor(client: BaseLanguageClient, active: ActiveReport) {
    this.#client = client;
    this.#active = active;
    this.#item.name = 'Nianbao';
    this.#item.command = 'nianbao.showMenu';
    this.#subscriptions = [
      this.#item,
      this.#changed,
      active.onDidChange(() => this.update()),
      client.onDidChangeState(() => this.update()),
      onDidChangeLanguage(() => this.update()),
    ];
  }

  /** The text in the status bar; null while it shows none. */
  get text(): string | null {
    return this.#shown;
  }

  /** Asks for the summary again. */
  update(): void {
    this.#latest.run();
  }

  async #show(): Promise<void> {
    const { uri } = this.#active;
    const summary = uri && (await toldOf<Summary>(this.#client, summaryRequest, uri));
    this.#shown = summary && uri?.toString() === this.#active.uri?.toString() ? textOf(summary) : null;
    if (summary && this.#shown) {
      this.#item.text = this.#shown;
      this.#item.tooltip = tooltipOf(summary);
      this.#item.show();
    } else this.#item.hide();
    this.#changed.fire();
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
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
