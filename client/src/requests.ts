import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Failure } from '../../server/src/lsp/protocol.ts';
import { t } from './texts.ts';

/** The answer may be older than the text where a change is still on its way. */
const MOST_TRIES = 5;

/** Asks the server for a text. Says why there is none, and gives null. */
export async function ask<Answer extends object>(
  client: BaseLanguageClient,
  method: string,
  params: object,
): Promise<Answer | null> {
  const answer = answered(await client.sendRequest<Answer | Failure | null>(method, params));
  if (!('failure' in answer)) return answer;
  void vscode.window.showErrorMessage(answer.failure);
  return null;
}

/** An answer, or why there is none: the server gives null where it has failed. */
export function answered<Answer extends object>(answer: Answer | null): Answer | Failure {
  return answer ?? { failure: t('Nianbao has failed; see its output.') };
}

/** What the server tells of a report; null where it doesn't run or fails, which nobody is told. */
export async function toldOf<Answer>(
  client: BaseLanguageClient,
  method: string,
  uri: vscode.Uri,
): Promise<Answer | null> {
  try {
    return client.isRunning() ? await client.sendRequest<Answer | null>(method, { uri: uri.toString() }) : null;
  } catch {
    return null;
  }
}

/** The same of a document as its text is by then. */
export async function toldOfText<Answer extends { readonly version: number | null }>(
  client: BaseLanguageClient,
  method: string,
  document: vscode.TextDocument,
): Promise<Answer | null> {
  try {
    for (let tries = 1; client.isRunning(); tries++) {
      const answer = await client.sendRequest<Answer | null>(method, { uri: document.uri.toString() });
      if (tries === MOST_TRIES || (answer && (answer.version ?? 0) >= document.version)) return answer;
    }
  } catch {
    // As above.
  }
  return null;
}
