import { type ArithmeticProblem, arithmeticProblems, type BrokenBound } from '../../analysis/arithmetic.ts';
import { contradictionsOf } from '../../analysis/contradictions.ts';
import type { Subject } from '../../analysis/subject.ts';
import { alternativesOf } from '../../figures/alternatives.ts';
import { exactSum } from '../../figures/decimal.ts';
import type { Figures } from '../../figures/figures.ts';
import { cellMessage, failureMessage, termMessage } from '../../figures/messages.ts';
import { type Instance, isSum, type Term } from '../../figures/plan.ts';
import { changeTitle, isOfRow, slipMessage } from '../../figures/slip-messages.ts';
import type { Change } from '../../figures/values.ts';
import type { RelationCode } from '../../forms/edition.ts';
import { conflictAt } from '../../report/conflicts.ts';
import { spanAt } from '../../report/figures-of.ts';
import type { Report, Table } from '../../report/report.ts';
import type { Localized } from '../../text/language.ts';
import { cover, type Span } from '../../text/span.ts';
import { finding } from './finding.ts';
import { saidMessage } from './mention-findings.ts';
import type { Finding, Fix, Related } from './rule.ts';

/** The findings of one relation's code among the report's problems. */
export function arithmeticFindings(subject: Subject, code: RelationCode): readonly Finding[] {
  return arithmeticProblems(subject).flatMap((problem) => {
    const main = problem.plan.instances[problem.cause.main];
    if (main?.relation.code !== code || isUnsettled(subject.report, problem)) return [];
    return findingsOf(subject, problem, main);
  });
}

/** Whether a relation that fails goes through a merge that nobody has settled. */
function isUnsettled({ conflicts }: Report, problem: ArithmeticProblem): boolean {
  if (conflicts.length === 0) return false;
  const { table, plan, cause } = problem;
  const instances = [cause.main, ...cause.others].flatMap((number) => plan.instances[number] ?? []);
  return instances.some(({ terms, total }) =>
    [total, ...terms].some(({ place }) => {
      const span = spanAt(table, problem, place);
      return span !== null && conflictAt(conflicts, span) !== null;
    }),
  );
}

/** The terms of a relation, each with its value, as related places. */
export function relatedTerms(
  table: Table,
  figures: Figures,
  instance: Instance,
  terms: readonly Term[],
): readonly Related[] {
  return terms.flatMap((term) => {
    const span = spanAt(table, figures, term.place);
    return span ? [{ span, message: () => termMessage(figures, instance, term) }] : [];
  });
}

function findingsOf(subject: Subject, problem: ArithmeticProblem, main: Instance): readonly Finding[] {
  const { table, definition, plan, values, cause, suspicion } = problem;
  const place = plan.places[cause.place];
  const span = spanOf(problem);
  if (!place || !span) return [];
  const found = values[cause.place] ?? Number.NaN;
  const others = cause.others.flatMap((number) => plan.instances[number] ?? []);
  const reason = suspicion?.id;
  const made = finding(main.relation.code, {
    span,
    data: {
      table: definition.id,
      row: place.row.id,
      column: place.column.id,
      expected: cause.expected,
      found,
      difference: exactSum([found, -cause.expected]),
      ...(reason ? { cause: reason } : {}),
    },
    related: () => [...relatedOf(table, problem, main, others), ...saidInText(subject, problem)],
    fixes: () => alternativesOf(problem, cause).flatMap((changes) => fixesOf(problem, changes)),
    message: () => messageOf(problem, main, others),
  });
  return [made];
}

/** The cell that the finding stands at; all that are wrong where it is about a row. */
function spanOf(problem: ArithmeticProblem): Span | null {
  const { table, cause } = problem;
  const own = spanAt(table, problem, cause.place);
  if (!own || !isOfRow(cause)) return own;
  const changes = cause.alternatives[0] ?? [];
  const spans = changes.flatMap(({ place }) => spanAt(table, problem, place) ?? []);
  return spans.reduce(cover, own);
}

function messageOf(problem: ArithmeticProblem, main: Instance, others: readonly Instance[]): Localized {
  const { cause, suspicion } = problem;
  const failing = [main, ...others];
  const ofSlip = slipMessage(problem, cause, failing);
  if (ofSlip) return ofSlip;
  const atTotal = cause.place === main.total.place;
  const said = atTotal ? failureMessage(problem, main) : cellMessage(problem, cause, failing);
  if (!suspicion?.words) return said;
  return { zh: `${said.zh}，${suspicion.words.zh}`, en: `${said.en}; ${suspicion.words.en}` };
}

/** The terms of the relation that have a value, then the total of every relation that fails for the same cause. */
function relatedOf(
  table: Table,
  problem: ArithmeticProblem,
  main: Instance,
  others: readonly Instance[],
): readonly Related[] {
  const { cause, values } = problem;
  const terms = isSum(main)
    ? main.terms.filter(({ place }) => place !== cause.place && (place === main.total.place || values[place] !== 0))
    : main.terms;
  const consequences = others.flatMap((instance): Related[] => {
    const span = spanAt(table, problem, instance.total.place);
    return span ? [{ span, message: () => failureMessage(problem, instance) }] : [];
  });
  return [...relatedTerms(table, problem, main, terms), ...consequences];
}

/** What the text says of the cells that the problem may come of, where it says otherwise. */
export function saidInText(subject: Subject, problem: ArithmeticProblem | BrokenBound): readonly Related[] {
  return contradictionsOf(subject, problem).map(({ mention }) => ({
    span: mention.span,
    message: () => saidMessage(subject.report, mention),
  }));
}

/** None is certain: the right figure stands in the office's records and not in the table. */
function fixesOf(problem: ArithmeticProblem, changes: readonly Change[]): readonly Fix[] {
  const edits = changes.flatMap(({ place, value }) => {
    const span = spanAt(problem.table, problem, place);
    return span ? [{ span, text: String(value) }] : [];
  });
  if (edits.length === 0 || edits.length < changes.length) return [];
  return [{ title: changeTitle(problem, problem.cause, changes), edits, certain: false }];
}
