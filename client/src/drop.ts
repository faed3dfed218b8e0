// Files of other kinds dropped onto a blank report: their text as markup.
import * as vscode from 'vscode';
import type { Import } from '../../server/src/lsp/protocol.ts';
import { isSource } from './import-report.ts';
import { t } from './texts.ts';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('nianbao', 'report');
const uriList = 'text/uri-list';

/** Offers to fill a blank report with the first file that is dropped onto it; any other drop is left alone. */
export function dropReports(read: (source: vscode.Uri) => Promise<Import | null>): vscode.Disposable {
  const provider: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, _position, transfer) {
      if (document.getText().trim() !== '') return undefined;
      const list = (await transfer.get(uriList)?.asString()) ?? '';
      const source = list
        .split(/\r?\n/)
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => vscode.Uri.parse(line))
        .find(isSource);
      const imported = source && (await read(source));
      return imported ? new vscode.DocumentDropEdit(imported.markup, t('Import'), kind) : undefined;
    },
  };
  const metadata = { providedDropEditKinds: [kind], dropMimeTypes: [uriList] };
  return vscode.languages.registerDocumentDropEditProvider({ language: 'nianbao' }, provider, metadata);
}
