import { type CellId, cellIdsOf, type Formula } from '../forms/formula.ts';
import { unitSizes } from '../forms/quantities.ts';
import type { Report } from '../report/report.ts';
import { type ArithmeticProblem, arithmeticProblems } from './arithmetic.ts';
import { type Mention, valueIn } from './mention.ts';
import { mentions } from './mentions.ts';
import { fact } from './subject.ts';

/** A mention that none of its readings bears out. */
export interface Contradiction {
  readonly mention: Mention;
  /** Every reading with what it gives in the report. */
  readonly tried: readonly { readonly formula: Formula; readonly value: number }[];
}

/** The mentions that the tables contradict, however they are read; none that is approximate, weak or of a blank cell. */
const allContradictions = fact((subject): readonly Contradiction[] =>
  mentions(subject).flatMap((mention) => {
    if (mention.weak || mention.approx || mention.readings.length === 0) return [];
    const tried = mention.readings.flatMap((formula) => {
      const value = valueIn(subject.report, formula);
      return value === null ? [] : [{ formula, value }];
    });
    const borneOut = tried.some(({ formula, value }) => bearsOut(mention, formula, value));
    return borneOut || tried.length < mention.readings.length ? [] : [{ mention, tried }];
  }),
);

/** Those of cells that the tables’ own arithmetic doesn’t find wrong: there the text and the tables differ. */
export const contradictions = fact((subject): readonly Contradiction[] => {
  const found = allContradictions(subject);
  if (found.length === 0) return found;
  const problems = arithmeticProblems(subject);
  return found.filter(({ mention }) => !problems.some((problem) => isOf(mention, problem)));
});

/** Those of cells that a problem of the tables is about. */
export function contradictionsOf(
  subject: Parameters<typeof contradictions>[0],
  problem: ArithmeticProblem,
): readonly Contradiction[] {
  return allContradictions(subject).filter(({ mention }) => isOf(mention, problem));
}

/** Whether a reading of a mention has a cell that a problem may come of. */
function isOf({ readings }: Mention, { plan, definition, cause }: ArithmeticProblem): boolean {
  const numbers = new Set([cause.place, ...cause.alternatives.flatMap((changes) => changes.map(({ place }) => place))]);
  const blamed = ({ table, row, column }: CellId) =>
    table === definition.id &&
    [...numbers].some((number) => plan.places[number]?.row.id === row && plan.places[number]?.column.id === column);
  return readings.some((formula) => cellIdsOf(formula).some(blamed));
}

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

/** A number that isn’t the table’s, neither being 0; or a claim of a whole that isn’t one of nothing. */
export function isNumberAgainstNumber(contradiction: Contradiction): boolean {
  return !isNoneAgainstSome(contradiction) && !isAllDone(contradiction);
}

/** None in the text where the table has some, or some where it has none, however it is read. */
export function isNoneAgainstSome({ mention, tried }: Contradiction): boolean {
  if (mention.says === 'all') return false;
  return mention.value === 0 || tried.every(({ value }) => value === 0);
}

/** All said to be closed, or of one result, where the table has others. */
export function isAllDone({ mention }: Contradiction): boolean {
  return mention.readings.some(({ equals }) => equals?.length === 0);
}
