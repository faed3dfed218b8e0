// Edits of a text as LSP edits.
import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../text/edit.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

export function textEdits(snapshot: Snapshot, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(snapshot.lines, span), newText: text }));
}

/** Edits of this one document; with its version where the client takes versioned edits (`documentChanges`). */
export function workspaceEdit(
  snapshot: Snapshot,
  edits: readonly (TextEdit | SnippetTextEdit)[],
  versioned: boolean,
): WorkspaceEdit {
  if (!versioned) return { changes: { [snapshot.uri]: edits.filter((edit): edit is TextEdit => 'newText' in edit) } };
  const change: TextDocumentEdit = {
    textDocument: { uri: snapshot.uri, version: snapshot.version },
    edits: [...edits],
  };
  return { documentChanges: [change] };
}
