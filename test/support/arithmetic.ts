import { subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import type { Finding } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/index.ts';

/** What the rules of arithmetic find in a text, in its order. */
export function arithmeticFindings(text: string): readonly Finding[] {
  const subject = subjectOf(readReport(text));
  return rules
    .filter(({ group }) => group === 'arithmetic')
    .flatMap(({ check }) => [...(check?.(subject) ?? [])])
    .sort((one, other) => one.span.start - other.span.start);
}
