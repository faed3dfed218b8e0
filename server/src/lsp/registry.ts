// The server's table of contents: every request that it answers, with what it announces for it.
import {
  CodeActionRequest,
  DefinitionRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  ReferencesRequest,
  RequestType,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { codeActions, fixAllKind } from '../features/code-actions.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { folding } from '../features/folding.ts';
import { formatDocument, formatOnType, formatRange, formattingTrigger } from '../features/formatting.ts';
import { hover } from '../features/hover.ts';
import { flatOutline, outline } from '../features/outline.ts';
import { rewriteKind } from '../features/rewrite-tables.ts';
import { summary } from '../features/summary.ts';
import { updateNumbersKind } from '../features/update-numbers.ts';
import type { ClientTraits } from './client-traits.ts';
import { comparisons } from './compare.ts';
import { completionDocumentation, completions } from './completions.ts';
import type { DocumentContext } from './context.ts';
import { reportDesk } from './desk.ts';
import { reportExports } from './exports.ts';
import { lenses } from './lenses.ts';
import { imports, knownReports, newReports, reportNames } from './new-files.ts';
import { callHierarchyItems, callsIn, callsOut, rowDifferences } from './numbers.ts';
import {
  type Checklist,
  type ChecklistParams,
  checklistRequest,
  type EditCellParams,
  type EditedCells,
  editCellRequest,
  type Preview,
  type PreviewParams,
  previewRequest,
  type Summary,
  type SummaryParams,
  summaryRequest,
} from './protocol.ts';
import { fileRenames, renamePreparations, renames } from './renames.ts';
import { resultIdOf } from './result-id.ts';
import { documentFeature, documentUri, type Feature } from './serve.ts';
import { diagnosticOptions, logFailures } from './session.ts';
import { fullTokens, links, rangeTokens, selections } from './structure.ts';
import { tableRequests } from './table-requests.ts';
import { toolCalls } from './tools.ts';
import { workspaceDiagnostics } from './workspace-diagnostics.ts';
import { symbolsOfFolder } from './workspace-symbols.ts';

/** What every feature is told: where, in which language and under which settings. */
function common({ session, settings }: DocumentContext) {
  return { language: session.language(), settings };
}

const pullDiagnostics = documentFeature(DocumentDiagnosticRequest.type, {
  capability: ({ pullsDiagnostics }) =>
    pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'nianbao', interFileDependencies: true, workspaceDiagnostics: true } }
      : {},
  empty: { kind: DocumentDiagnosticReportKind.Full, items: [] },
  uriOf: documentUri,
  answer(context, { previousResultId }): DocumentDiagnosticReport {
    const { session, snapshot, settings } = context;
    const resultId = resultIdOf(context);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    logFailures(session, snapshot, settings);
    const items = diagnostics(snapshot, diagnosticOptions(session, settings));
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  },
});

const codeAction = documentFeature(CodeActionRequest.type, {
  capability: ({ codeActionLiterals }) =>
    codeActionLiterals
      ? { codeActionProvider: { codeActionKinds: ['quickfix', rewriteKind, fixAllKind, updateNumbersKind] } }
      : {},
  empty: null,
  uriOf: documentUri,
  answer({ session, snapshot, settings }, { range, context }) {
    const { versionedEdits, snippetEdits, commandLinks, disabledActions, changeAnnotations } = session.traits;
    return codeActions(snapshot, {
      ...diagnosticOptions(session, settings),
      range,
      only: context.only ?? null,
      versionedEdits,
      snippetEdits,
      commands: commandLinks,
      disabledActions,
      changeAnnotations,
      onFailure: (code, error) => session.log(`fixes of rule ${code}`, error),
    });
  },
});

const hovering = documentFeature(HoverRequest.type, {
  capability: () => ({ hoverProvider: true }),
  empty: null,
  uriOf: documentUri,
  answer(context, { position }) {
    const { session, snapshot } = context;
    const { markdownHover, commandLinks } = session.traits;
    const offset = snapshot.lines.offsetAt(position);
    return hover(snapshot, { ...common(context), offset, markdown: markdownHover, commandLinks });
  },
});

const highlights = documentFeature(DocumentHighlightRequest.type, {
  capability: () => ({ documentHighlightProvider: true }),
  empty: null,
  uriOf: documentUri,
  async answer({ snapshot, settings }, { position }) {
    const { documentHighlight } = await import('../features/document-highlight.ts');
    return documentHighlight(snapshot, { settings, offset: snapshot.lines.offsetAt(position) });
  },
});

