// A text at one version and what is known of it: each stage is made when it is first asked for, and once.

import { type IndexEntry, indexed } from '../analysis/indexed-report.ts';
import { defaultSettings, type RuleSettings } from '../analysis/settings.ts';
import { type Subject, subjectOf } from '../analysis/subject.ts';
import type { Forms } from '../forms/form.ts';
import { standardForms } from '../forms/index.ts';
import { bind } from '../report/bind.ts';
import type { Report } from '../report/report.ts';
import { type CheckResult, check } from '../rules/engine/check.ts';
import { parseWithinLimit } from '../syntax/parse.ts';
import type { Tree } from '../syntax/tree.ts';
import { isTooLarge } from '../text/limits.ts';
import { LineIndex } from '../text/line-index.ts';
import { type Neighbours, noNeighbours } from '../workspace/neighbours.ts';

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
  /** What other reports may know of this one; null for a text that is too large. */
  readonly indexed: IndexEntry | null;
  /** The same text read with these forms, among no other reports; the last one is kept, so equal forms should be the same object. */
  under(forms: Forms): Snapshot;
  /** The same text among these reports; the last one is kept, so equal neighbours should be the same object. */
  among(neighbours: Neighbours): Snapshot;
  /** The report with what is known around it; the last one is kept, so equal settings should be the same object. */
  subject(settings?: RuleSettings): Subject;
  /** The findings under `settings`; the last result is kept, so equal settings should be the same object. */
  check(settings?: RuleSettings): CheckResult;
}

/** `forms` are the standard ones where no packs are known. */
export function createSnapshot(
  uri: string,
  version: number | null,
  text: string,
  forms: Forms = standardForms(),
): Snapshot {
  const lines = once(() => new LineIndex(text));
  let bound: { readonly forms: Forms; readonly snapshot: Snapshot } | null = null;
  const under = (wanted: Forms): Snapshot => {
    if (bound?.forms !== wanted)
      bound = { forms: wanted, snapshot: readWith(wanted, { uri, version, text, lines, under }) };
    return bound.snapshot;
  };
  return under(forms);
}

interface Source extends Pick<Snapshot, 'uri' | 'version' | 'text' | 'under'> {
  readonly lines: () => LineIndex;
}

function readWith(forms: Forms, { uri, version, text, lines, under }: Source): Snapshot {
  const tooLarge = isTooLarge(text);
  const report = once(() => bind(parseWithinLimit(text), forms));
  const known = once(() => (tooLarge ? null : indexed(report(), uri)));
  const among = (neighbours: Neighbours): Snapshot => {
    if (last.neighbours !== neighbours) last = { neighbours, snapshot: amid(neighbours) };
    return last.snapshot;
  };
  const amid = (neighbours: Neighbours): Snapshot => {
    const { previous, children, missing, bodies, copies } = neighbours;
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
      get indexed() {
        return known();
      },
      under,
      among,
      subject(settings = defaultSettings) {
        if (subject?.settings !== settings)
          subject = subjectOf(report(), { source: uri, settings, previous, children, missing, bodies, copies });
        return subject;
      },
      check(settings = defaultSettings) {
        if (checked?.settings !== settings) checked = { settings, result: check(this.subject(settings)) };
        return checked.result;
      },
    };
  };
  let last = { neighbours: noNeighbours, snapshot: amid(noNeighbours) };
  return last.snapshot;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
