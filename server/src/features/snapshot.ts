// A text at one version and what is known of it: each stage is made when it is first asked for, and once.

import { defaultSettings, type RuleSettings } from '../analysis/settings.ts';
import { type Subject, subjectOf } from '../analysis/subject.ts';
import { bind } from '../report/bind.ts';
import type { Report } from '../report/report.ts';
import { type CheckResult, check } from '../rules/engine/check.ts';
import { parseWithinLimit } from '../syntax/parse.ts';
import type { Tree } from '../syntax/tree.ts';
import { maxFileSize } from '../text/limits.ts';
import { LineIndex } from '../text/line-index.ts';

export interface Snapshot {
  readonly uri: string;
  /** The client's version of the document; null for a file that isn't open. */
  readonly version: number | null;
  readonly text: string;
  /** Whether the text is over the size limit: it is then not read, every feature's answer is empty, and `check` says so in its one finding. */
  readonly tooLarge: boolean;
  readonly lines: LineIndex;
  readonly tree: Tree;
  readonly report: Report;
  /** The report with what is known around it; the last one is kept, so equal settings should be the same object. */
  subject(settings?: RuleSettings): Subject;
  /** The findings under `settings`; the last result is kept, so equal settings should be the same object. */
  check(settings?: RuleSettings): CheckResult;
}

export function createSnapshot(uri: string, version: number | null, text: string): Snapshot {
  const tooLarge = text.length > maxFileSize;
  const lines = once(() => new LineIndex(text));
  const tree = once(() => parseWithinLimit(text));
  const report = once(() => bind(tree()));
  let subject: Subject | null = null;
  let checked: { readonly settings: RuleSettings; readonly result: CheckResult } | null = null;
  return {
    uri,
    version,
    text,
    tooLarge,
    get lines() {
      return lines();
    },
    get tree() {
      return report().tree;
    },
    get report() {
      return report();
    },
    subject(settings = defaultSettings) {
      if (subject?.settings !== settings) subject = subjectOf(report(), { settings });
      return subject;
    },
    check(settings = defaultSettings) {
      if (checked?.settings !== settings) checked = { settings, result: check(this.subject(settings)) };
      return checked.result;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