const definitions = documentFeature(DefinitionRequest.type, {
  capability: () => ({ definitionProvider: true }),
  empty: null,
  uriOf: documentUri,
  async answer({ snapshot, settings }, { position }) {
    const { definition } = await import('../features/definition.ts');
    return definition(snapshot, { settings, offset: snapshot.lines.offsetAt(position) });
  },
});

const allReferences = documentFeature(ReferencesRequest.type, {
  capability: () => ({ referencesProvider: true }),
  empty: null,
  uriOf: documentUri,
  async answer({ snapshot, settings }, { position, context: { includeDeclaration } }) {
    const { references } = await import('../features/references.ts');
    return references(snapshot, { settings, offset: snapshot.lines.offsetAt(position), includeDeclaration });
  },
});

const symbols = documentFeature(DocumentSymbolRequest.type, {
  capability: () => ({ documentSymbolProvider: { label: 'Nianbao' } }),
  empty: null,
  uriOf: documentUri,
  answer(context) {
    const { session, snapshot } = context;
    return session.traits.hierarchicalSymbols
      ? outline(snapshot, common(context))
      : flatOutline(snapshot, common(context));
  },
});

const foldingRanges = documentFeature(FoldingRangeRequest.type, {
  capability: () => ({ foldingRangeProvider: true }),
  empty: null,
  uriOf: documentUri,
  answer: ({ session, snapshot }) => folding(snapshot, { limit: session.traits.foldingLimit }),
});

const formatting = documentFeature(DocumentFormattingRequest.type, {
  capability: () => ({ documentFormattingProvider: true }),
  empty: null,
  uriOf: documentUri,
  answer: ({ snapshot }) => formatDocument(snapshot),
});

const rangeFormatting = documentFeature(DocumentRangeFormattingRequest.type, {
  capability: () => ({ documentRangeFormattingProvider: true }),
  empty: null,
  uriOf: documentUri,
  answer: ({ snapshot }, { range }) => formatRange(snapshot, range),
});

const onTypeFormatting = documentFeature(DocumentOnTypeFormattingRequest.type, {
  capability: () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: formattingTrigger } }),
  empty: null,
  uriOf: documentUri,
  answer: ({ snapshot }, { position }) => formatOnType(snapshot, position),
});

const statusSummary = documentFeature(new RequestType<SummaryParams, Summary | null, void>(summaryRequest), {
  capability: () => ({}),
  empty: null,
  uriOf: ({ uri }) => uri,
  answer: (context) => summary(context.snapshot, common(context)),
});

const reportChecklist = documentFeature(new RequestType<ChecklistParams, Checklist | null, void>(checklistRequest), {
  capability: () => ({}),
  empty: null,
  uriOf: ({ uri }) => uri,
  answer: async (context) => {
    const { checklist } = await import('../features/checklist.ts');
    return checklist(context.snapshot, common(context));
  },
});

const reportPreview = documentFeature(new RequestType<PreviewParams, Preview | null, void>(previewRequest), {
  capability: () => ({}),
  empty: null,
  uriOf: ({ uri }) => uri,
  answer: async (context) => {
    // With it come the exporters, which the server starts without.
    const { preview } = await import('../features/preview.ts');
    return preview(context.snapshot, common(context));
  },
});

const cellEdit = documentFeature(new RequestType<EditCellParams, EditedCells | null, void>(editCellRequest), {
  capability: () => ({}),
  empty: null,
  uriOf: ({ uri }) => uri,
  answer: async (context, { table, change }) => {
    // Like pasting, it needs the parser of HTML.
    const { editCells } = await import('../features/edit-cell.ts');
    return editCells(context.snapshot, { ...common(context), table, change });
  },
});

/** Every feature of the editor. */
export const registry: readonly Feature[] = [
  pullDiagnostics,
  workspaceDiagnostics,
  reportDesk,
  codeAction,
  completions,
  completionDocumentation,
  hovering,
  highlights,
  definitions,
  allReferences,
  symbols,
  symbolsOfFolder,
  fullTokens,
  rangeTokens,
  selections,
  links,
  renames,
  renamePreparations,
  fileRenames,
  rowDifferences,
  lenses,
  callHierarchyItems,
  callsIn,
  callsOut,
  foldingRanges,
  formatting,
  rangeFormatting,
  onTypeFormatting,
  statusSummary,
  reportChecklist,
  newReports,
  knownReports,
  imports,
  reportNames,
  toolCalls,
  ...tableRequests,
  reportPreview,
  comparisons,
  cellEdit,
  reportExports,
];

/** What `initialize` announces for the features. */
export function capabilitiesOf(features: readonly Feature[], traits: ClientTraits): ServerCapabilities {
  return Object.fromEntries(features.flatMap(({ capability }) => Object.entries(capability(traits))));
}
