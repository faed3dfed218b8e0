import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { RunImport } from '../../server/src/importers/run-import.ts';
import type { Files } from '../../server/src/lsp/files.ts';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import type { Feature } from '../../server/src/lsp/serve.ts';
import { type Host, startServer } from '../../server/src/lsp/server.ts';
import { messagePipe } from '../support/message-pipe.ts';

/** What a client such as VS Code can do, without pulling diagnostics. */
export const pushing: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

export const pulling: ClientCapabilities = {
  ...pushing,
  textDocument: { ...pushing.textDocument, diagnostic: { relatedInformation: true } },
};

/** Files in memory, by URI. */
export function memoryFiles(texts: Map<string, string>): Files {
  return {
    read: async (uri) => texts.get(uri) ?? null,
    find: async (folders) =>
      [...texts.keys()].filter((uri) => uri.endsWith('.nianbao') && folders.some((folder) => uri.startsWith(folder))),
  };
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  readonly locale?: string;
  readonly folders?: readonly string[];
  readonly files?: Files | Host['files'];
  readonly features?: readonly Feature[];
  readonly runImport?: RunImport;
  /** Whether messages go over as they are, without the streams and bytes around them, which is faster. */
  readonly asMessages?: boolean;
  /** Called before `initialize`, to answer what the server asks. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

function streamPipe(): { readonly reader: StreamMessageReader; readonly writer: StreamMessageWriter } {
  const stream = new PassThrough();
  return { reader: new StreamMessageReader(stream), writer: new StreamMessageWriter(stream) };
}

/** A client at the other end of a server in the same process, over streams in memory. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly logged: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  initialized: InitializeResult = { capabilities: {} };
  readonly #waiting = new Set<() => void>();

  private constructor(connection: ProtocolConnection) {
    this.connection = connection;
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.logged.push(message);
      this.#wake();
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.#wake();
    });
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const pipe = options.asMessages ? messagePipe : streamPipe;
    const [toServer, toClient] = [pipe(), pipe()];
    const server = createConnection(toServer.reader, toClient.writer);
    const files = options.files ?? memoryFiles(new Map());
    startServer(server, {
      files: typeof files === 'function' ? files : () => files,
      nextTurn: setImmediate,
      ...(options.features ? { features: options.features } : {}),
      ...(options.runImport ? { runImport: options.runImport } : {}),
    });
    const client = new Client(createProtocolConnection(toClient.reader, toServer.writer));
    options.prepare?.(client.connection);
    client.connection.listen();
    client.initialized = await client.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? pushing,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
      ...(options.locale === undefined ? {} : { locale: options.locale }),
      ...(options.options ? { initializationOptions: options.options } : {}),
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'nianbao', version, text },
    });
  }

  /** Replaces a stretch of one line. */
  edit(uri: string, version: number, [line, from, to]: readonly [number, number, number], text: string): Promise<void> {
    const range = { start: { line, character: from }, end: { line, character: to } };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The diagnostics published for a document at a version, now or later. */
  async diagnosticsOf(uri: string, version: number | undefined): Promise<readonly Diagnostic[]> {
    const find = () => this.published.findLast((each) => each.uri === uri && each.version === version);
    await this.until(() => find() !== undefined);
    return find()?.diagnostics ?? [];
  }

  /** Resolves when something has arrived that makes the condition hold. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

export function codes(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code }) => code);
}
