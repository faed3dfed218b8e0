import type { Instance, RelationPlan } from '../figures/plan.ts';
import { placeNumber } from '../figures/plan.ts';
import { fails, residual, type Values } from '../figures/values.ts';
import type { Formula } from '../forms/formula.ts';
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
export const allContradictions = fact((subject): readonly Contradiction[] =>
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

/** Whether the text’s number, put into a cell of one of its readings, makes a relation of the problem hold. */
function mends({ mention, tried }: Contradiction, problem: TableProblem): boolean {
  const { plan, values, definition } = problem;
  const instances = failingIn(problem);
  return tried.some(({ formula, value }) => {
    if (formula.of || (formula.equals && formula.equals.length > 0)) return false;
    const missing = saidBy(mention) - (formula.equals ? totalOf(formula, plan, values) : value);
    const cells = new Set(
      formula.sum.map(({ table, row, column }) => (table === definition.id ? `${row} ${column}` : '')),
    );
    return instances.some((instance) =>
      instance.terms.some(({ place, sign }) => {
        const at = plan.places[place];
        return (
          at &&
          cells.has(`${at.row.id} ${at.column.id}`) &&
          !fails(instance, residual(instance, values) + sign * missing)
        );
      }),
    );
  });
}

function totalOf({ sum }: Formula, plan: RelationPlan, values: Values): number {
  return sum.reduce(
    (total, { row, column }) => total + (values[placeNumber(plan, row, column) ?? -1] ?? Number.NaN),
    0,
  );
}

/** What the text says in the unit of the cells; 0 of a denial or of a claim that nothing is left. */
function saidBy({ value, unit }: Mention): number {
  return (value ?? 0) / (unitSizes[unit ?? ''] ?? 1);
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
