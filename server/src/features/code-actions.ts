// Quick fixes of findings, their suppression, their explanation, and fix-all.
import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { CheckedFinding } from '../rules/check.ts';
import { ruleByCode } from '../rules/index.ts';
import type { Edit, Fix } from '../rules/rule.ts';
import type { Language } from '../text/language.ts';
import { type DiagnosticOptions, diagnosticOf } from './diagnostics.ts';
import { compatible, textEdits, workspaceEdit } from './edits.ts';
import { rangeOf, spanOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';
import { suppressions } from './suppress.ts';

export const fixAllKind = 'source.fixAll.nianbao';

export interface CodeActionOptions extends DiagnosticOptions {
  readonly range: Range;
  /** The kinds asked for, with all that lie below them; null for all but `source`. */
  readonly only: readonly string[] | null;
  /** Whether the client takes edits of a version of the document. */
  readonly versionedEdits: boolean;
  /** Whether the client takes snippets in edits. */
  readonly snippetEdits: boolean;
  /** Whether the client has the command `nianbao.explain`. */
  readonly commands: boolean;
  /** Told of a rule whose fixes threw; it costs its own actions alone. */
  readonly onFailure?: (code: string, error: unknown) => void;
}

/** What can be done about the findings that touch the range. */
export function codeActions(snapshot: Snapshot, options: CodeActionOptions): CodeAction[] {
  const { findings } = snapshot.check(options.settings);
  const actions: CodeAction[] = [];
  if (asked('quickfix', options)) {
    const span = spanOf(snapshot.lines, options.range);
    const here = findings.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end);
    actions.push(...here.flatMap((finding) => quickFixes(snapshot, finding, options)));
    actions.push(...here.flatMap((finding) => suppressActions(snapshot, finding, options)));
    if (options.commands) actions.push(...explainActions(here, options.language));
  }
  if (options.only && asked(fixAllKind, options)) actions.push(...fixAll(snapshot, findings, options));
  return actions;
}

function asked(kind: string, { only }: CodeActionOptions): boolean {
  return only === null || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function fixesOf(snapshot: Snapshot, finding: CheckedFinding, options: CodeActionOptions): readonly Fix[] {
  try {
    return ruleByCode(finding.code)?.fixes?.(finding, snapshot.report) ?? [];
  } catch (error) {
    options.onFailure?.(finding.code, error);
    return [];
  }
}

function quickFixes(snapshot: Snapshot, finding: CheckedFinding, options: CodeActionOptions): CodeAction[] {
  const fixes = fixesOf(snapshot, finding, options);
  const preferred = fixes.filter((fix) => fix.certain).length === 1;
  return fixes.map((fix) => ({
    title: fix.title[options.language],
    kind: 'quickfix',
    diagnostics: [diagnosticOf(snapshot, finding, options)],
    ...(preferred && fix.certain ? { isPreferred: true } : {}),
    edit: workspaceEdit(snapshot, textEdits(snapshot, fix.edits), options.versionedEdits),
  }));
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

/** One action with every certain fix that can be made together with those before it. */
function fixAll(
  snapshot: Snapshot,
  findings: readonly CheckedFinding[],
  options: CodeActionOptions,
): readonly CodeAction[] {
  const sets: (readonly Edit[])[] = [];
  for (const finding of findings) {
    const certain = fixesOf(snapshot, finding, options).filter((fix) => fix.certain);
    if (certain.length === 1 && certain[0]) sets.push(certain[0].edits);
  }
  const edits = compatible(sets).flat();
  if (edits.length === 0) return [];
  return [
    {
      title: options.language === 'zh' ? '改正所有确定的问题' : 'Fix everything that is certain',
      kind: fixAllKind,
      edit: workspaceEdit(snapshot, textEdits(snapshot, edits), options.versionedEdits),
    },
  ];
}
