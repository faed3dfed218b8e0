// By when a report has to be published.
import { bodyKind } from '../forms/bodies.ts';
import type { Citation, MonthDay } from '../forms/edition.ts';
import { signature } from './signature.ts';
import { fact } from './subject.ts';

/** A day of the year after the report's, and who says so. */
export interface Deadline {
  readonly year: number;
  readonly by: MonthDay;
  readonly legal: Citation;
}

/**
 * The day by which the report's body has to publish it, told from its name or that of the signature. Null where no statute
 * names such a body, the name leaves it open, or the report's year isn't known.
 */
export const deadline = fact((subject): Deadline | null => {
  const { body, year, edition } = subject.report;
  if (!year) return null;
  const kind = bodyKind((body ?? signature(subject)?.body)?.text ?? '');
  const { department, government, legal } = edition.deadlines;
  const due = (by: MonthDay): Deadline => ({ year: year.value + 1, by, legal });
  if (kind === 'department') return due(department);
  // The office may sign for the government.
  return kind === 'government' || kind === 'government-office' ? due(government) : null;
});
