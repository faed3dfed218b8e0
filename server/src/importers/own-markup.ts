// Text that is this project's markup already.
import type { LabelStyle } from '../forms/labels.ts';
import { readReport } from '../report/bind.ts';
import { canonicalTable } from '../report/canonical-table.ts';
import { formatting } from '../report/format.ts';
import type { Report } from '../report/report.ts';

const BEGINNING = /^(?:---|# )[^\r]*$/s;

/**
 * A text read as a report where it is markup as an import writes it: title or front matter marked, tables formatted and as
 * canonical as they can be, with labels of a style. Null where it isn't.
 */
export function ownMarkup(text: string, labels: LabelStyle): Report | null {
  if (!BEGINNING.test(text) || !text.includes('\n| ')) return null;
  const report = readReport(text);
  const isMarked = report.title?.marked === true || report.frontMatter.length > 0;
  if (!isMarked || report.tables.length === 0 || report.tornParts.length > 0) return null;
  if (formatting(report).length > 0) return null;
  return report.tables.every((table) => canonicalTable(report, table, labels).kind !== 'edits') ? report : null;
}
