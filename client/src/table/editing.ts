// All that makes tables in the text editor behave like tables.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { TableAction } from '../../../server/src/lsp/protocol.ts';
import { copyCells, editTable, fillBlanks, recomputeTotals } from './commands.ts';
import { TableKeys, type Way } from './keys.ts';
import { StraightColumns } from './straight-columns.ts';
import { Tables } from './tables.ts';

export class TableEditing implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #tables: Tables;
  readonly #keys: TableKeys;
  readonly #columns: StraightColumns;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#tables = new Tables(client);
    this.#keys = new TableKeys(this.#tables);
    this.#columns = new StraightColumns(this.#tables);
  }

  /** For after the server has started. */
  begin(): void {
    this.#tables.begin();
  }

  /** Selects another value of the active editor; where there is none, a key that names another command runs that. */
  go(way: Way, otherwise?: unknown): Promise<void> {
    return this.#keys.go(way, typeof otherwise === 'string' ? otherwise : undefined);
  }

  edit(action: TableAction): Promise<void> {
    return editTable(this.#client, action);
  }

  fillBlanks(range: unknown): Promise<void> {
    return fillBlanks(this.#client, range);
  }

  recomputeTotals(scope: unknown, range: unknown): Promise<void> {
    return recomputeTotals(this.#client, scope, range);
  }

  copyCells(): Promise<void> {
    return copyCells(this.#client);
  }

  dispose(): void {
    vscode.Disposable.from(this.#columns, this.#keys, this.#tables).dispose();
  }
}
