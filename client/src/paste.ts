import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type Import,
  type ImportParams,
  type ImportResult,
  importRequest,
  type PasteTableParams,
  type PasteTableResult,
  pasteTableRequest,
} from '../../server/src/lsp/protocol.ts';
import { openUntitled } from './documents.ts';
import type { ImportNotes } from './import-notes.ts';
import { t } from './texts.ts';

const tableKind = vscode.DocumentDropOrPasteEditKind.Empty.append('nianbao', 'table');
const reportKind = vscode.DocumentDropOrPasteEditKind.Empty.append('nianbao', 'report');
const html = 'text/html';
const plain = 'text/plain';
/** How long the editor may take to paste, in milliseconds: it says nothing where it pastes nothing. */
const PATIENCE = 4000;

interface Clipboard {
  readonly html: string;
  readonly text: string;
}

/** Pastes tables into their places, and whole reports as markup; any other paste is left alone. */
export class Paste implements vscode.DocumentPasteEditProvider, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #notes: ImportNotes;
  readonly #subscriptions: vscode.Disposable[];
  /** The reports that were offered to be pasted, by their markup: one that is taken is spoken of. */
  #offered: { readonly uri: string; readonly imported: Import } | null = null;
  #offeredTable: { readonly uri: string; readonly result: NonNullable<PasteTableResult> } | null = null;

  constructor(client: BaseLanguageClient, notes: ImportNotes) {
    this.#client = client;
    this.#notes = notes;
    this.#subscriptions = [
      vscode.languages.registerDocumentPasteEditProvider({ language: 'nianbao' }, this, {
        providedPasteEditKinds: [tableKind, reportKind],
        pasteMimeTypes: [html, plain],
      }),
      vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)),
    ];
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    { only }: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[]> {
    const [range, ...more] = ranges;
    if (!range || more.length > 0 || !this.#client.isRunning()) return [];
    const clipboard = await contentOf(transfer);
    const wanted = (kind: vscode.DocumentDropOrPasteEditKind): boolean => !only || only.contains(kind);
    const isBlank = document.getText().trim() === '';
    const edits = [
      wanted(tableKind) && !isBlank ? await this.#tableEdit(document, range, clipboard, token) : null,
      wanted(reportKind) && isBlank ? await this.#reportEdit(document, clipboard) : null,
    ];
    return edits.filter((edit) => edit !== null);
  }

  async #tableEdit(
    document: vscode.TextDocument,
    range: vscode.Range,
    { html: page, text }: Clipboard,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit | null> {
    const { start: from, end: to } = range;
    const plainRange = {
      start: { line: from.line, character: from.character },
      end: { line: to.line, character: to.character },
    };
    const params: PasteTableParams = { uri: document.uri.toString(), range: plainRange, html: page, text };
    const result = await this.#client.sendRequest<PasteTableResult>(pasteTableRequest, params, token);
    this.#offeredTable = result && { uri: params.uri, result };
    if (!result) return null;
    const edit = new vscode.DocumentPasteEdit(result.insertText, result.title, tableKind);
    edit.additionalEdit = new vscode.WorkspaceEdit();
    for (const { range: place, newText } of result.edits) {
      const { start, end } = place;
      edit.additionalEdit.replace(
        document.uri,
        new vscode.Range(start.line, start.character, end.line, end.character),
        newText,
      );
    }
    return edit;
  }

  async #reportEdit(document: vscode.TextDocument, clipboard: Clipboard): Promise<vscode.DocumentPasteEdit | null> {
    const imported = await this.#import(clipboard, document);
    if (!imported) return null;
    this.#offered = { uri: document.uri.toString(), imported };
    const edit = new vscode.DocumentPasteEdit(imported.markup, t('Paste as report'), reportKind);
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return edit;
  }

  /** The page is tried first: it knows where a table's cells end. */
  async #import(clipboard: Clipboard, { uri }: vscode.TextDocument): Promise<Import | null> {
    for (const format of ['html', 'text'] as const) {
      if (clipboard[format].trim() === '') continue;
      const params: ImportParams = { name: '', uri: uri.toString(), [format]: clipboard[format] };
      const result = await this.#client.sendRequest<ImportResult | null>(importRequest, params);
      if (result && !('failure' in result)) return result;
    }
    return null;
  }

  #changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    this.#tableChanged(document, contentChanges);
    const offered = this.#offered;
    if (!offered || document.uri.toString() !== offered.uri) return;
    const taken = contentChanges.some(({ text }) => text.length > 0 && sameText(text, offered.imported.markup));
    this.#offered = null;
    if (taken) void this.#notes.show(offered.imported, t('the clipboard'));
  }

  /** Says what of a pasted table did not fit. */
  #tableChanged(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const offered = this.#offeredTable;
    if (!offered || document.uri.toString() !== offered.uri || changes.length === 0) return;
    this.#offeredTable = null;
    const { edits, insertText, note } = offered.result;
    const texts = [insertText, ...edits.map(({ newText }) => newText)];
    const taken = changes.every(({ text }) => texts.some((each) => sameText(text, each)));
    if (note && taken) void vscode.window.showWarningMessage(note);
  }

  /** Pastes the clipboard as a report: into the open one where that is blank, else into a new one. */
  async pasteReport(): Promise<void> {
    const open = vscode.window.activeTextEditor?.document;
    const isBlank = open?.languageId === 'nianbao' && open.getText().trim() === '';
    const document = isBlank ? open : await openUntitled('');
    const editor = await vscode.window.showTextDocument(document);
    if (await this.#pastedByEditor(document)) return;
    const imported = await this.#import({ html: '', text: await vscode.env.clipboard.readText() }, document);
    if (!imported) {
      void vscode.window.showErrorMessage(t('The clipboard holds no report.'));
      return;
    }
    this.#offered = { uri: document.uri.toString(), imported };
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), imported.markup));
  }

  /**
   * Has the editor paste, which sees pages on the clipboard where an extension sees text alone; whether it did. In a
   * browser its command doesn't ask extensions.
   */
  async #pastedByEditor(document: vscode.TextDocument): Promise<boolean> {
    if (vscode.env.uiKind === vscode.UIKind.Web) return false;
    const pasted = changed(document);
    await vscode.commands.executeCommand('editor.action.pasteAs', { kind: reportKind.value });
    return pasted;
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}

async function contentOf(transfer: vscode.DataTransfer): Promise<Clipboard> {
  // What an editor of VS Code copies is text; its page only has the colours.
  const fromEditor = transfer.get('application/vnd.code.copymetadata') ?? transfer.get('vscode-editor-data');
  return {
    html: fromEditor ? '' : ((await transfer.get(html)?.asString()) ?? ''),
    text: (await transfer.get(plain)?.asString()) ?? '',
  };
}

function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
}

/** Whether a document is changed soon. */
function changed(document: vscode.TextDocument): Promise<boolean> {
  return new Promise((done) => {
    const end = (is: boolean): void => {
      clearTimeout(timer);
      listening.dispose();
      done(is);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    const listening = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) end(true);
    });
  });
}
