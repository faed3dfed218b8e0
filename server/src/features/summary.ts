// What the status bar says of a report.
import type { RuleSettings } from '../analysis/settings.ts';
import type { Language } from '../text/language.ts';
import type { Snapshot } from './snapshot.ts';

/** Body, year and edition, and how many errors and warnings there are. */
export interface ReportSummary {
  readonly body: string | null;
  readonly year: number | null;
  readonly edition: string;
  readonly editionName: string;
  readonly errors: number;
  readonly warnings: number;
}

/** What the status bar shows of a report. */
export function summary(
  snapshot: Snapshot,
  { language, settings }: { readonly language: Language; readonly settings: RuleSettings },
): ReportSummary {
  const { report } = snapshot;
  const { findings } = snapshot.check(settings);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    body: report.body?.text ?? null,
    year: report.year?.value ?? null,
    edition: report.edition.id,
    editionName: report.edition.name[language],
    errors: count('error'),
    warnings: count('warning'),
  };
}
