// Changes in the form's cells, made in the text one after the other: each is asked of the server for the text as it then is.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type EditCellParams, type EditedCells, editCellRequest } from '../../../server/src/lsp/protocol.ts';
import { t } from '../texts.ts';
import type { TableChange } from './messages.ts';

/** The answer may be older than the text where the change is still on its way. */
const MOST_TRIES = 5;

/** What has come of a change. */
export interface CellOutcome {
  /** Whether the text has changed. */
  readonly changed: boolean;
  /** Why not, or what is to be said of it; for the user. */
  readonly message: string | null;
}

export class CellEdits {
  readonly #client: BaseLanguageClient;
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** Makes changes in tables of one report, as one step to undo. */
  make(uri: vscode.Uri, changes: readonly TableChange[]): Promise<CellOutcome> {
    const made = this.#last.then(() => this.#make(uri, changes));
    this.#last = made;
    return made;
  }

  async #make(uri: vscode.Uri, changes: readonly TableChange[]): Promise<CellOutcome> {
    try {
      for (let tries = 1; tries <= MOST_TRIES; tries++) {
        const document = await vscode.workspace.openTextDocument(uri);
        const { version } = document;
        const answers = await Promise.all(changes.map((change) => this.#ask(uri, change)));
        if (document.version !== version || !answers.every((answer) => answer?.version === version)) continue;
        return await this.#apply(
          uri,
          answers.filter((answer) => answer !== null),
        );
      }
    } catch {
      // Said below.
    }
    return { changed: false, message: t('The text could not be changed.') };
  }

  #ask(uri: vscode.Uri, { table, change }: TableChange): Promise<EditedCells | null> {
    const params: EditCellParams = { uri: uri.toString(), table, change };
    return this.#client.sendRequest<EditedCells | null>(editCellRequest, params);
  }

  async #apply(uri: vscode.Uri, answers: readonly EditedCells[]): Promise<CellOutcome> {
    const said = answers.flatMap(({ refused, note }) => refused ?? note ?? []);
    const edits = answers.flatMap((answer) => answer.edits);
    const message = said.length > 0 ? said.join(' · ') : null;
    if (edits.length === 0) return { changed: false, message };
    const edit = new vscode.WorkspaceEdit();
    edit.set(uri, edits.map(textEdit));
    const changed = await vscode.workspace.applyEdit(edit);
    return { changed, message: changed ? message : t('The text could not be changed.') };
  }
}

function textEdit({ range: { start, end }, newText }: EditedCells['edits'][number]): vscode.TextEdit {
  return new vscode.TextEdit(new vscode.Range(start.line, start.character, end.line, end.character), newText);
}
