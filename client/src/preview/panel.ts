// One preview: a panel that shows one report at a time and keeps up with its text.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Preview, previewRequest } from '../../../server/src/lsp/protocol.ts';
import { editorOf } from '../documents.ts';
import { nameOf } from '../file-names.ts';
import { Latest } from '../latest.ts';
import { toldOfText } from '../requests.ts';
import { t } from '../texts.ts';
import { CellEdits } from './cell-edits.ts';
import { changeBetween } from './changes.ts';
import type { FromPage, Offsets, ToPage, View } from './messages.ts';
import { shell } from './shell.ts';

/** After the editor has followed the page, its own scrolling isn't news, and the other way round. */
const ECHO = 250;
/** How long an editor may take to scroll after what is typed. */
const TYPING = 1000;

export interface PanelParts {
  readonly panel: vscode.WebviewPanel;
  readonly client: BaseLanguageClient;
  readonly extension: vscode.Uri;
  /** Keeps the view that was chosen last. */
  readonly memory: vscode.Memento;
  /** Whether it is the form, an editor of its own. */
  readonly isForm: boolean;
  /** The place in the text to begin at, or null. */
  readonly offset: number | null;
}

const VIEW = 'preview.view';

export class PreviewPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  /** Whether it is an editor of its own, rather than a preview of one. */
  readonly isForm: boolean;
  readonly #client: BaseLanguageClient;
  readonly #edits: CellEdits;
  readonly #memory: vscode.Memento;
  readonly #extension: vscode.Uri;
  readonly #subscriptions: vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when the page has been told something new, for tests. */
  readonly onDidChange = this.#changed.event;
  #uri: vscode.Uri;
  #locked: boolean;
  #shown: Preview | null = null;
  #ready = false;
  readonly #latest = new Latest(() => this.#show());
  #quietUntil = 0;
  #topLine = -1;
  /** The place in the text that its user was last at. */
  #place: Offsets | null = null;
  /** Where it is to go once it shows the text. */
  #arrival: number | null;

  constructor({ panel, client, extension, memory, isForm, offset }: PanelParts, uri: vscode.Uri, locked: boolean) {
    this.panel = panel;
    this.isForm = isForm;
    this.#arrival = offset;
    this.#client = client;
    this.#edits = new CellEdits(client);
    this.#memory = memory;
    this.#extension = extension;
    this.#uri = uri;
    this.#locked = locked;
    panel.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(extension, 'images', 'file-light.svg'),
      dark: vscode.Uri.joinPath(extension, 'images', 'file-dark.svg'),
    };
    this.#subscriptions = [
      this.#changed,
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#hear(message)),
    ];
    this.speak();
  }

  /** Begins the page anew in the language of messages. */
  speak(): void {
    this.#ready = false;
    this.panel.webview.html = shell(this.panel.webview, this.#extension);
    this.#entitle();
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** What the page was last told to show; null before that. */
  get shown(): Preview | null {
    return this.#shown;
  }

  /** Shows another report. */
  follow(uri: vscode.Uri): void {
    if (uri.toString() === this.#uri.toString()) return;
    this.#uri = uri;
    this.#shown = null;
    this.#arrival = cursorIn(editorOf(this.#uri));
    this.#entitle();
    this.update();
  }

  toggleLock(): void {
    this.#locked = !this.#locked;
    this.#entitle();
    this.tell({ type: 'locked', locked: this.#locked });
  }

  tell(message: ToPage): void {
    if (this.#ready) void this.panel.webview.postMessage(message);
  }

  /** The text has changed. If the editor scrolls for that, the page need not. */
  changed(): void {
    this.#quietUntil = Date.now() + TYPING;
    this.update();
  }

  /** Shows the text as it is now. */
  update(): void {
    this.#latest.run();
  }

  /** The editor's cursor stands in the report. */
  cursor(editor: vscode.TextEditor, reveal: boolean): void {
    const { document, selection } = editor;
    const offset = document.offsetAt(selection.active);
    this.tell({ type: 'cursor', offset, version: document.version, reveal, focus: false });
  }

  /** Goes to a place in the text, a form with the keyboard. */
  goTo(offset: number): void {
    this.#arrival = offset;
    if (this.#shown) this.#arrive(this.#shown.version ?? 0);
  }

  #arrive(version: number): void {
    if (this.#arrival !== null) {
      this.tell({ type: 'cursor', offset: this.#arrival, version, reveal: true, focus: this.isForm });
    }
    this.#arrival = null;
  }

  /** Opens the text where its user is. */
  async openSource(viewColumn: vscode.ViewColumn): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(this.#uri);
    const selection = this.#place ? rangeOf(document, this.#place) : undefined;
    await vscode.window.showTextDocument(document, { viewColumn, ...(selection ? { selection } : {}) });
    return document;
  }

  /** The editor shows another stretch of the report. */
  scrolled({ document, visibleRanges }: vscode.TextEditor): void {
    const line = visibleRanges[0]?.start.line ?? 0;
    const moved = line !== this.#topLine;
    this.#topLine = line;
    if (moved && Date.now() > this.#quietUntil) {
      this.tell({ type: 'scroll', offset: document.offsetAt(new vscode.Position(line, 0)) });
    }
  }

  async #show(): Promise<void> {
    if (!this.#ready) return;
    const uri = this.#uri;
    const preview = await this.#ask(uri);
    if (!preview || uri !== this.#uri) return;
    const change = changeBetween(this.#shown, preview);
    this.#shown = preview;
    if (!change) return;
    this.tell({ type: 'change', uri: uri.toString(), locked: this.#locked, ...change });
    this.#arrive(preview.version ?? 0);
    this.#changed.fire();
  }

  async #ask(uri: vscode.Uri): Promise<Preview | null> {
    if (!this.#client.isRunning()) return null;
    try {
      return await toldOfText(this.#client, previewRequest, await vscode.workspace.openTextDocument(uri));
    } catch {
      return null;
    }
  }

  #hear(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#shown = null;
        this.tell({ type: 'view', view: this.#memory.get<View>(VIEW, 'portal') });
        this.update();
        break;
      case 'view':
        void this.#memory.update(VIEW, message.view);
        break;
      case 'source':
        this.#place = message.span;
        void this.#showSource(message.span, message.focus);
        break;
      case 'edit':
        void this.#edits
          .make(this.#uri, message.changes)
          .then((outcome) => this.tell({ type: 'edited', id: message.id, ...outcome }));
        break;
      case 'undo':
      case 'redo':
        void this.#undo(message.type);
        break;
      case 'scrolled':
        this.#scrollEditor(message.offset);
        break;
      case 'explain':
        void vscode.commands.executeCommand('nianbao.explain', message.code);
    }
  }

  /** A form's undo is that of its text; for a preview the text's editor takes it, and the page has the keyboard again. */
  async #undo(command: 'undo' | 'redo'): Promise<void> {
    if (!this.isForm) await this.openSource(editorOf(this.#uri)?.viewColumn ?? this.#otherColumn());
    await vscode.commands.executeCommand(command);
    if (!this.isForm) this.panel.reveal(this.panel.viewColumn, false);
  }

  async #showSource(span: Offsets, focus: boolean): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.#uri);
    const selection = rangeOf(document, span);
    this.#quietUntil = Date.now() + ECHO;
    const open = editorOf(this.#uri);
    if (open && !focus) {
      open.selection = new vscode.Selection(selection.start, selection.end);
      open.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    } else if (focus) {
      const viewColumn = open?.viewColumn ?? this.#otherColumn();
      await vscode.window.showTextDocument(document, { selection, viewColumn });
    }
  }

  /** Where the source is opened that no editor shows: not in front of the preview, if it can be helped. */
  #otherColumn(): vscode.ViewColumn {
    const own = this.panel.viewColumn ?? vscode.ViewColumn.One;
    if (this.isForm) return own;
    return own > vscode.ViewColumn.One ? vscode.ViewColumn.One : vscode.ViewColumn.Beside;
  }

  #scrollEditor(offset: number): void {
    const editor = editorOf(this.#uri);
    if (!editor) return;
    this.#quietUntil = Date.now() + ECHO;
    const { line } = editor.document.positionAt(offset);
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
  }

  #entitle(): void {
    if (this.isForm) return;
    const name = nameOf(this.#uri);
    this.panel.title = this.#locked ? t('[Preview] {0}', name) : t('Preview {0}', name);
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}

/** Where the cursor of an editor stands; null without an editor. */
export function cursorIn(editor: vscode.TextEditor | undefined): number | null {
  return editor ? editor.document.offsetAt(editor.selection.active) : null;
}

function rangeOf(document: vscode.TextDocument, { start, end }: Offsets): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
