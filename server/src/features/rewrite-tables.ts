// A table written in the canonical form, or with the other labels: actions of their own, as they change more than spaces.
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { labelStyleOf, type RuleSettings } from '../analysis/settings.ts';
import type { LabelStyle } from '../forms/labels.ts';
import { type Canonical, canonicalTable } from '../report/canonical-table.ts';
import { relabelling } from '../report/relabel.ts';
import type { Table } from '../report/report.ts';
import { keepingTablesFormatted } from '../rules/engine/fix-all.ts';
import type { Language, Localized } from '../text/language.ts';
import { textEdits, workspaceEdit } from './edits.ts';
import { spanOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** The LSP kind of these actions. */
export const rewriteKind = 'refactor.rewrite';

export interface RewriteOptions {
  readonly language: Language;
  readonly range: Range;
  readonly settings: RuleSettings;
  /** The kinds asked for; null where none is named. */
  readonly only: readonly string[] | null;
  /** Whether the client takes edits of a version of the document. */
  readonly versionedEdits: boolean;
  /** Whether the client shows actions that can't be done, with the reason. */
  readonly disabledActions?: boolean;
}

/**
 * For each table that the range touches: the action that makes it canonical; where it is but for its labels, one that
 * writes those; where it is one already, one that writes the other labels, if actions of this kind are asked for. Where
 * something would be lost there is none, or one that says why to a client that shows such actions.
 */
export function rewriteTables(snapshot: Snapshot, options: RewriteOptions): CodeAction[] {
  const { start, end } = spanOf(snapshot.lines, options.range);
  const tables = snapshot.report.tables.filter(({ span }) => span.start <= end && start <= span.end);
  const style = labelStyleOf(options.settings);
  return tables.flatMap((table) => {
    const result = canonicalTable(snapshot.report, table, style);
    if (result.kind === 'same') return options.only ? relabel(snapshot, table, others[style], options) : [];
    if (result.kind === 'edits' && result.changes === 'labels') return relabel(snapshot, table, style, options);
    return actionFor(snapshot, table, result, options);
  });
}

const others: Readonly<Record<LabelStyle, LabelStyle>> = { short: 'official', official: 'short' };

function relabel(snapshot: Snapshot, table: Table, style: LabelStyle, options: RewriteOptions): CodeAction[] {
  const edits = relabelling(table, style);
  if (edits.length === 0) return [];
  const formatted = textEdits(snapshot, keepingTablesFormatted(snapshot.report, edits));
  const title = labelTitles[style](table.definition.name)[options.language];
  return [{ title, kind: rewriteKind, edit: workspaceEdit(snapshot, formatted, options.versionedEdits) }];
}

const labelTitles: Readonly<Record<LabelStyle, (name: Localized) => Localized>> = {
  short: (name) => ({ zh: `${name.zh}改用短行名和短表头`, en: `${name.en}: write short labels` }),
  official: (name) => ({ zh: `${name.zh}改用表样的行名和表头`, en: `${name.en}: write the official labels` }),
};

function actionFor(snapshot: Snapshot, table: Table, result: Canonical, options: RewriteOptions): CodeAction[] {
  if (result.kind === 'same') return [];
  const title = titleOf(table, result)[options.language];
  if (result.kind === 'loses') {
    const reason = result.reason[options.language];
    return options.disabledActions && options.only ? [{ title, kind: rewriteKind, disabled: { reason } }] : [];
  }
  const edits = textEdits(snapshot, result.edits);
  return [{ title, kind: rewriteKind, edit: workspaceEdit(snapshot, edits, options.versionedEdits) }];
}

function titleOf({ definition, lines }: Table, result: Canonical): Localized {
  const { name, columns } = definition;
  if (result.kind === 'edits' && result.changes === 'wide-row') {
    const rows = new Set(lines.flatMap((line) => (line.kind === 'value' ? line.row.id : []))).size;
    return {
      zh: `${name.zh}由一行改为 ${rows} 行，每行 ${columns.length} 个数`,
      en: `${name.en}: ${rows} rows of ${columns.length} instead of one`,
    };
  }
  return {
    zh: `${name.zh}改为标准写法（一项一行，不用合并的格子）`,
    en: `${name.en}: write it in the canonical form, one item a row, without merged cells`,
  };
}
