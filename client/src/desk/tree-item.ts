import * as vscode from 'vscode';
import type { DeskBodyItem, DeskFindingItem, DeskStateItem } from '../../../server/src/lsp/protocol.ts';

/** A line of the desk's tree. */
export type DeskItem =
  | { readonly kind: 'state'; readonly item: DeskStateItem }
  | { readonly kind: 'body'; readonly item: DeskBodyItem; readonly state: DeskStateItem['state'] }
  | { readonly kind: 'finding'; readonly item: DeskFindingItem; readonly uri: string };

/** What stands below a line. */
export function childrenOf(line: DeskItem): DeskItem[] {
  if (line.kind === 'state') {
    return line.item.bodies.map((item): DeskItem => ({ kind: 'body', item, state: line.item.state }));
  }
  if (line.kind === 'finding') return [];
  const { uri, findings } = line.item;
  return uri === null ? [] : findings.map((item): DeskItem => ({ kind: 'finding', item, uri }));
}

/** How a line looks. `go` is the command that is run when it is chosen. */
export function treeItem(line: DeskItem, go: string): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const command = { command: go, title: '', arguments: [line] };
  if (line.kind === 'state') {
    const { state, label, bodies } = line.item;
    const tree = new vscode.TreeItem(label, state === 'passed' ? Collapsed : Expanded);
    tree.id = state;
    tree.description = String(bodies.length);
    tree.iconPath = stateIcons[state];
    return tree;
  }
  const { item } = line;
  const label = line.kind === 'body' ? line.item.body : line.item.label;
  const hasMore = line.kind === 'body' && line.item.findings.length > 0;
  const tree = new vscode.TreeItem(label, hasMore ? Collapsed : None);
  tree.description = item.detail;
  tree.tooltip = [label, item.detail].filter(Boolean).join('\n');
  tree.contextValue = line.kind;
  if (line.kind === 'finding') tree.iconPath = severityIcons[line.item.severity];
  if (line.kind === 'finding' || line.item.uri !== null) tree.command = command;
  return tree;
}

const red = new vscode.ThemeColor('problemsErrorIcon.foreground');
const yellow = new vscode.ThemeColor('problemsWarningIcon.foreground');
const blue = new vscode.ThemeColor('problemsInfoIcon.foreground');

const stateIcons: Readonly<Record<DeskStateItem['state'], vscode.ThemeIcon>> = {
  missing: new vscode.ThemeIcon('circle-large-outline'),
  revise: new vscode.ThemeIcon('error', red),
  verify: new vscode.ThemeIcon('question', yellow),
  passed: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
};

const severityIcons: Readonly<Record<DeskFindingItem['severity'], vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', red),
  warning: new vscode.ThemeIcon('warning', yellow),
  information: new vscode.ThemeIcon('info', blue),
  hint: new vscode.ThemeIcon('lightbulb', blue),
};
