// The action that fills a report's tables with the sums of the reports below it.
import type { CodeAction } from 'vscode-languageserver-types';
import { keepingTablesFormatted } from '../rules/engine/fix-all.ts';
import { fillingOf } from '../tasks/sum.ts';
import { textEdits, workspaceEdit } from './edits.ts';
import { type RewriteOptions, rewriteKind } from './rewrite-tables.ts';
import type { Snapshot } from './snapshot.ts';

export const fillFromChildrenKind = `${rewriteKind}.children`;

/** One action where the report sums up others and differs from them anywhere, with what couldn't be summed in its title; else none. */
export function fillFromChildren(
  snapshot: Snapshot,
  { language, settings, versionedEdits }: RewriteOptions,
): CodeAction[] {
  const { children } = snapshot.subject(settings);
  if (children.length === 0) return [];
  const { edits, problems } = fillingOf(snapshot.report, children);
  if (edits.length === 0) return [];
  const left = problems.length;
  const title = {
    zh: `按下级报告填表（${edits.length} 格${left > 0 ? `，${left} 项汇总不了` : ''}）`,
    en: `Fill from children (${edits.length} values${left > 0 ? `, ${left} can’t be summed` : ''})`,
  }[language];
  const formatted = textEdits(snapshot, keepingTablesFormatted(snapshot.report, edits));
  return [{ title, kind: fillFromChildrenKind, edit: workspaceEdit(snapshot, formatted, versionedEdits) }];
}
