import * as vscode from 'vscode';
import type { ChecklistItem } from '../../../server/src/lsp/protocol.ts';
import { t } from '../texts.ts';

/** How an item of the checklist looks. `command` is run when it is chosen. */
export function treeItem(
  item: ChecklistItem,
  report: vscode.Uri | undefined,
  command: vscode.Command,
): vscode.TreeItem {
  const { id, kind, label, detail, tooltip, children } = item;
  const tree = new vscode.TreeItem(label, collapsibleState(item));
  // Findings come and go; anything else keeps its id, and with it whether it is open.
  if (kind !== 'finding') tree.id = `${report?.toString()} ${id}`;
  tree.description = detail;
  tree.tooltip = [label, tooltip].filter(Boolean).join('\n\n');
  tree.iconPath = iconOf(item);
  tree.command = command;
  tree.contextValue = kind;
  const said = [label, wordOf(item), detail].filter(Boolean).join(', ');
  tree.accessibilityInformation = { label: said, ...(children.length > 0 ? { role: 'treeitem' } : {}) };
  return tree;
}

function collapsibleState({ state, children }: ChecklistItem): vscode.TreeItemCollapsibleState {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  if (children.length === 0) return None;
  return state === 'done' ? Collapsed : Expanded;
}

function iconOf({ kind, state, severity, children }: ChecklistItem): vscode.ThemeIcon {
  if (kind === 'deadline') return new vscode.ThemeIcon('calendar');
  if (state === 'done') return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  if (state === 'todo') return new vscode.ThemeIcon('circle-large-outline');
  return icons[severity ?? worstOf(children)];
}

const icons: Readonly<Record<NonNullable<ChecklistItem['severity']>, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  information: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
  hint: new vscode.ThemeIcon('lightbulb', new vscode.ThemeColor('problemsInfoIcon.foreground')),
};

/** Whether anything below is wrong as an error, or as a warning at most. */
function worstOf(items: readonly ChecklistItem[]): 'error' | 'warning' {
  const isError = (item: ChecklistItem): boolean =>
    (item.state === 'wrong' && item.severity === 'error') || item.children.some(isError);
  return items.some(isError) ? 'error' : 'warning';
}

function wordOf({ state }: ChecklistItem): string {
  switch (state) {
    case 'done':
      return t('done');
    case 'todo':
      return t('to do');
    case 'wrong':
      return t('wrong');
    case 'note':
      return '';
  }
}
