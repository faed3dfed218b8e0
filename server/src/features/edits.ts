// Edits of a text as LSP edits, and which of them can be made together.
import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../rules/rule.ts';
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

/**
 * The sets of edits that can be made together, in their order: a set that overlaps one taken before is left out.
 * Insertions at the same place don't overlap.
 */
export function compatible(sets: readonly (readonly Edit[])[]): readonly (readonly Edit[])[] {
  const taken: Edit[] = [];
  return sets.filter((set) => {
    if (set.some((edit) => taken.some((other) => overlap(edit, other)))) return false;
    taken.push(...set);
    return true;
  });
}

function overlap({ span: one }: Edit, { span: other }: Edit): boolean {
  return one.start < other.end && other.start < one.end;
}
