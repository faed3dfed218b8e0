import * as vscode from 'vscode';
import type { Import } from '../../server/src/lsp/protocol.ts';
import { t } from './texts.ts';

const scheme = 'nianbao-import';

/** What is said of an import: a sentence as a message, everything in a page beside. */
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
    await this.#tell(summary, doubtful, t('Import of {0}', source), details.split('\n'));
  }

  /** The same for several files: a line each under one message. */
  async showAll(summary: string, lines: readonly string[], doubtful: boolean): Promise<void> {
    await this.#tell(summary, doubtful, t('Import of {0} files', lines.length), [summary, ...lines]);
  }

  async #tell(summary: string, doubtful: boolean, title: string, details: readonly string[]): Promise<void> {
    const more = t('Details');
    const message = doubtful ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
    if ((await message(summary, more)) === more) await this.#open(title, details);
  }

  async #open(title: string, [first = '', ...others]: readonly string[]): Promise<void> {
    const path = `/${title}.md`;
    const points = others.map((line) => `- ${escaped(line)}`);
    this.#texts.set(path, `# ${escaped(title)}\n\n${[escaped(first), ...points].join('\n\n')}\n`);
    await vscode.commands.executeCommand('markdown.showPreviewToSide', vscode.Uri.from({ scheme, path }));
  }

  dispose(): void {
    this.#provider.dispose();
  }
}

/** A text as Markdown that shows it as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&');
}
