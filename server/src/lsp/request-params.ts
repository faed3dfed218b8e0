// What a request has to say so that it can be answered; LSP has an error for one that doesn't.
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  WillRenameFilesRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';

const isText = (value: unknown): boolean => typeof value === 'string';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
const isPosition = (value: unknown): boolean => isObject(value) && isCount(value.line) && isCount(value.character);
const isRange = (value: unknown): boolean => isObject(value) && isPosition(value.start) && isPosition(value.end);
const isListOf = (isOne: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(isOne);
const isDocument = (value: unknown): boolean => isObject(value) && isText(value.uri);
const isItem = (value: unknown): boolean => isObject(value) && isText(value.uri) && isRange(value.selectionRange);

type Needs = Readonly<Record<string, (value: unknown) => boolean>>;

const at: Needs = { position: isPosition };
const within: Needs = { range: isRange };
const ofItem: Needs = { item: isItem };

/** What requests need beside their document, by their methods. */
const needs: ReadonlyMap<string, Needs> = new Map([
  [HoverRequest.method, at],
  [DefinitionRequest.method, at],
  [DocumentHighlightRequest.method, at],
  [ReferencesRequest.method, { ...at, context: isObject }],
  [CompletionRequest.method, at],
  [CompletionResolveRequest.method, { label: isText }],
  [RenameRequest.method, { ...at, newName: isText }],
  [PrepareRenameRequest.method, at],
  [CallHierarchyPrepareRequest.method, at],
  [CallHierarchyIncomingCallsRequest.method, ofItem],
  [CallHierarchyOutgoingCallsRequest.method, ofItem],
  [DocumentOnTypeFormattingRequest.method, at],
  [DocumentRangeFormattingRequest.method, within],
  [InlayHintRequest.method, within],
  [SemanticTokensRangeRequest.method, within],
  [CodeActionRequest.method, { ...within, context: isObject }],
  [SelectionRangeRequest.method, { positions: isListOf(isPosition) }],
  [WillRenameFilesRequest.method, { files: isListOf(isObject) }],
  [WorkspaceDiagnosticRequest.method, { previousResultIds: isListOf(isObject) }],
  [WorkspaceSymbolRequest.method, { query: isText }],
]);

/** The name of what is missing or wrong in a request's parameters; null where it can be answered. */
export function wrongParameter(method: string, params: unknown): string | null {
  if (!isObject(params)) return 'params';
  const needed = Object.entries({
    ...(method.startsWith('textDocument/') ? { textDocument: isDocument } : {}),
    ...needs.get(method),
  });
  return needed.find(([name, isRight]) => !isRight(params[name]))?.[0] ?? null;
}
