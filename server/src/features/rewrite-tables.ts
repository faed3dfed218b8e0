// A table with merged cells written in the canonical form: an action of its own, as it changes more than spaces.
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { type Canonical, canonicalTable } from '../report/canonical-table.ts';
import type { Table } from '../report/report.ts';
import type { Language, Localized } from '../text/language.ts';
import { textEdits, workspaceEdit } from './edits.ts';
import { spanOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** The LSP kind of these actions. */
export const rewriteKind = 'refactor.rewrite';

export interface RewriteOptions {
  readonly language: Language;
  readonly range: Range;
  /** The kinds asked for; null where none is named. */
  readonly only: readonly string[] | null;
  /** Whether the client takes edits of a version of the document. */
  readonly versionedEdits: boolean;
  /** Whether the client shows actions that can't be done, with the reason. */
  readonly disabledActions?: boolean;
}

/**
 * For each table that the range touches and that isn't canonical: the action that makes it so. Where something would be
 * lost there is none, or one that says why to a client that shows such actions.
 */
export function rewriteTables(snapshot: Snapshot, options: RewriteOptions): CodeAction[] {
  const { start, end } = spanOf(snapshot.lines, options.range);
  const tables = snapshot.report.tables.filter(({ span }) => span.start <= end && start <= span.end);
  return tables.flatMap((table) => actionFor(snapshot, table, canonicalTable(snapshot.report, table), options));
}

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
  if (result.kind === 'edits' && result.splits) {
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
