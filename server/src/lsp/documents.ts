// The open documents, each with the snapshot of its present version.
import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSnapshot, type Snapshot } from '../features/snapshot.ts';
import { keyOf } from '../workspace/places.ts';
import { applyChanges } from './text-changes.ts';

export interface Documents {
  /** The snapshot of a document at its present version; null where it isn't open. */
  readonly snapshot: (uri: string) => Snapshot | null;
  /** The open document of a file, whichever way its URI is spelt; null where it isn't open. */
  readonly at: (uri: string) => Snapshot | null;
  readonly uris: () => readonly string[];
  /** The line, zero-based, that the last change of a document ended on; null before any, and after one of the whole text. */
  readonly editedLine: (uri: string) => number | null;
}

export interface DocumentEvents {
  readonly onOpen: (uri: string) => void;
  /** A document was opened or changed. */
  readonly onChange: (uri: string) => void;
  readonly onSave: () => void;
  readonly onClose: (uri: string) => void;
}

/** Follows the documents that the client opens. A snapshot is made when it is first asked for and dropped with its version. */
export function followDocuments(
  connection: Connection,
  { onOpen, onChange, onSave, onClose }: DocumentEvents,
): Documents {
  const editedLines = new Map<string, number | null>();
  const documents = new TextDocuments({
    create: TextDocument.create,
    update(...change: Parameters<typeof applyChanges>): TextDocument {
      const { document, lastLine } = applyChanges(...change);
      editedLines.set(document.uri, lastLine);
      return document;
    },
  });
  const snapshots = new Map<string, Snapshot>();
  const byKey = new Map<string, string>();
  const snapshotOf = (uri: string): Snapshot | null => {
    const document = documents.get(uri);
    if (!document) return null;
    const known = snapshots.get(uri);
    if (known && known.version === document.version) return known;
    const snapshot = createSnapshot(uri, document.version, document.getText());
    snapshots.set(uri, snapshot);
    return snapshot;
  };
  documents.onDidOpen(({ document }) => {
    byKey.set(keyOf(document.uri), document.uri);
    onOpen(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    snapshots.delete(document.uri);
    onChange(document.uri);
  });
  documents.onDidSave(onSave);
  documents.onDidClose(({ document }) => {
    byKey.delete(keyOf(document.uri));
    snapshots.delete(document.uri);
    editedLines.delete(document.uri);
    onClose(document.uri);
  });
  documents.listen(connection);
  return {
    snapshot: snapshotOf,
    at: (uri) => snapshotOf(byKey.get(keyOf(uri)) ?? uri),
    uris: () => documents.keys(),
    editedLine: (uri) => editedLines.get(uri) ?? null,
  };
}
