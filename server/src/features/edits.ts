// Edits of a text as LSP edits.
import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../text/edit.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** Edits of this document, as LSP has them. */
export function textEdits(snapshot: Snapshot, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(snapshot.lines, span), newText: text }));
}

/**
 * Edits of this document, with its version where the client takes versioned edits (`documentChanges`), and of other files
 * by their URI, which have none.
 */
export function workspaceEdit(
  snapshot: Snapshot,
  edits: readonly (TextEdit | SnippetTextEdit)[],
  versioned: boolean,
  elsewhere: ReadonlyMap<string, readonly TextEdit[]> = new Map(),
): WorkspaceEdit {
  const others = [...elsewhere].map(([uri, list]): [string, TextEdit[]] => [uri, [...list]]);
  if (!versioned) {
    const own = edits.filter((edit): edit is TextEdit => 'newText' in edit);
    return { changes: { [snapshot.uri]: own, ...Object.fromEntries(others) } };
  }
  const change: TextDocumentEdit = {
    textDocument: { uri: snapshot.uri, version: snapshot.version },
    edits: [...edits],
  };
  return {
    documentChanges: [
      change,
      ...others.map(([uri, list]): TextDocumentEdit => ({ textDocument: { uri, version: null }, edits: list })),
    ],
  };
}
