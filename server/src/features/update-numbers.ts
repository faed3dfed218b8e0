// The numbers of the text made those of the tables: an action of its own, shown before it is done.
import type { AnnotatedTextEdit, CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { formulaName } from '../analysis/formula-name.ts';
import { cellsIn } from '../analysis/mention.ts';
import { type NumberUpdate, numberUpdates } from '../analysis/number-text.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import type { Language } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { textEdits, workspaceEdit } from './edits.ts';
import { rangeOf, spanOf } from './positions.ts';
import { rewriteKind } from './rewrite-tables.ts';
import type { Snapshot } from './snapshot.ts';

/** The LSP kind of the action for the whole report. */
export const updateNumbersKind = 'source.updateNumbers.nianbao';

export interface UpdateNumbersOptions {
  readonly language: Language;
  readonly settings: RuleSettings;
  readonly range: Range;
  /** The kinds asked for; null where none is named. */
  readonly only: readonly string[] | null;
  readonly versionedEdits: boolean;
  /** Whether the client can show edits before they are made. */
  readonly changeAnnotations?: boolean;
}

/**
 * All numbers of the text that differ from the cells that they mean without doubt: asked for by its own kind, or as a
 * rewriting where the range touches one of these numbers or of their cells.
 */
export function updateNumbers(snapshot: Snapshot, options: UpdateNumbersOptions): CodeAction[] {
  const updates = numberUpdates(snapshot.subject(options.settings));
  if (updates.length === 0) return [];
  const { start, end } = spanOf(snapshot.lines, options.range);
  const isHere = (span: Span): boolean => span.start <= end && start <= span.end;
  const here = updates.some(
    ({ mention, formula }) =>
      isHere(mention.span) || cellsIn(snapshot.report, formula).some(({ node }) => isHere(node.room)),
  );
  const title = {
    zh: `按表格更新文字中的数（${updates.length} 处）`,
    en: `Update the numbers in the text from the tables (${updates.length})`,
  }[options.language];
  const edit = editOf(snapshot, updates, options);
  return [
    ...(here ? [{ title, kind: rewriteKind, edit }] : []),
    ...(options.only ? [{ title, kind: updateNumbersKind, edit }] : []),
  ];
}

function editOf(snapshot: Snapshot, updates: readonly NumberUpdate[], options: UpdateNumbersOptions): WorkspaceEdit {
  if (!options.changeAnnotations || !options.versionedEdits) {
    const edits = updates.map(({ edit }) => edit);
    return workspaceEdit(snapshot, textEdits(snapshot, edits), options.versionedEdits);
  }
  const edits = updates.map(
    ({ edit: { span, text } }, i): AnnotatedTextEdit => ({
      range: rangeOf(snapshot.lines, span),
      newText: text,
      annotationId: String(i),
    }),
  );
  const annotations = updates.map(({ mention, formula, edit }, i) => {
    const old = snapshot.text.slice(mention.span.start, mention.span.end);
    const label = formulaName(snapshot.report.edition, formula)[options.language];
    return [String(i), { label, description: `${old} → ${edit.text}`, needsConfirmation: true }] as const;
  });
  return { ...workspaceEdit(snapshot, edits, true), changeAnnotations: Object.fromEntries(annotations) };
}
