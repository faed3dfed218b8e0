import type { Report, Section } from '../report/report.ts';
import { lastUpTo } from '../text/sorted.ts';

/** The section that an offset lies in, its heading included; null before the first. */
export function sectionAt({ sections }: Report, offset: number): Section | null {
  return lastUpTo(sections, offset, ({ line }) => line.span.start);
}
