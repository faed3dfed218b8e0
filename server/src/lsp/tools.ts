// The tools that assistants call, for a client that offers them to its own.
import { RequestType } from 'vscode-languageserver';
import { decoded } from '../text/base64.ts';
import { type ToolParams, type ToolResult, toolRequest } from './protocol.ts';
import { workspaceFeature } from './serve.ts';

export const toolCalls = workspaceFeature(new RequestType<ToolParams, ToolResult | null, void>(toolRequest), {
  capability: () => ({}),
  empty: null,
  async answer(session, { name, given, files }, token) {
    // Few sessions have an assistant.
    const { callTool } = await import('../tasks/tools/call-tool.ts');
    const { ToolFailure } = await import('../tasks/tools/tool.ts');
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    return callTool(name, given, {
      language: session.language(),
      async readFile(file) {
        const bytes = files[file];
        if (bytes === undefined) throw new ToolFailure({ zh: `读不了${file}。`, en: `${file} can't be read.` });
        return decoded(bytes);
      },
      runImport: (bytes, options) =>
        session.runImport(bytes, { ...options, limits: session.importLimits(), signal: stop.signal }),
    });
  },
});
