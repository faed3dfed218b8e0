import type { Severity } from '../rules/engine/rule.ts';
import type { CodeTotal, Totals } from './formats/format.ts';

const graver: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What is counted of a finding. */
export interface Counted {
  readonly code: string;
  readonly severity: Severity;
}

/** Counts a run, file by file; it keeps numbers only. */
export class Tally implements Totals {
  files = 0;
  clean = 0;
  unreadable = 0;
  readonly bySeverity: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly byCode = new Map<string, CodeTotal>();

  get errors(): number {
    return this.bySeverity.error;
  }

  add(findings: readonly Counted[]): void {
    this.files++;
    if (findings.length === 0) this.clean++;
    const counted = new Set<string>();
    for (const { code, severity } of findings) {
      this.bySeverity[severity]++;
      const total = this.byCode.get(code) ?? { severity, findings: 0, files: 0 };
      this.byCode.set(code, {
        severity: graver.indexOf(severity) < graver.indexOf(total.severity) ? severity : total.severity,
        findings: total.findings + 1,
        files: total.files + (counted.has(code) ? 0 : 1),
      });
      counted.add(code);
    }
  }
}
