// All that makes tables in the text editor behave like tables.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TableKeys } from './keys.ts';
import { StraightColumns } from './straight-columns.ts';
import { Tables } from './tables.ts';

export class TableEditing implements vscode.Disposable {
  readonly #tables: Tables;
  readonly #parts: readonly vscode.Disposable[];

  constructor(client: BaseLanguageClient) {
    this.#tables = new Tables(client);
    this.#parts = [this.#tables, new StraightColumns(this.#tables), new TableKeys(this.#tables)];
  }

  /** For after the server has started. */
  begin(): void {
    this.#tables.begin();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }
}
