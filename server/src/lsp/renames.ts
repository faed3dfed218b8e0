// Requests about other names: of the body and the year in a report, of the files themselves.
import {
  ErrorCodes,
  type FileOperationRegistrationOptions,
  PrepareRenameRequest,
  RenameRequest,
  ResponseError,
  type TextEdit,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { createSnapshot, type Snapshot } from '../features/snapshot.ts';
import { isTooLarge } from '../text/limits.ts';
import { reportGlob } from '../workspace/report-files.ts';
import { contextAround } from './context.ts';
import { documentFeature, documentUri, workspaceFeature } from './serve.ts';
import type { Session } from './session.ts';

export const renames = documentFeature(RenameRequest.type, {
  capability: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
  empty: null,
  uriOf: documentUri,
  async answer({ session, snapshot }, { position, newName }) {
    const { rename } = await import('../features/rename.ts');
    const { versionedEdits, changeAnnotations } = session.traits;
    const result = rename(snapshot, {
      newName,
      versionedEdits,
      offset: snapshot.lines.offsetAt(position),
      language: session.language(),
      annotations: changeAnnotations,
    });
    if (result && 'failure' in result) throw new ResponseError(ErrorCodes.InvalidParams, result.failure);
    return result;
  },
});

export const renamePreparations = documentFeature(PrepareRenameRequest.type, {
  capability: () => ({}),
  empty: null,
  uriOf: documentUri,
  async answer({ snapshot }, { position }) {
    const { prepareRename } = await import('../features/rename.ts');
    return prepareRename(snapshot, { offset: snapshot.lines.offsetAt(position) });
  },
});

/** Reports, and folders, which may hold some. */
const followed: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: reportGlob, matches: 'file' } }, { pattern: { glob: '**', matches: 'folder' } }],
};

export const fileRenames = workspaceFeature(WillRenameFilesRequest.type, {
  capability: ({ willRenameFiles }) =>
    willRenameFiles ? { workspace: { fileOperations: { willRename: followed } } } : {},
  empty: null,
  async answer(session, { files }, token): Promise<WorkspaceEdit | null> {
    const { followRenames } = await import('../features/renamed-files.ts');
    const changes = new Map<string, { readonly snapshot: Snapshot; readonly edits: TextEdit[] }>();
    for (const uri of new Set([...(await session.workspace.reports()), ...session.documents.uris()])) {
      if (token.isCancellationRequested) return null;
      const snapshot = await namingOthers(session, uri);
      const edits = snapshot ? followRenames(snapshot.report, uri, files) : [];
      if (!snapshot || edits.length === 0) continue;
      const made = edits.map(({ span, text }) => ({ range: snapshot.lines.rangeOf(span), newText: text }));
      changes.set(uri, { snapshot, edits: made });
    }
    if (changes.size === 0) return null;
    if (!session.traits.versionedEdits)
      return { changes: Object.fromEntries([...changes].map(([uri, { edits }]) => [uri, edits])) };
    return {
      documentChanges: [...changes].map(([uri, { snapshot, edits }]) => ({
        textDocument: { uri, version: snapshot.version },
        edits,
      })),
    };
  },
});

/** A report as it is open or else as its file is; null where it has no front matter, which alone names others. */
async function namingOthers(session: Session, uri: string): Promise<Snapshot | null> {
  const open = session.documents.at(uri);
  if (open && open.uri !== uri) return null;
  const text = open?.text ?? (await session.files.read(uri));
  if (text === null || isTooLarge(text) || !/^\ufeff?\s*---/.test(text)) return null;
  return (await contextAround(session, open ?? createSnapshot(uri, null, text))).snapshot;
}
