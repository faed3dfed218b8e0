// How a report's state is told where there is room for a few words.
import type { Deadline } from '../analysis/deadline.ts';
import { fails, residual } from '../figures/values.ts';
import { figuresOf } from '../report/figures-of.ts';
import type { Table } from '../report/report.ts';
import { isoDate } from '../text/iso-date.ts';
import type { Localized } from '../text/language.ts';

/** By when a report has to be published. */
export function dueText({ year, by }: Deadline): Localized {
  return { zh: `${year}年${by.month}月${by.day}日以前公布`, en: `Due by ${isoDate(year, by)}` };
}

/** How many relations of a table hold, and how many don't. */
export interface RelationCounts {
  readonly held: number;
  readonly failing: number;
  /** Those that lack a number. */
  readonly open: number;
}

/** Looks at every relation of a table in every row and column that it holds in. */
export function relationCounts(table: Table): RelationCounts {
  const { plan, values } = figuresOf(table);
  const residues = plan.instances.map((instance) => residual(instance, values));
  const open = residues.filter(Number.isNaN).length;
  const failing = plan.instances.filter((instance, number) => fails(instance, residues[number])).length;
  return { held: residues.length - open - failing, failing, open };
}

/** Whether a table's relations hold; null for a table without any. */
export function relationsText({ held, failing, open }: RelationCounts): Localized | null {
  if (held + failing + open === 0) return null;
  if (failing + open === 0) return { zh: '勾稽关系全部相符', en: 'All relations hold' };
  const parts = [
    { number: failing, zh: '处不符', en: failing === 1 ? 'doesn’t hold' : 'don’t hold' },
    { number: open, zh: '处缺数，未核对', en: open === 1 ? 'lacks numbers' : 'lack numbers' },
    { number: held, zh: '处相符', en: held === 1 ? 'holds' : 'hold' },
  ].filter(({ number }) => number > 0);
  return {
    zh: `勾稽关系：${parts.map(({ number, zh }) => `${number} ${zh}`).join('；')}`,
    en: `Relations: ${parts.map(({ number, en }) => `${number} ${en}`).join(', ')}`,
  };
}
