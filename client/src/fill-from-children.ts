// Fills the report in front with the sums of the reports below it: the server's action, without a way through a menu.
import * as vscode from 'vscode';
import { t } from './texts.ts';

/** The kind of the server's action. */
const KIND = 'refactor.rewrite.children';

/** Fills the active report and says how many values were filled, or that there are none to fill. */
export async function fillFromChildren(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'nianbao') return;
  const { document, selection } = editor;
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
    KIND,
  );
  const action = actions.find(({ kind }) => kind?.value === KIND);
  const isFilled = action?.edit !== undefined && (await vscode.workspace.applyEdit(action.edit));
  void vscode.window.showInformationMessage(
    isFilled ? action.title : t('This report has none below it to sum up, or their sums stand in it already.'),
  );
}
