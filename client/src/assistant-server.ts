import * as vscode from 'vscode';

/** Lets VS Code start the tools as a server of the Model Context Protocol, for assistants that take them in no other way. */
export function offerToolServer({ extension, extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'nianbao.cjs').fsPath;
  const { version } = extension.packageJSON as { version: string };
  return vscode.lm.registerMcpServerDefinitionProvider('nianbao.tools', {
    provideMcpServerDefinitions: () => {
      // VS Code itself is the Node at hand.
      const environment = { ELECTRON_RUN_AS_NODE: '1' };
      const definition = new vscode.McpStdioServerDefinition(
        'Nianbao 年报',
        process.execPath,
        [script, 'mcp'],
        environment,
        version,
      );
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (folder) definition.cwd = folder.uri;
      return [definition];
    },
  });
}
