// Text that is this project's markup already.
import type { LabelStyle } from '../../forms/labels.ts';
import { readReport } from '../../report/bind.ts';
import { canonicalTable } from '../../report/canonical-table.ts';
import { formatting } from '../../report/format.ts';
import type { Report } from '../../report/report.ts';
import { type Edit, Revision } from '../../text/edit.ts';

const BEGINNING = /^(?:---|# )[^\r]*$/s;
/** Headings and lines below heads as Markdown has them. */
const MARKDOWN = /^(?:#{2,}\s|\|(?:\s*:?-+:?\s*\|)+\s*$)/m;

/** A text that is markup as an import writes it. */
export interface OwnMarkup {
  readonly report: Report;
  /** Whether an import has nothing to change: its tables are as canonical as they can be, or comments say what is in doubt. */
  readonly isSettled: boolean;
}

/**
 * A text read as a report where it is markup as an import writes it: title or front matter marked, rows formatted; its tables
 * with labels of a style. Null where it isn't.
 */
export function ownMarkup(text: string, labels: LabelStyle): OwnMarkup | null {
  if (!BEGINNING.test(text) || !text.includes('\n| ') || MARKDOWN.test(text)) return null;
  const report = readReport(text);
  const isMarked = report.title?.marked === true || report.frontMatter.length > 0;
  if (!isMarked || formatting(report).length > 0) return null;
  const edits = report.tables.flatMap((table): readonly Edit[] => {
    const canonical = canonicalTable(report, table, labels);
    return canonical.kind === 'edits' ? canonical.edits : [];
  });
  const isSaid = report.tree.lines.some(({ kind }) => kind === 'comment');
  const isWhole = edits.length === 0 && report.tables.length > 0 && report.tornParts.length === 0;
  const rewritten = edits.length === 0 ? report : formatted(Revision.of(text).with(edits).text);
  return { report: rewritten, isSettled: isSaid || isWhole };
}

/** The report that a markup holds, with its rows in columns. */
export function formatted(markup: string): Report {
  const report = readReport(markup);
  const edits = formatting(report);
  return edits.length === 0 ? report : readReport(Revision.of(markup).with(edits).text);
}
