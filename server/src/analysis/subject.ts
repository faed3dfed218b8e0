import type { Report } from '../report/report.ts';
import type { FolderBodies } from './folder-bodies.ts';
import type { IndexedReport } from './indexed-report.ts';
import type { NamedReport } from './named-reports.ts';
import type { PartCopies } from './part-copies.ts';
import { defaultSettings, type RuleSettings } from './settings.ts';

/** What rules look at: a report and all that is known around it. Facts about it are computed once, when first asked for. */
export interface Subject {
  readonly report: Report;
  /** The path or URI of the report's file; null for a text that has none. */
  readonly source: string | null;
  readonly settings: RuleSettings;
  /** Last year's report of the same body, or null where it isn't known. */
  readonly previous: IndexedReport | null;
  /** The reports that this one sums up. */
  readonly children: readonly IndexedReport[];
  /** What the front matter names and no report was found for, and the bodies whose reports were looked for in vain. */
  readonly missing: readonly NamedReport[];
  /** The bodies of the reports of the folder and of its roster; null where they aren't known. */
  readonly bodies: FolderBodies | null;
  /** The parts of the folder's reports; null where nobody looks for copies, or they aren't known. */
  readonly copies: PartCopies | null;
  /** What facts remember of this subject; see `fact`. */
  readonly memory: Map<object, unknown>;
}

export type Surroundings = Partial<Omit<Subject, 'report' | 'memory'>>;

/** A report as the subject of rules; alone in the world where nothing is said of what is around it. */
export function subjectOf(report: Report, around: Surroundings = {}): Subject {
  return {
    source: null,
    settings: defaultSettings,
    previous: null,
    children: [],
    missing: [],
    bodies: null,
    copies: null,
    ...around,
    report,
    memory: new Map(),
  };
}

/** A fact about subjects, computed once for each of them: `const gaps = fact((subject) => …)`, then `gaps(subject)`. */
export function fact<Value>(compute: (subject: Subject) => Value): (subject: Subject) => Value {
  const recall = (subject: Subject): Value => {
    const known = subject.memory.get(recall);
    if (known !== undefined || subject.memory.has(recall)) return known as Value;
    const value = compute(subject);
    subject.memory.set(recall, value);
    return value;
  };
  return recall;
}
