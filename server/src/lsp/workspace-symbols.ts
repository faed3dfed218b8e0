// The request that finds a report by its body or its year.
import { WorkspaceSymbolRequest } from 'vscode-languageserver';
import type { IndexedReport } from '../analysis/indexed-report.ts';
import { workspaceFeature } from './serve.ts';

export const symbolsOfFolder = workspaceFeature(WorkspaceSymbolRequest.type, {
  capability: () => ({ workspaceSymbolProvider: true }),
  empty: null,
  async answer(session, { query }, token) {
    const { workspaceSymbols } = await import('../features/workspace-symbols.ts');
    const reports: IndexedReport[] = [];
    for (const uri of await session.workspace.reports()) {
      if (token.isCancellationRequested) return null;
      const pending = session.reports.entry(uri);
      const entry = pending instanceof Promise ? await pending : pending;
      if (entry) reports.push(entry.report);
    }
    return workspaceSymbols(reports, query);
  },
});
