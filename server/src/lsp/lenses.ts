// The request for what stands over the report and its tables.
import { CodeLensRequest } from 'vscode-languageserver';
import { documentFeature, documentUri } from './serve.ts';

export const lenses = documentFeature(CodeLensRequest.type, {
  capability: () => ({ codeLensProvider: {} }),
  empty: null,
  uriOf: documentUri,
  async answer({ session, snapshot, settings }) {
    const { codeLenses } = await import('../features/code-lens.ts');
    return codeLenses(snapshot, { language: session.language(), settings, commands: session.traits.commandLinks });
  },
});
