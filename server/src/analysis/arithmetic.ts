import { withoutOthers } from '../figures/alternatives.ts';
import { failingBounds } from '../figures/bounds.ts';
import type { Cause } from '../figures/cause.ts';
import { causesOf } from '../figures/causes.ts';
import type { Figures } from '../figures/figures.ts';
import type { Instance } from '../figures/plan.ts';
import { relationPlan } from '../figures/plan.ts';
import { type Suspicion, suspectedCause } from '../figures/suspicions.ts';
import { figuresOf } from '../report/figures-of.ts';
import type { Table } from '../report/report.ts';
import { judgedTables } from './judged-tables.ts';
import { fact } from './subject.ts';

/** Equations of a table that fail for one cause. */
export interface ArithmeticProblem extends Figures {
  readonly table: Table;
  readonly cause: Cause;
  /** How its cell may have come to be wrong; null where that isn't clear. */
  readonly suspicion: Suspicion | null;
}

/** A relation with `<=` that fails. */
export interface BrokenBound extends Figures {
  readonly table: Table;
  readonly instance: Instance;
  /** How much the left is more than the right. */
  readonly excess: number;
}

/** The tables that relations hold in, with their numbers. */
const relatedTables = fact((subject): readonly (Figures & { readonly table: Table })[] =>
  judgedTables(subject).flatMap((table) =>
    relationPlan(table.definition).instances.length > 0 ? [{ table, ...figuresOf(table) }] : [],
  ),
);

/** Every equation of a report's tables that fails, one problem for each cause; each table by its own edition's relations. */
export const arithmeticProblems = fact((subject): readonly ArithmeticProblem[] =>
  relatedTables(subject).flatMap((figures) => {
    const causes = causesOf(figures.plan, figures.values);
    return causes.map((cause) => {
      const alone = { ...figures, values: withoutOthers(figures.values, causes, cause) };
      return { ...figures, cause, suspicion: suspectedCause(alone, cause) };
    });
  }),
);

/** The relations with `<=` that fail, in every table of a report. */
export const brokenBounds = fact((subject): readonly BrokenBound[] =>
  relatedTables(subject).flatMap((figures) =>
    failingBounds(figures.plan, figures.values).flatMap(({ number, excess }) => {
      const instance = figures.plan.instances[number];
      return instance ? [{ ...figures, instance, excess }] : [];
    }),
  ),
);
