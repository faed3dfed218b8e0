// Findings as LSP diagnostics: the last moment at which they become text.
import type { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { RuleSettings } from '../analysis/settings.ts';
import type { CheckedFinding } from '../rules/engine/check.ts';
import { filePlace } from '../rules/engine/render.ts';
import type { Severity } from '../rules/engine/rule.ts';
import type { Language } from '../text/language.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

export interface DiagnosticOptions {
  readonly settings: RuleSettings;
  readonly language: Language;
  /** Whether the client shows related information; where it doesn't, the message says it. */
  readonly relatedInformation: boolean;
}

/** Every finding in a report, in the order of the text. */
export function diagnostics(snapshot: Snapshot, options: DiagnosticOptions): Diagnostic[] {
  return snapshot.check(options.settings).findings.map((finding) => diagnosticOf(snapshot, finding, options));
}

/** One finding as a diagnostic. Its `data` is the finding's, and the code. */
export function diagnosticOf(
  snapshot: Snapshot,
  finding: CheckedFinding,
  { language, relatedInformation }: DiagnosticOptions,
): Diagnostic {
  const message = finding.message()[language];
  const related = finding.related().map((each) => {
    const { file: uri = snapshot.uri, range } = filePlace(each, snapshot.lines);
    return { location: { uri, range }, message: each.message()[language] };
  });
  return {
    range: rangeOf(snapshot.lines, finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'nianbao',
    message:
      relatedInformation || related.length === 0 ? message : `${message}${spelledOut(snapshot.uri, related, language)}`,
    ...(relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
    data: { code: finding.code, ...finding.data },
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

function spelledOut(uri: string, related: readonly DiagnosticRelatedInformation[], language: Language): string {
  return related
    .map(({ location, message }) => {
      const line = location.range.start.line + 1;
      const file = location.uri === uri ? '' : `${nameOf(location.uri)} `;
      return language === 'zh' ? `\n${file}第 ${line} 行：${message}` : `\n${file}line ${line}: ${message}`;
    })
    .join('');
}

/** The name of a file as its user knows it. */
function nameOf(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
