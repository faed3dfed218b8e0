// Workspace symbols: the reports of a folder by body and year.
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { IndexedReport } from '../analysis/indexed-report.ts';
import { byCodeUnits } from '../text/sorted.ts';
import { nameOf } from '../workspace/places.ts';

/** More are not answered: the next letter makes them fewer. */
const MOST = 200;

/** The reports whose body, year or file name holds every word of the query. By body, the newest year first. */
export function workspaceSymbols(reports: readonly IndexedReport[], query: string): WorkspaceSymbol[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return reports
    .filter((report) => {
      const name = plain([report.body ?? '', report.year ?? '', nameOf(report.source)].join(' '));
      return words.every((word) => name.includes(word));
    })
    .toSorted((a, b) => byCodeUnits(a.body ?? '', b.body ?? '') || (b.year ?? 0) - (a.year ?? 0))
    .slice(0, MOST)
    .map(({ source, body, year }) => ({
      name: [body ?? nameOf(source), ...(year === null ? [] : [`${year}年`])].join(' '),
      kind: SymbolKind.File,
      containerName: nameOf(source),
      location: { uri: source, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    }));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
