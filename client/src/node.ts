import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { offerToolServer } from './assistant-server.ts';
import { provideCheckTasks } from './check-task.ts';
import { type Api, start } from './extension.ts';
import { setUpGit } from './git-setup.ts';

/** Where VS Code has Node: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): Promise<Api> {
  context.subscriptions.push(offerToolServer(context), provideCheckTasks(context.extensionUri));
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  return start(
    context,
    (options) => new LanguageClient('nianbao', 'Nianbao', { module, transport: TransportKind.ipc }, options),
    (folder) => setUpGit(context.extensionUri, folder),
  );
}
