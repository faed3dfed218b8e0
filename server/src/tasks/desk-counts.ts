// What a desk comes to: by state, by part, by rule.
import type { Severity } from '../analysis/settings.ts';
import { type Desk, type DeskEntry, type DeskState, deskStates } from './desk.ts';
import type { ReportPart } from './review.ts';

/** How many bodies are in each state. */
export function stateCounts({ entries }: Desk): Readonly<Record<DeskState, number>> {
  const counts = { missing: 0, revise: 0, verify: 0, passed: 0 } satisfies Record<DeskState, number>;
  for (const { state } of entries) counts[state]++;
  return counts;
}

export interface RuleCount {
  readonly code: string;
  /** The gravest that it had. */
  readonly severity: Severity;
  readonly findings: number;
  readonly bodies: number;
}

/** What is open by rule: errors first, then those that most bodies have. */
export function ruleCounts({ entries }: Desk): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { open } of entries) {
    for (const [code, findings] of Map.groupBy(open, (each) => each.code)) {
      const before = counts.get(code);
      const isError = before?.severity === 'error' || findings.some(({ severity }) => severity === 'error');
      counts.set(code, {
        code,
        severity: isError ? 'error' : 'warning',
        findings: (before?.findings ?? 0) + findings.length,
        bodies: (before?.bodies ?? 0) + 1,
      });
    }
  }
  const gravity = ({ severity }: RuleCount): number => (severity === 'error' ? 0 : 1);
  return [...counts.values()].sort(
    (a, b) => gravity(a) - gravity(b) || b.bodies - a.bodies || b.findings - a.findings || (a.code < b.code ? -1 : 1),
  );
}

/** The parts in which something is open, in the order of the form. */
export function openParts({ entries }: Desk): readonly ReportPart[] {
  const parts = new Map<string, ReportPart>();
  for (const { open } of entries) for (const { part } of open) if (part) parts.set(part.id, part);
  return [...parts.values()].sort((a, b) => a.ordinal - b.ordinal);
}

/** What is open of an entry in a part; for null what stands in none. */
export function openIn({ open }: DeskEntry, part: ReportPart | null): DeskEntry['open'] {
  return open.filter((finding) => (finding.part?.id ?? null) === (part?.id ?? null));
}

/** The states that any body is in, in their order. */
export function statesIn(desk: Desk): readonly DeskState[] {
  const counts = stateCounts(desk);
  return deskStates.filter((state) => counts[state] > 0);
}
