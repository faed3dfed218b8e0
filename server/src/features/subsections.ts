// The sub-sections of a section, with what belongs to each.
import type { Section } from '../report/report.ts';
import type { Line, SubsectionLine } from '../syntax/tree.ts';

export interface SubsectionPart {
  readonly line: SubsectionLine;
  /** The last line before the next sub-section that isn't blank; the heading's own where there is none. */
  readonly last: Line;
}

/** The headings below a section's, each with the last line that belongs to it. */
export function subsectionParts({ lines, subsections }: Section): readonly SubsectionPart[] {
  const headings: ReadonlySet<Line> = new Set(subsections);
  const parts: { readonly line: SubsectionLine; last: Line }[] = [];
  for (const line of lines) {
    if (line.kind === 'subsection' && headings.has(line)) parts.push({ line, last: line });
    const part = parts.at(-1);
    if (part && line.kind !== 'blank') part.last = line;
  }
  return parts;
}
