import * as vscode from 'vscode';
import { packagedList } from './packaged-list.ts';
import { messageLanguage, t } from './texts.ts';

const scheme = 'nianbao-rule';

interface RuleTitle {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Shows the page of a rule, which is packaged with the extension, in VS Code's Markdown preview. */
export class RulePages implements vscode.Disposable {
  readonly #root: vscode.Uri;
  readonly #provider: vscode.Disposable;

  constructor(root: vscode.Uri) {
    this.#root = root;
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async ({ path }) => inMessageLanguage(await this.#read('docs/rules', path)),
    });
  }

  /** Shows the page of `code`; without a code it asks for one. */
  async explain(code?: unknown): Promise<void> {
    const chosen = typeof code === 'string' ? code : await this.#choose();
    if (!chosen || !/^[a-z0-9-]+$/.test(chosen)) return;
    await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme, path: `/${chosen}.md` }));
  }

  async #choose(): Promise<string | undefined> {
    const titles = await packagedList<RuleTitle>(this.#root, 'rules.json');
    const here = codesAtCursor();
    const chinese = messageLanguage() === 'zh';
    const items = titles.map(({ code, zh, en }) => ({ label: code, description: chinese ? zh : en }));
    const picked = await vscode.window.showQuickPick(
      items.sort((a, b) => Number(here.has(b.label)) - Number(here.has(a.label))),
      { placeHolder: t('Which rule?'), matchOnDescription: true },
    );
    return picked?.label;
  }

  async #read(folder: string, name: string): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#root, folder, name)));
  }

  dispose(): void {
    this.#provider.dispose();
  }
}

/** A page holds both languages, the Chinese half first; each begins with a heading that names the rule. */
function inMessageLanguage(page: string): string {
  const [chinese = page, english = page] = page.split(/^---\n+(?=# [a-z0-9-]+ · )/m);
  return messageLanguage() === 'zh' ? chinese : english;
}

function codesAtCursor(): ReadonlySet<unknown> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return new Set();
  const line = editor.selection.active.line;
  const here = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range }) => range.start.line <= line && line <= range.end.line);
  return new Set(here.map(({ code }) => (typeof code === 'object' ? code.value : code)));
}
