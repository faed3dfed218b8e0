// A report beside last year's: the official form with both values and the change in each cell.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CompareParams, type CompareResult, compareRequest } from '../../server/src/lsp/protocol.ts';
import { reportInFront } from './documents.ts';
import { nameOf, reportExtensions } from './file-names.ts';
import { t } from './texts.ts';

/** Compares the report named, or the one in front, with last year's; asks for that where it isn't known. Gives the panel. */
export async function compareWithLastYear(
  client: BaseLanguageClient,
  named: unknown,
  previous?: unknown,
): Promise<vscode.WebviewPanel | null> {
  const uri = named instanceof vscode.Uri ? named : reportInFront()?.uri;
  if (!uri) return null;
  const page = await pageOf(client, uri, previous instanceof vscode.Uri ? previous : null);
  if (page === null) return null;
  const panel = vscode.window.createWebviewPanel(
    'nianbao.comparison',
    `${nameOf(uri)} · ${t('Compared with last year')}`,
    vscode.ViewColumn.Active,
    { enableScripts: false, enableFindWidget: true, localResourceRoots: [] },
  );
  panel.webview.html = page;
  return panel;
}

/** The page; null where there is none, which is said, or nothing was chosen. */
async function pageOf(
  client: BaseLanguageClient,
  uri: vscode.Uri,
  previous: vscode.Uri | null,
): Promise<string | null> {
  const params: CompareParams = { uri: uri.toString(), ...(previous ? { previousUri: previous.toString() } : {}) };
  const result = await client.sendRequest<CompareResult | null>(compareRequest, params);
  if (result && 'html' in result) return result.html;
  if (result?.isUnknown && !previous) {
    const [chosen] =
      (await vscode.window.showOpenDialog({
        title: t('The report of last year'),
        defaultUri: vscode.Uri.joinPath(uri, '..'),
        filters: { [t('Reports')]: [...reportExtensions] },
      })) ?? [];
    return chosen ? pageOf(client, uri, chosen) : null;
  }
  void vscode.window.showErrorMessage(result?.failure ?? t('Nianbao has failed; see its output.'));
  return null;
}
