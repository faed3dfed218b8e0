// The manual: the pages of docs/, which are packaged with the extension, in VS Code's Markdown preview.
import * as vscode from 'vscode';
import { base64 } from '../../server/src/text/base64.ts';
import { messageLanguage } from './texts.ts';

const SCHEME = 'nianbao-manual';
const PICTURE = /(!\[[^\]]*\]\()([\w./-]+\.(webp|svg))(\))/g;
const mediaTypes: Readonly<Record<string, string>> = { webp: 'image/webp', svg: 'image/svg+xml' };

/**
 * The pages as files of a scheme of their own, so that links between them work wherever the extension lies, in a browser too.
 * Pictures are written into them: the preview shows none from elsewhere.
 */
export class Manual implements vscode.FileSystemProvider, vscode.Disposable {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #pages: vscode.Uri;
  readonly #registration: vscode.Disposable;

  constructor(extension: vscode.Uri) {
    this.#pages = vscode.Uri.joinPath(extension, 'docs');
    this.#registration = vscode.workspace.registerFileSystemProvider(SCHEME, this, { isReadonly: true });
  }

  /** Shows its first page in the language of messages. */
  async open(): Promise<void> {
    const page = vscode.Uri.from({ scheme: SCHEME, path: `/manual.${messageLanguage()}.md` });
    await vscode.commands.executeCommand('markdown.showPreview', page);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { byteLength } = await this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: byteLength };
  }

  async readFile({ path }: vscode.Uri): Promise<Uint8Array> {
    const source = vscode.Uri.joinPath(this.#pages, path);
    if (!/^\/[\w./-]+\.md$/.test(path) || path.includes('..')) throw vscode.FileSystemError.FileNotFound(source);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
    const folder = vscode.Uri.joinPath(source, '..');
    const pictures = new Map<string, string>();
    for (const [, , name = '', ending = ''] of text.matchAll(PICTURE)) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
      pictures.set(name, `data:${mediaTypes[ending]};base64,${base64(bytes)}`);
    }
    return new TextEncoder().encode(
      text.replace(
        PICTURE,
        (_, before: string, name: string, __: string, after: string) => before + pictures.get(name) + after,
      ),
    );
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  createDirectory = readOnly;
  writeFile = readOnly;
  delete = readOnly;
  rename = readOnly;

  dispose(): void {
    this.#registration.dispose();
  }
}

function readOnly(): never {
  throw vscode.FileSystemError.NoPermissions();
}
