import type { Instance } from '../figures/plan.ts';
import { placeNumber } from '../figures/plan.ts';
import { fails, residual } from '../figures/values.ts';
import type { CellId, Formula } from '../forms/formula.ts';
import { unitSizes } from '../forms/quantities.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { type ArithmeticProblem, arithmeticProblems, type BrokenBound, brokenBounds } from './arithmetic.ts';
import { type Mention, valueIn } from './mention.ts';
import { mentions } from './mentions.ts';
import { fact, type Subject } from './subject.ts';

/** A mention that none of its readings bears out. */
export interface Contradiction {
  readonly mention: Mention;
  /** Every reading with what it gives in the report. */
  readonly tried: readonly { readonly formula: Formula; readonly value: number }[];
}

/** The mentions that the tables contradict, however they are read; none that is approximate, weak or of a blank cell. */
export const allContradictions = fact((subject): readonly Contradiction[] => {
  const all = mentions(subject);
  return all.flatMap((mention) => {
    if (mention.weak || mention.approx || mention.readings.length === 0) return [];
    const tried = mention.readings.flatMap((formula) => {
      const value = valueIn(subject.report, formula);
      return value === null ? [] : [{ formula, value }];
    });
    const borneOut = (said: Mention) => tried.some(({ formula, value }) => bearsOut(said, formula, value));
    if (tried.length < mention.readings.length || borneOut(mention)) return [];
    return otherwiseSaid(mention, all).some(borneOut) ? [] : [{ mention, tried }];
  });
});

/**
 * What else a paragraph that counts the same twice may say: one number is the whole and the other narrower (收到40件，受理38件),
 * or both are parts of it (新收的办结36件，结转的办结5件).
 */
function otherwiseSaid(mention: Mention, all: readonly Mention[]): readonly Mention[] {
  if (mention.says !== 'number' || mention.unit === '%') return [];
  const same = all.filter(
    ({ says, paragraph, readings, value }) =>
      says === 'number' &&
      value !== null &&
      paragraph === mention.paragraph &&
      readings[0]?.text === mention.readings[0]?.text,
  );
  if (same.length < 2) return [];
  const values = same.map(({ value }) => value ?? 0);
  const together = values.reduce((sum, value) => sum + value, 0);
  return [...values, together].map((value) => ({ ...mention, value }));
}

/** Those that no problem of the tables’ own arithmetic accounts for: one cause is one finding. */
export const contradictions = fact((subject): readonly Contradiction[] => {
  const found = allContradictions(subject);
  if (found.length === 0) return found;
  const problems = [...arithmeticProblems(subject), ...brokenBounds(subject)];
  return found.filter((contradiction) => !problems.some((problem) => mends(contradiction, problem)));
});

/** Whether what the text says at a place is contradicted by the tables, or by their arithmetic. */
export function isContradicted(subject: Subject, { start }: Span): boolean {
  return allContradictions(subject).some(({ mention }) => mention.span.start === start);
}

/** Those that a problem of the tables accounts for: what the text says would mend it. */
export function contradictionsOf(subject: Subject, problem: TableProblem): readonly Contradiction[] {
  return allContradictions(subject).filter((contradiction) => mends(contradiction, problem));
}

type TableProblem = ArithmeticProblem | BrokenBound;

function failingIn(problem: TableProblem): readonly Instance[] {
  if ('instance' in problem) return [problem.instance];
  const { cause, plan } = problem;
  return [cause.main, ...cause.others].flatMap((number) => plan.instances[number] ?? []);
}

/** Whether what the text says, put into a cell of one of its readings, makes a relation of the problem hold. */
function mends(contradiction: Contradiction, problem: TableProblem): boolean {
  const { plan, values, definition } = problem;
  const instances = failingIn(problem);
  const totalOf = (cells: readonly CellId[]) =>
    cells.reduce((sum, { row, column }) => sum + (values[placeNumber(plan, row, column)] ?? Number.NaN), 0);
  return changesIn(contradiction, totalOf).some(({ cells, by }) => {
    if (Number.isNaN(by)) return false;
    const own = cells.filter(({ table }) => table === definition.id);
    const places = new Set(own.map(({ row, column }) => placeNumber(plan, row, column)));
    return instances.some((instance) =>
      instance.terms.some(
        ({ place, sign }) => places.has(place) && !fails(instance, residual(instance, values) + sign * by),
      ),
    );
  });
}

/** By how much cells would have to change for the text to be right, reading by reading. */
function changesIn(
  { mention, tried }: Contradiction,
  totalOf: (cells: readonly CellId[]) => number,
): readonly { readonly cells: readonly CellId[]; readonly by: number }[] {
  return tried.flatMap(({ formula: { sum, of, equals }, value }) => {
    if (of) return [];
    if (!equals) return [{ cells: sum, by: saidBy(mention) - value }];
    const by = totalOf(equals) - totalOf(sum);
    return [
      { cells: sum, by },
      { cells: equals, by: -by },
    ];
  });
}

/** What the text says in the unit of the cells; 0 of a denial. */
function saidBy({ value, unit }: Mention): number {
  return (value ?? 0) / (unitSizes.get(unit ?? '') ?? 1);
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
  const said = saidBy(mention);
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
