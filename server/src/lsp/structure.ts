// Requests about what a report is made of: its tokens, its links, what a selection grows to.
import {
  DocumentLinkRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { spanOf } from '../features/positions.ts';
import { tokensLegend } from '../features/semantic-tokens-legend.ts';
import { documentFeature, documentUri } from './serve.ts';

export const fullTokens = documentFeature(SemanticTokensRequest.type, {
  capability: () => ({ semanticTokensProvider: { legend: tokensLegend, full: true, range: true } }),
  empty: null,
  uriOf: documentUri,
  async answer({ snapshot, settings }) {
    const { semanticTokens } = await import('../features/semantic-tokens.ts');
    return semanticTokens(snapshot, { settings });
  },
});

export const rangeTokens = documentFeature(SemanticTokensRangeRequest.type, {
  capability: () => ({}),
  empty: null,
  uriOf: documentUri,
  async answer({ snapshot, settings }, { range }) {
    const { semanticTokens } = await import('../features/semantic-tokens.ts');
    return semanticTokens(snapshot, { settings, within: spanOf(snapshot.lines, range) });
  },
});

export const selections = documentFeature(SelectionRangeRequest.type, {
  capability: () => ({ selectionRangeProvider: true }),
  empty: null,
  uriOf: documentUri,
  async answer({ snapshot }, { positions }) {
    const { selectionRanges } = await import('../features/selection-range.ts');
    const offsets = positions.map((position) => snapshot.lines.offsetAt(position));
    return selectionRanges(snapshot, offsets);
  },
});

export const links = documentFeature(DocumentLinkRequest.type, {
  capability: () => ({ documentLinkProvider: {} }),
  empty: null,
  uriOf: documentUri,
  async answer({ snapshot, settings }) {
    const { documentLinks } = await import('../features/document-links.ts');
    return documentLinks(snapshot, { settings });
  },
});
