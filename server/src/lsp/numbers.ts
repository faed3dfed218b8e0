// Requests about what numbers have to do with one another: what a row lacks, what a total sums up.
import { InlayHintRequest } from 'vscode-languageserver';
import { spanOf } from '../features/positions.ts';
import { documentFeature } from './serve.ts';

const documentUri = ({ textDocument }: { readonly textDocument: { readonly uri: string } }): string => textDocument.uri;

export const rowDifferences = documentFeature(InlayHintRequest.type, {
  capability: () => ({ inlayHintProvider: true }),
  empty: null,
  uriOf: documentUri,
  async answer({ session, snapshot }, { textDocument, range }) {
    const { inlayHints } = await import('../features/inlay-hints.ts');
    return inlayHints(snapshot, {
      language: session.language(),
      within: spanOf(snapshot.lines, range),
      editedLine: session.documents.editedLine(textDocument.uri),
    });
  },
});
