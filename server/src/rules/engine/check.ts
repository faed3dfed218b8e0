import type { RuleSettings } from '../../analysis/settings.ts';
import type { Subject } from '../../analysis/subject.ts';
import { conflictAt } from '../../report/conflicts.ts';
import type { Report } from '../../report/report.ts';
import type { Part } from '../../syntax/tree.ts';
import { isTooLarge } from '../../text/limits.ts';
import { LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { fileTooLarge } from '../file-too-large.ts';
import { ruleByCode, rules } from '../index.ts';
import { mergeConflict } from '../merge-conflict.ts';
import { leftOut } from '../more-findings.ts';
import { unknownCodes } from '../unknown-code.ts';
import { unusedCode } from '../unused-suppression.ts';
import { fingerprints } from './fingerprint.ts';
import { isOn } from './is-on.ts';
import { type Finding, isSuppressible, type RunnableRule, type Severity, silenceTells } from './rule.ts';
import { silencesOf } from './silences.ts';
import { type Suppression, suppressionsOf } from './suppressions.ts';

/** A finding with the severity in force. */
export interface CheckedFinding extends Finding {
  readonly severity: Severity;
  /** Set where it was known before (`RuleSettings.baseline`). */
  readonly baselined?: true;
}

export interface SuppressedFinding {
  readonly finding: CheckedFinding;
  /** As the suppression gives it; empty where it gives none. */
  readonly reason: string;
}

export interface CheckResult {
  /**
   * In the order of the text; at most `maxFindings` (or as many as were asked for), then one `more-findings` that counts the rest. Where there are more,
   * those of lesser severity are left out first.
   */
  readonly findings: readonly CheckedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Rules that threw: they cost their own answer alone. */
  readonly failures: readonly RuleFailure[];
}

export interface RuleFailure {
  readonly code: string;
  readonly error: unknown;
}

/** So many findings of a report are listed. */
export const maxFindings = 200;

const codes: ReadonlySet<string> = new Set(rules.map((rule) => rule.code));
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * Runs every rule that is not `off` on a report, honours its suppressions and orders what is left. Never throws. Of a
 * text over a limit (`isTooLarge`) that alone is said. `most` is for who needs every finding.
 */
export function check(subject: Subject, most: number = maxFindings): CheckResult {
  const { report } = subject;
  const settings = settingsOf(subject);
  if (isTooLarge(report.tree.text)) {
    const { findings, failures } = run([fileTooLarge], subject);
    return { findings: inForce(findings, settings), suppressed: [], failures };
  }
  const ran = run(
    rules.filter((rule) => isOn(rule, settings)),
    subject,
  );
  const suppressions = suppressionsOf(subject);
  const settled = ran.findings.filter((finding) => !isUnsettled(report, finding));
  const { kept, suppressed, used } = silence(suppressions, inForce(settled, settings));
  const failed = new Set(ran.failures.map(({ code }) => code));
  const own = [...unknownCodes(subject, codes), ...unused(subject, settings, suppressions, used, failed)];
  const findings = [...kept, ...inForce(own, settings)].sort(byPlace);
  return {
    findings: limited(withBaseline(report, findings, settings), settings, most),
    suppressed,
    failures: ran.failures,
  };
}

/** What is set, and where nothing is set what the packs of the report's forms say. */
function settingsOf({ report, settings }: Subject): RuleSettings {
  return { ...settings, rules: { ...report.forms.severities, ...settings.rules } };
}

function run(
  active: readonly RunnableRule[],
  subject: Subject,
): { findings: readonly Finding[]; failures: readonly RuleFailure[] } {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of active) {
    const before = findings.length;
    try {
      for (const finding of rule.check?.(subject) ?? []) findings.push(finding);
    } catch (error) {
      findings.length = before;
      failures.push({ code: rule.code, error });
    }
  }
  return { findings, failures };
}

/** Whether a finding hangs on a merge that nobody has settled: it begins there, or speaks of what stands there. */
function isUnsettled({ conflicts }: Report, { code, span, related }: Finding): boolean {
  if (conflicts.length === 0 || code === mergeConflict.code) return false;
  const hits = (place: Span): boolean => conflictAt(conflicts, place) !== null;
  return hits(span) || related().some((each) => 'span' in each && hits(each.span));
}

/** The findings with the user's severity, else their own, else their rule's; without those that are `off`. */
function inForce(findings: readonly Finding[], settings: RuleSettings): readonly CheckedFinding[] {
  return findings.flatMap((finding) => {
    const severity =
      settings.rules[finding.code] ?? finding.severity ?? ruleByCode(finding.code)?.severity ?? 'warning';
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

/** The findings, those that were known before as hints. */
function withBaseline(
  report: Report,
  findings: readonly CheckedFinding[],
  { baseline }: RuleSettings,
): readonly CheckedFinding[] {
  if (!baseline || baseline.size === 0 || findings.length === 0) return findings;
  const { text } = report.tree;
  const keys = fingerprints({ text, lines: new LineIndex(text) }, findings, report);
  return findings.map((finding, i) =>
    baseline.has(keys[i] ?? '') ? { ...finding, severity: 'hint', baselined: true } : finding,
  );
}

interface Silenced {
  readonly kept: readonly CheckedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** The codes of suppressions that silenced something. */
  readonly used: ReadonlySet<Part>;
}

function silence(suppressions: readonly Suppression[], findings: readonly CheckedFinding[]): Silenced {
  const used = new Set<Part>();
  if (suppressions.length === 0) return { kept: findings, suppressed: [], used };
  const silencing = silencesOf(suppressions);
  const kept: CheckedFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const silences = canBeSilenced(finding.code) ? silencing(finding) : [];
    for (const { codes: silencers } of silences) for (const code of silencers) used.add(code);
    if (silences.length === 0) kept.push(finding);
    else suppressed.push({ finding, reason: silences.find(({ reason }) => reason !== '')?.reason ?? '' });
  }
  return { kept, suppressed, used };
}

function canBeSilenced(code: string): boolean {
  const rule = ruleByCode(code);
  return rule === null || isSuppressible(rule);
}

/** The codes that silenced nothing, as far as that can be told: not of rules that did not run, or that need files which aren't known. */
function unused(
  subject: Subject,
  settings: RuleSettings,
  suppressions: readonly Suppression[],
  used: ReadonlySet<Part>,
  failed: ReadonlySet<string>,
): readonly Finding[] {
  const isUnused = (code: Part): boolean => {
    const rule = used.has(code) || failed.has(code.text) ? null : ruleByCode(code.text);
    return rule !== null && isOn(rule, settings) && silenceTells(rule, subject);
  };
  return suppressions.flatMap((suppression) =>
    suppression.codes.filter(isUnused).map((code) => unusedCode(subject.report, suppression, code)),
  );
}

function limited(findings: readonly CheckedFinding[], settings: RuleSettings, most: number): readonly CheckedFinding[] {
  if (findings.length <= most) return findings;
  const ranked = findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const rest = leftOut(ranked.slice(most).sort(byPlace));
  return [...ranked.slice(0, most).sort(byPlace), ...inForce(rest ? [rest] : [], settings)];
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
