import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FindFilesParams,
  type FindFilesResult,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../../server/src/lsp/protocol.ts';
import { unsearched } from './file-names.ts';

/** Gives the server the files of the workspace, wherever the workspace lies: on disk, at the other end of a connection or in a browser. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(findFilesRequest, ({ glob }: FindFilesParams) => findFiles(glob)),
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readFile(uri)),
  );
}

async function findFiles(glob: string): Promise<FindFilesResult> {
  const anywhere = glob.includes('/') ? glob : `**/${glob}`;
  const found = await vscode.workspace.findFiles(anywhere, unsearched);
  return found.map((uri) => uri.toString());
}

async function readFile(uri: string): Promise<ReadFileResult> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true)));
  } catch {
    return null;
  }
}
