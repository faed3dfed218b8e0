import type { Report, Section } from '../report/report.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';
import { encloses } from '../text/span.ts';
import { lineText } from './line-text.ts';

/** The prose of a section: a line for each of its paragraphs, without comments and without what belongs to a table. */
export function sectionText(report: Report, section: Section): string {
  const paragraphs = section.lines
    .filter((line) => isProse(report, section, line))
    .map((line) => lineText(line, report.tree.text));
  return [...(section.inlineText ? [section.inlineText.text] : []), ...paragraphs].join('\n');
}

function isProse(report: Report, section: Section, line: Line): boolean {
  if (isSilent(line)) return false;
  if (report.tornParts.some((part) => encloses(part.span, line.span))) return false;
  if (line.kind !== 'row') return true;
  if (section.definition?.table) return false;
  return !report.tables.some((table) => encloses(table.span, line.span));
}
