import * as vscode from 'vscode';
import type { Import } from '../../server/src/lsp/protocol.ts';

const scheme = 'nianbao-import';

/** What is said of an import: a sentence as a message, everything in a document that can't be changed. */
export class ImportNotes implements vscode.Disposable {
  readonly #provider: vscode.Disposable;
  readonly #texts = new Map<string, string>();

  constructor() {
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ path }) => this.#texts.get(path) ?? '',
    });
  }

  /** Shows the message, and the details when they are asked for. `source` is the name of what was imported. */
  async show({ summary, details, doubtful }: Import, source: string): Promise<void> {
    const more = vscode.l10n.t('Details');
    const message = doubtful ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
    if ((await message(summary, more)) !== more) return;
    const path = `/${vscode.l10n.t('Import of {0}', source)}.txt`;
    this.#texts.set(path, `${source}\n\n${details}\n`);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path }));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  dispose(): void {
    this.#provider.dispose();
  }
}
