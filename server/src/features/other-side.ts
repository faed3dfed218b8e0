// What the other side of unsettled merges wrote, for features that show those lines beside ours.
import { bind } from '../report/bind.ts';
import { conflictAt } from '../report/conflicts.ts';
import type { Report } from '../report/report.ts';
import { parseWithinLimit } from '../syntax/parse.ts';
import { encloses, type Span } from '../text/span.ts';
import type { Snapshot } from './snapshot.ts';

export interface OtherSide {
  /** The report as it would be if the other side were kept in every conflict. */
  readonly report: Report;
  /** Whether a line is one that the other side wrote. */
  holds(line: Span): boolean;
}

/** Null for a text without conflicts. */
export function otherSideOf({ text, report }: Snapshot): OtherSide | null {
  const { conflicts, forms } = report;
  if (conflicts.length === 0) return null;
  return {
    report: bind(parseWithinLimit(text), forms, 'theirs'),
    holds(line) {
      const conflict = conflictAt(conflicts, line);
      return conflict !== null && encloses(conflict.theirs, line);
    },
  };
}
