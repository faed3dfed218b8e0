import type { Report } from '../report/report.ts';
import { type Mention, valueIn } from './mention.ts';
import { mentions } from './mentions.ts';
import { fact } from './subject.ts';
import { unitSizes } from '../forms/quantities.ts';
import type { Formula } from '../forms/formula.ts';

/** A mention that none of its readings bears out. */
export interface Contradiction {
  readonly mention: Mention;
  /** Every reading with what it gives in the report. */
  readonly tried: readonly { readonly formula: Formula; readonly value: number }[];
}

/** The mentions that the tables contradict, however they are read; none that is approximate, weak or of a blank cell. */
export const contradictions = fact((subject): readonly Contradiction[] =>
  mentions(subject).flatMap((mention) => {
    if (mention.weak || mention.approx || mention.readings.length === 0) return [];
    const tried = mention.readings.flatMap((formula) => {
      const value = valueIn(subject.report, formula);
      return value === null ? [] : [{ formula, value }];
    });
    if (tried.length < mention.readings.length || tried.some(({ formula, value }) => bearsOut(mention, formula, value))) return [];
    return [{ mention, tried }];
  }),
);

/** Whether a mention agrees with the report; null where that isn't known, or it means no cell for certain. */
export function agrees(report: Report, mention: Mention): boolean | null {
  if (mention.weak || mention.readings.length === 0) return null;
  const values = mention.readings.map((formula) => ({ formula, value: valueIn(report, formula) }));
  if (values.some(({ formula, value }) => value !== null && bearsOut(mention, formula, value))) return true;
  return mention.approx || values.some(({ value }) => value === null) ? null : false;
}

function bearsOut(mention: Mention, formula: Formula, value: number): boolean {
  if (formula.equals) return value === 1;
  if (mention.value === null) return true;
  const said = mention.value / (unitSizes[mention.unit ?? ''] ?? 1);
  if (formula.of) return Math.abs(said - value) <= roundingOf(said) + 1e-9;
  return Math.abs(said - value) < 1e-9;
}

/** Half a unit of the last decimal that is said. */
function roundingOf(said: number): number {
  const decimals = String(said).split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}
