import { judgedTables } from '../../analysis/judged-tables.ts';
import { fact, type Subject } from '../../analysis/subject.ts';
import { type Cause, causesOf, failingBounds } from '../../figures/causes.ts';
import { exactSum } from '../../figures/decimal.ts';
import { cellMessage, type Figures, failureMessage, isSum, termMessage } from '../../figures/messages.ts';
import { type Instance, relationPlan, type Term } from '../../figures/plan.ts';
import { suspectedCause } from '../../figures/slips.ts';
import { valuesOf } from '../../figures/values.ts';
import type { RelationCode } from '../../forms/edition.ts';
import type { Table } from '../../report/report.ts';
import { arithmeticFixes, type Failure, spanAt } from './arithmetic-fixes.ts';
import { finding } from './finding.ts';
import type { Finding, Related } from './rule.ts';

/** Equations that fail for one cause, and what is said of it. */
export interface Problem extends Failure {
  readonly finding: Finding;
}

/** Every equation of the report's tables that fails, one problem for each cause; each table by its own edition's relations. */
export const arithmeticProblems = fact((subject): readonly Problem[] => judgedTables(subject).flatMap(problemsOf));

/** The findings of one relation's code among the report's problems. */
export function arithmeticFindings(subject: Subject, code: RelationCode): readonly Finding[] {
  return arithmeticProblems(subject)
    .map((problem) => problem.finding)
    .filter((one) => one.code === code);
}

/** A relation with `<=` that fails. */
export interface BrokenBound extends Figures {
  readonly table: Table;
  readonly instance: Instance;
  /** How much the left is more than the right. */
  readonly excess: number;
}

/** The relations with `<=` that fail, in every table. */
export function brokenBounds(subject: Subject): readonly BrokenBound[] {
  return judgedTables(subject).flatMap((table) => {
    const { definition } = table;
    const plan = relationPlan(definition);
    if (!plan.instances.some(({ relation }) => relation.comparison === '<=')) return [];
    const values = valuesOf(plan, table);
    return failingBounds(plan, values).flatMap(({ number, excess }) => {
      const instance = plan.instances[number];
      return instance ? [{ table, definition, plan, values, instance, excess }] : [];
    });
  });
}

/** The terms of a relation that are not 0, each with its value, as related places. */
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

function problemsOf(table: Table): readonly Problem[] {
  const { definition } = table;
  const plan = relationPlan(definition);
  if (!plan.instances.some(({ relation }) => relation.comparison === '=')) return [];
  const values = valuesOf(plan, table);
  const figures: Figures = { definition, plan, values };
  return causesOf(plan, values).flatMap((cause) => {
    const made = findingOf(table, figures, cause);
    return made ? [{ table, cause, finding: made, ...figures }] : [];
  });
}

function findingOf(table: Table, figures: Figures, cause: Cause): Finding | null {
  const { definition, plan, values } = figures;
  const main = plan.instances[cause.main];
  const place = plan.places[cause.place];
  const span = spanAt(table, figures, cause.place);
  if (!main || !place || !span) return null;
  const found = values[cause.place] ?? Number.NaN;
  const suspicion = suspectedCause(definition, plan, values, main);
  const others = cause.others.flatMap((number) => plan.instances[number] ?? []);
  return finding(main.relation.code, {
    span,
    data: {
      table: definition.id,
      row: place.row.id,
      column: place.column.id,
      expected: cause.expected,
      found,
      difference: exactSum([found, -cause.expected]),
      ...(suspicion ? { cause: suspicion.id } : {}),
    },
    related: () => relatedOf(table, figures, cause, main, others),
    fixes: () => arithmeticFixes({ table, cause, ...figures }),
    message: () => {
      const atTotal = cause.place === main.total.place;
      const said = atTotal
        ? failureMessage(figures, main)
        : cellMessage(figures, cause.place, cause.expected, [main, ...others]);
      if (!suspicion) return said;
      return { zh: `${said.zh}，${suspicion.words.zh}`, en: `${said.en}; ${suspicion.words.en}` };
    },
  });
}

/** The terms of the relation that have a value, then the total of every relation that fails for the same cause. */
function relatedOf(
  table: Table,
  figures: Figures,
  cause: Cause,
  main: Instance,
  others: readonly Instance[],
): readonly Related[] {
  const terms = isSum(main)
    ? main.terms.filter(
        ({ place }) => place !== cause.place && (place === main.total.place || figures.values[place] !== 0),
      )
    : main.terms;
  const consequences = others.flatMap((instance): Related[] => {
    const span = spanAt(table, figures, instance.total.place);
    return span ? [{ span, message: () => failureMessage(figures, instance) }] : [];
  });
  return [...relatedTerms(table, figures, main, terms), ...consequences];
}
