import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Failure } from '../../server/src/lsp/protocol.ts';
import { t } from './texts.ts';

/** Asks the server for a text. Says why there is none, and gives null. */
export async function ask<Answer extends object>(
  client: BaseLanguageClient,
  method: string,
  params: object,
): Promise<Answer | null> {
  const answer = await client.sendRequest<Answer | Failure | null>(method, params);
  if (answer && !('failure' in answer)) return answer;
  void vscode.window.showErrorMessage(answer?.failure ?? t('Nianbao has failed; see its output.'));
  return null;
}
