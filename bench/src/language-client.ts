// A language client over stdio, no more than a measurement needs: unless it says what else it can do, every server pushes diagnostics.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

export interface ServerCommand {
  readonly name: string;
  readonly languageId: string;
  readonly uri: string;
  /** Arguments for Node. */
  readonly args: readonly string[];
  /** What the server needs to hear after `initialized`, such as its schema; also its answers to `workspace/configuration`. */
  readonly configure?: (connection: MessageConnection) => void;
  /** What the client can do; publishing diagnostics where not given. */
  readonly capabilities?: object;
}

export interface Edit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A running server with one open document. */
export class LanguageClient {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #uri: string;
  #version = 1;
  #awaited: (() => void) | null = null;

  private constructor(process: ChildProcess, connection: MessageConnection, uri: string) {
    this.#process = process;
    this.#connection = connection;
    this.#uri = uri;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri: of }: { uri: string }) => {
      if (of === this.#uri) this.#awaited?.();
    });
  }

  /** Starts the server and opens the document; resolves with the time from start to its first diagnostics. */
  static async open(
    command: ServerCommand,
    text: string,
  ): Promise<{ client: LanguageClient; firstDiagnostics: number }> {
    const begin = performance.now();
    const child = spawn(process.execPath, command.args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    child.once('exit', () => connection.dispose());
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    const client = new LanguageClient(child, connection, command.uri);
    command.configure?.(connection);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: command.capabilities ?? {
        textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
      },
    });
    await connection.sendNotification('initialized', {});
    command.configure?.(connection);
    const pulls = command.capabilities !== undefined;
    const published = pulls ? null : client.#nextDiagnostics();
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: command.uri, languageId: command.languageId, version: 1, text },
    });
    await published;
    return { client, firstDiagnostics: performance.now() - begin };
  }

  /** How long the server's own thread has been at work so far, in milliseconds; 0 where the system doesn't tell. */
  get worked(): number {
    const { pid } = this.#process;
    const file = `/proc/${pid}/task/${pid}/schedstat`;
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : 0;
  }

  /** From sending an edit to receiving the diagnostics that answer it, in milliseconds. */
  async edit(edit: Edit): Promise<number> {
    const published = this.#nextDiagnostics();
    const begin = performance.now();
    await this.type(edit);
    await published;
    return performance.now() - begin;
  }

  /** Sends an edit and waits for nothing. */
  async type(edit: Edit): Promise<void> {
    this.#version++;
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [edit],
    });
  }

  request(method: string, params: object): Promise<unknown> {
    return this.#connection.sendRequest(method, params);
  }

  #nextDiagnostics(): Promise<void> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('no diagnostics within 30 s')), 30_000);
      this.#awaited = () => {
        clearTimeout(limit);
        this.#awaited = null;
        resolve();
      };
    });
  }

  async close(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.#connection.sendNotification('exit');
    await ended;
    this.#connection.dispose();
  }
}
