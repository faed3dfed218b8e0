import { fingerprints } from '../../rules/engine/fingerprint.ts';
import type { Severity } from '../../rules/engine/rule.ts';
import { hash } from '../../text/hash.ts';
import type { OutputFormat } from './format.ts';
import { slashed } from './slashed.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

export const gitlab: OutputFormat = {
  id: 'gitlab',
  description: { zh: 'GitLab 的代码质量报告', en: 'a Code Quality report of GitLab' },
  open: ({ language }) => ({
    start: () => '[',
    file: (checked) => {
      const path = slashed(checked.file);
      const printed = fingerprints(checked, checked.findings);
      return checked.findings
        .map((finding, i) =>
          issue(path, {
            description: finding.message()[language],
            check_name: finding.code,
            fingerprint: `${hash(path)}:${printed[i]}`,
            severity: severities[finding.severity],
            line: checked.lines.positionAt(finding.span.start).line + 1,
          }),
        )
        .join(',');
    },
    between: ',',
    unreadable: (file, description) => {
      const path = slashed(file);
      const check = { check_name: 'unreadable', fingerprint: `${hash(path)}:unreadable`, severity: 'blocker' };
      return issue(path, { description, ...check, line: 1 });
    },
    end: () => '\n]\n',
  }),
};

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly line: number;
}

function issue(path: string, { line, ...rest }: Issue): string {
  return `\n${JSON.stringify({ ...rest, location: { path, lines: { begin: line } } })}`;
}
