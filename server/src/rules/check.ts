import type { Report } from '../report/report.ts';
import type { Finding, Severity } from './rule.ts';

/** What a user sets for the rules: a severity or `off` for each code that shall differ from its rule's own. */
export interface RuleSettings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

export const defaultSettings: RuleSettings = { rules: {} };

/** A finding with the severity in force. */
export interface CheckedFinding extends Finding {
  readonly severity: Severity;
}

export interface SuppressedFinding {
  readonly finding: CheckedFinding;
  /** As the suppression gives it; empty where it gives none. */
  readonly reason: string;
}

export interface CheckResult {
  /** In the order of the text; at most `maxFindings`, then one `more-findings` that counts the rest. */
  readonly findings: readonly CheckedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Rules that threw: they cost their own answer alone. */
  readonly failures: readonly { readonly code: string; readonly error: unknown }[];
}

export const maxFindings = 200;

/** Runs every rule that is not `off` on a report, honours its suppressions and orders what is left. Never throws. */
export function check(_report: Report, _settings: RuleSettings = defaultSettings): CheckResult {
  throw new Error('being written');
}
