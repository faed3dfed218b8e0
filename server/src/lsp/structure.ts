// Requests about what a report is made of: its tokens, its links, what a selection grows to.
import {
  DocumentLinkRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { documentLinks } from '../features/document-links.ts';
import { spanOf } from '../features/positions.ts';
import { selectionRanges } from '../features/selection-range.ts';
import { semanticTokens, tokensLegend } from '../features/semantic-tokens.ts';
import { documentFeature } from './serve.ts';

const documentUri = ({ textDocument }: { readonly textDocument: { readonly uri: string } }): string => textDocument.uri;

export const fullTokens = documentFeature(SemanticTokensRequest.type, {
  capability: () => ({ semanticTokensProvider: { legend: tokensLegend, full: true, range: true } }),
  empty: null,
  uriOf: documentUri,
  answer: ({ snapshot, settings }) => semanticTokens(snapshot, { settings }),
});

export const rangeTokens = documentFeature(SemanticTokensRangeRequest.type, {
  capability: () => ({}),
  empty: null,
  uriOf: documentUri,
  answer: ({ snapshot, settings }, { range }) =>
    semanticTokens(snapshot, { settings, within: spanOf(snapshot.lines, range) }),
});

export const selections = documentFeature(SelectionRangeRequest.type, {
  capability: () => ({ selectionRangeProvider: true }),
  empty: null,
  uriOf: documentUri,
  answer: ({ snapshot }, { positions }) =>
    selectionRanges(
      snapshot,
      positions.map((position) => snapshot.lines.offsetAt(position)),
    ),
});

export const links = documentFeature(DocumentLinkRequest.type, {
  capability: () => ({ documentLinkProvider: {} }),
  empty: null,
  uriOf: documentUri,
  answer: ({ snapshot, settings }) => documentLinks(snapshot, { settings }),
});
