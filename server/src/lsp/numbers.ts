// Requests about what numbers have to do with one another: what a row lacks, what a total sums up.
import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  InlayHintRequest,
} from 'vscode-languageserver';
import { spanOf } from '../features/positions.ts';
import { documentFeature, documentUri } from './serve.ts';

export const rowDifferences = documentFeature(InlayHintRequest.type, {
  capability: () => ({ inlayHintProvider: true }),
  empty: null,
  uriOf: documentUri,
  async answer({ session, snapshot, settings }, { textDocument, range }) {
    const { inlayHints } = await import('../features/inlay-hints.ts');
    return inlayHints(snapshot, {
      language: session.language(),
      settings,
      within: spanOf(snapshot.lines, range),
      editedLine: session.documents.editedLine(textDocument.uri),
    });
  },
});

export const callHierarchyItems = documentFeature(CallHierarchyPrepareRequest.type, {
  capability: () => ({ callHierarchyProvider: true }),
  empty: null,
  uriOf: documentUri,
  async answer({ snapshot }, { position }) {
    const { prepareCallHierarchy } = await import('../features/call-hierarchy.ts');
    return prepareCallHierarchy(snapshot, { offset: snapshot.lines.offsetAt(position) });
  },
});

interface OfItem {
  readonly item: CallHierarchyItem;
}

const itemUri = ({ item }: OfItem): string => item.uri;

export const callsIn = documentFeature(CallHierarchyIncomingCallsRequest.type, {
  capability: () => ({}),
  empty: null,
  uriOf: itemUri,
  async answer({ snapshot, settings }, { item }) {
    const { incomingCalls } = await import('../features/call-hierarchy.ts');
    return incomingCalls(snapshot, { settings, offset: snapshot.lines.offsetAt(item.selectionRange.start) });
  },
});

export const callsOut = documentFeature(CallHierarchyOutgoingCallsRequest.type, {
  capability: () => ({}),
  empty: null,
  uriOf: itemUri,
  async answer({ snapshot, settings }, { item }) {
    const { outgoingCalls } = await import('../features/call-hierarchy.ts');
    return outgoingCalls(snapshot, { settings, offset: snapshot.lines.offsetAt(item.selectionRange.start) });
  },
});
