// Quick fixes of findings, their suppression, their explanation, tables rewritten, and fix-all.

import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { subjectOf } from '../analysis/subject.ts';
import { readReport } from '../report/bind.ts';
import type { CheckedFinding } from '../rules/engine/check.ts';
import { fixAll, fixesOf, keepingTablesFormatted } from '../rules/engine/fix-all.ts';
import { filePlace } from '../rules/engine/render.ts';
import { type Edit, type Fix, ownEdits } from '../rules/engine/rule.ts';
import type { Language } from '../text/language.ts';
import { append } from '../text/lists.ts';
import { type DiagnosticOptions, diagnosticOf } from './diagnostics.ts';
import { textEdits, workspaceEdit } from './edits.ts';
import { fillFromChildren, fillFromChildrenKind } from './fill-from-children.ts';
import { rangeOf, spanOf } from './positions.ts';
import { type RewriteOptions, rewriteKind, rewriteTables } from './rewrite-tables.ts';
import type { Snapshot } from './snapshot.ts';
import { suppressions } from './suppress.ts';
import { type UpdateNumbersOptions, updateNumbers } from './update-numbers.ts';

/** Fixes keep tables formatted while the texts that have to be read for it, one each, are together not longer: they are offered at every move of the cursor. */
const LONGEST_TO_FORMAT = 400_000;

export const fixAllKind = 'source.fixAll.nianbao';

export interface CodeActionOptions extends DiagnosticOptions, RewriteOptions, UpdateNumbersOptions {
  /** The kinds asked for, with all that lie below them; null for all but `source`. */
  readonly only: readonly string[] | null;
  /** Whether the client takes snippets in edits. */
  readonly snippetEdits: boolean;
  /** Whether the client has the command `nianbao.explain`. */
  readonly commands: boolean;
  /** Told of a rule whose fixes threw; it costs its own actions alone. */
  readonly onFailure?: (code: string, error: unknown) => void;
}

/** What can be done about the findings and the tables that touch the range. */
export function codeActions(snapshot: Snapshot, options: CodeActionOptions): CodeAction[] {
  const { findings } = snapshot.check(options.settings);
  const actions: CodeAction[] = [];
  if (asked('quickfix', options)) {
    const span = spanOf(snapshot.lines, options.range);
    const here = findings.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end);
    append(actions, quickFixes(snapshot, here, options));
    append(
      actions,
      here.flatMap((finding) => suppressActions(snapshot, finding, options)),
    );
    if (options.commands) append(actions, explainActions(here, options.language));
  }
  if (asked(rewriteKind, options)) append(actions, rewriteTables(snapshot, options));
  if (asked(fillFromChildrenKind, options)) append(actions, fillFromChildren(snapshot, options));
  append(
    actions,
    updateNumbers(snapshot, options).filter(({ kind }) => asked(kind ?? '', options)),
  );
  if (options.only && asked(fixAllKind, options)) append(actions, fixAllAction(snapshot, options));
  return actions;
}

function asked(kind: string, { only }: CodeActionOptions): boolean {
  return only === null || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFixes(
  snapshot: Snapshot,
  findings: readonly CheckedFinding[],
  options: CodeActionOptions,
): readonly CodeAction[] {
  const fixesOfEach = findings.map((finding) => ({ finding, fixes: fixesOf(finding, options.onFailure) }));
  const count = fixesOfEach.reduce((sum, { fixes }) => sum + fixes.length, 0);
  const edits = count * snapshot.text.length > LONGEST_TO_FORMAT ? ownEdits : keptFormatted(snapshot);
  return fixesOfEach.flatMap(({ finding, fixes }) => {
    const preferred = fixes.filter((fix) => fix.certain).length === 1;
    return fixes.map((fix) => ({
      title: fix.title[options.language],
      kind: 'quickfix',
      diagnostics: [diagnosticOf(snapshot, finding, options)],
      ...(preferred && fix.certain ? { isPreferred: true } : {}),
      edit: workspaceEdit(snapshot, textEdits(snapshot, edits(fix)), options.versionedEdits, elsewhere(snapshot, fix)),
    }));
  });
}

function keptFormatted({ report }: Snapshot): (fix: Fix) => readonly Edit[] {
  return (fix) => keepingTablesFormatted(report, ownEdits(fix));
}

/** The edits of other files, by their URI. */
function elsewhere({ lines }: Snapshot, { edits }: Fix): ReadonlyMap<string, readonly TextEdit[]> {
  const others = edits.flatMap((edit) => {
    const { file, range } = filePlace(edit, lines);
    return file === undefined ? [] : [{ file, edit: { range, newText: edit.text } }];
  });
  const byFile = Map.groupBy(others, ({ file }) => file);
  return new Map([...byFile].map(([file, list]) => [file, list.map(({ edit }) => edit)]));
}

function suppressActions(snapshot: Snapshot, finding: CheckedFinding, options: CodeActionOptions): CodeAction[] {
  return suppressions(snapshot, finding).map(({ title, at, text, cursor }) => {
    const range = rangeOf(snapshot.lines, { start: at, end: at });
    const snippet = { range, snippet: { kind: 'snippet' as const, value: withTabStop(text, cursor) } };
    return {
      title: title[options.language],
      kind: 'quickfix',
      diagnostics: [diagnosticOf(snapshot, finding, options)],
      edit: workspaceEdit(
        snapshot,
        [options.snippetEdits && options.versionedEdits ? snippet : { range, newText: text }],
        options.versionedEdits,
      ),
    };
  });
}

function withTabStop(text: string, cursor: number): string {
  const escaped = (part: string) => part.replace(/[\\$}]/g, '\\$&');
  return `${escaped(text.slice(0, cursor))}$0${escaped(text.slice(cursor))}`;
}

function explainActions(findings: readonly CheckedFinding[], language: Language): CodeAction[] {
  return [...new Set(findings.map((finding) => finding.code))].map((code) => {
    const title = language === 'zh' ? `说明规则 ${code}` : `Explain ${code}`;
    return { title, kind: 'quickfix', command: { title, command: 'nianbao.explain', arguments: [code] } };
  });
}

/** One action with everything that may be mended without asking. */
function fixAllAction(snapshot: Snapshot, options: CodeActionOptions): readonly CodeAction[] {
  const subject = (text: string) =>
    subjectOf(text === snapshot.text ? snapshot.report : readReport(text, snapshot.report.forms), {
      settings: options.settings,
    });
  const { edits } = fixAll(snapshot.text, subject, options);
  if (edits.length === 0) return [];
  return [
    {
      title: options.language === 'zh' ? '改正所有确定的问题' : 'Fix everything that is certain',
      kind: fixAllKind,
      edit: workspaceEdit(snapshot, textEdits(snapshot, edits), options.versionedEdits),
    },
  ];
}
