// The tools of Nianbao for the assistants of VS Code. The server does the work; files are read here, as the workspace has them.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ToolParams, type ToolResult, toolRequest } from '../../server/src/lsp/protocol.ts';
import { base64 } from '../../server/src/text/base64.ts';
import { t } from './texts.ts';

/** So many megabytes of a file are read. */
const MOST_MEGABYTES = 64;
const PREFIX = 'nianbao_';
/** The parameters that name files, as the tools have them. */
const FILE = /^(?:\w+F|f)ile$/;

interface Declared {
  readonly name: string;
}

/** Offers every tool that the manifest declares. */
export function offerTools(client: BaseLanguageClient, extension: vscode.Extension<unknown>): vscode.Disposable {
  const declared = (extension.packageJSON as { contributes: { languageModelTools: readonly Declared[] } }).contributes;
  const tools = declared.languageModelTools.map(({ name }) =>
    vscode.lm.registerTool<Record<string, unknown>>(name, {
      invoke: async ({ input }, token) => call(client, name.slice(PREFIX.length), input, token),
    }),
  );
  return new vscode.Disposable(() => {
    for (const each of tools) each.dispose();
  });
}

async function call(
  client: BaseLanguageClient,
  name: string,
  given: Readonly<Record<string, unknown>>,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  const files: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    if (!FILE.test(key) || typeof value !== 'string') continue;
    const bytes = await read(value);
    if (bytes) files[value] = base64(bytes);
  }
  const params: ToolParams = { name, given, files };
  const result = await client.sendRequest<ToolResult | null>(toolRequest, params, token);
  const texts = result?.texts ?? [t('Nianbao has failed; see its output.')];
  return new vscode.LanguageModelToolResult(texts.map((text) => new vscode.LanguageModelTextPart(text)));
}

/** A file of the workspace: as it stands in the editor, else on disk; null for one that lies elsewhere or can't be read. */
async function read(name: string): Promise<Uint8Array | null> {
  for (const uri of candidates(name)) {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open) return new TextEncoder().encode(open.getText());
    try {
      const { type, size } = await vscode.workspace.fs.stat(uri);
      if (type !== vscode.FileType.File || size > MOST_MEGABYTES << 20) continue;
      return await vscode.workspace.fs.readFile(uri);
    } catch {
      // It may lie in another folder.
    }
  }
  return null;
}

/** Where a name may lie: as it is written, if that is in the workspace, or below one of its folders. */
function candidates(name: string): readonly vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (/^(?:[a-z][a-z+.-]+:|\/|[a-z]:[\\/])/i.test(name)) {
    const uri = /^[a-z][a-z+.-]+:/i.test(name) ? vscode.Uri.parse(name) : vscode.Uri.file(name);
    return vscode.workspace.getWorkspaceFolder(uri) ? [uri] : [];
  }
  return folders
    .map(({ uri }) => vscode.Uri.joinPath(uri, name))
    .filter((uri) => vscode.workspace.getWorkspaceFolder(uri));
}
