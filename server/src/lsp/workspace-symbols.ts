// The request that finds a report by its body or its year.
import { WorkspaceSymbolRequest } from 'vscode-languageserver';
import { reportsOfFolders } from './known-reports.ts';
import { workspaceFeature } from './serve.ts';

export const symbolsOfFolder = workspaceFeature(WorkspaceSymbolRequest.type, {
  capability: () => ({ workspaceSymbolProvider: true }),
  empty: null,
  async answer(session, { query }, token) {
    const { workspaceSymbols } = await import('../features/workspace-symbols.ts');
    const reports = await reportsOfFolders(session, () => token.isCancellationRequested);
    return workspaceSymbols(reports, query);
  },
});
