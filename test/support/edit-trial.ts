import { DidChangeTextDocumentNotification, DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges } from '../../server/src/lsp/text-changes.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { Client, pulling } from '../lsp/support.ts';
import { diagnosticsAsSent } from './diagnostics-as-sent.ts';
import { changedText, type HostileChange } from './hostile-edits.ts';

/** Applies changes as the server does; gives the text at which that, or its lines, are other than a fresh count has them. */
export function wrongText(first: string, notifications: readonly (readonly HostileChange[])[]): string | null {
  let text = first;
  let document = TextDocument.create('file:///a', 'nianbao', 1, text);
  for (const changes of notifications) {
    text = changes.reduce(changedText, text);
    document = applyChanges(document, changes as { text: string }[], 2).document;
    const lines = new LineIndex(text);
    const isRight =
      document.getText() === text &&
      document.lineCount === lines.lineCount &&
      Array.from({ length: lines.lineCount }).every(
        (_, line) => document.offsetAt({ line, character: 0 }) === lines.lineStart(line),
      );
    if (!isRight) return text;
  }
  return null;
}

/** A server that one document after the other is opened on and edited, held against an engine that sees only the last text. */
export class EditTrials {
  readonly #client: Client;
  readonly #fresh: typeof diagnosticsAsSent;
  #documents = 0;
  /** How many answers were held against the engine’s. */
  answers = 0;

  private constructor(client: Client, fresh: typeof diagnosticsAsSent) {
    this.#client = client;
    this.#fresh = fresh;
  }

  /** Starts a server. Where the engine that it is held against is no copy of its own, both remember the same texts. */
  static async start(fresh = diagnosticsAsSent): Promise<EditTrials> {
    return new EditTrials(await Client.start({ capabilities: pulling, asMessages: true }), fresh);
  }

  /** Edits a text; gives the text at which the server said something else than a fresh engine, null where it never did. */
  async wrongText(first: string, notifications: readonly (readonly HostileChange[])[]): Promise<string | null> {
    const uri = `file:///reports/${this.#documents++}.nianbao`;
    const { connection } = this.#client;
    await this.#client.open(uri, first);
    let text = first;
    let version = 1;
    for (const contentChanges of notifications) {
      text = contentChanges.reduce(changedText, text);
      this.answers++;
      // As JSON has no other way, what is no number there arrives as null.
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: ++version },
        contentChanges: contentChanges as { text: string }[],
      });
      const answer = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      const items = answer.kind === 'full' ? answer.items : [];
      if (JSON.stringify(items) !== this.#fresh(uri, version, text)) return text;
    }
    await this.#client.close(uri);
    return null;
  }

  end(): void {
    this.#client.connection.end();
  }
}
