// What the client can do, read once from its `initialize`.
import type { InitializeParams } from 'vscode-languageserver';
import type { Language } from '../text/language.ts';
import type { InitializationOptions } from './protocol.ts';

export interface ClientTraits {
  /** The language of messages, unless a setting says otherwise. */
  readonly language: Language;
  readonly folders: readonly string[];
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly relatedInformation: boolean;
  readonly versionedEdits: boolean;
  readonly snippetEdits: boolean;
  /** Whether it asks the user before edits that need a confirmation. */
  readonly changeAnnotations: boolean;
  readonly preparesRename: boolean;
  readonly willRenameFiles: boolean;
  readonly codeActionLiterals: boolean;
  readonly disabledActions: boolean;
  readonly snippets: boolean;
  /** Whether it asks for the documentation of the completion that it shows. */
  readonly resolvesDocumentation: boolean;
  readonly markdownHover: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly foldingLimit: number | null;
  readonly commandLinks: boolean;
  /** Whether the client answers `nianbao/findFiles` and `nianbao/readFile`; it then tells of changed files, too. */
  readonly files: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersFileWatchers: boolean;
  readonly folderChanges: boolean;
  /** Where the client says that the server's own files lie. */
  readonly home: string | null;
}

/** What a client can do; what it doesn't say it can't. */
export function clientTraits(params: InitializeParams): ClientTraits {
  const { textDocument, workspace } = params.capabilities;
  const options = initializationOptions(params.initializationOptions);
  return {
    language: options.language ?? languageOf(params.locale),
    folders: params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    willRenameFiles: workspace?.fileOperations?.willRename === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    resolvesDocumentation:
      textDocument?.completion?.completionItem?.resolveSupport?.properties.includes('documentation') === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? null,
    commandLinks: options.commandLinks === true,
    files: options.files === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    home: options.home ?? null,
  };
}

/** A locale's language; Chinese where it names none. */
function languageOf(locale: string | undefined): Language {
  return locale === undefined || locale === '' || /^zh\b/i.test(locale) ? 'zh' : 'en';
}

function initializationOptions(sent: unknown): InitializationOptions {
  if (typeof sent !== 'object' || sent === null) return {};
  const { language, files, commandLinks, home } = sent as Record<keyof InitializationOptions, unknown>;
  return {
    ...(language === 'zh' || language === 'en' ? { language } : {}),
    files: files === true,
    commandLinks: commandLinks === true,
    ...(typeof home === 'string' ? { home } : {}),
  };
}
