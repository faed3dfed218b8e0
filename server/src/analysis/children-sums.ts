// What the reports below one come to, cell by cell, where all of them are there.
import { exactSum } from '../figures/decimal.ts';
import { isSum, relationPlan } from '../figures/plan.ts';
import type { FormTable } from '../forms/form.ts';
import type { Cell, Table } from '../report/report.ts';
import { type IndexedReport, type IndexedValue, indexedValue } from './indexed-report.ts';
import { judgedTables } from './judged-tables.ts';
import { fact, type Subject } from './subject.ts';

/** A value of this report beside the sum of those below it. */
export interface ComparedSum {
  readonly cell: Cell;
  readonly found: number;
  readonly expected: number;
  /** What each report contributes, those with 0 too, in their order. */
  readonly shares: readonly Share[];
}

export interface Share extends IndexedValue {
  readonly report: IndexedReport;
  readonly value: number;
}

/** A table whose values differ from the sums. */
export interface DifferingTable {
  readonly table: Table;
  /** Those that follow from no other, each with the totals that differ because of it. */
  readonly causes: readonly { readonly sum: ComparedSum; readonly totals: readonly ComparedSum[] }[];
  /** How many values could be compared. */
  readonly compared: number;
}

/** Whether the reports below one are known whole, so that they can be summed up: all there, and all of its year. */
export function canBeSummed({ report, children, missing }: Subject): boolean {
  return (
    children.length > 0 &&
    missing.every(({ key }) => key !== 'children') &&
    children.every(({ year }) => year === null || !report.year || year === report.year.value)
  );
}

/** The tables of a report that sums up others and differs from them. */
export const childrenSums = fact((subject): readonly DifferingTable[] => {
  if (!canBeSummed(subject)) return [];
  return judgedTables(subject).flatMap((table): readonly DifferingTable[] => {
    const compared = [...table.rows.values()].flatMap((row) =>
      row.misfit ? [] : row.cells.flatMap((cell) => compare(subject, table, cell) ?? []),
    );
    const different = compared.filter(({ found, expected }) => found !== expected);
    if (different.length === 0) return [];
    return [{ table, causes: causesOf(table.definition, different), compared: compared.length }];
  });
});

/** The value of one cell in all reports below this one, as far as they have it; empty where none is comparable. */
export function sharesOf({ children }: Pick<Subject, 'children'>, table: Table, cell: Cell): readonly (Share | null)[] {
  return children.map((report) => {
    if (report.edition !== table.edition.id) return null;
    const found = indexedValue(report, table.definition.id, cell.row.id, cell.column.id);
    return found && found.value !== null ? { report, value: found.value, place: found.place } : null;
  });
}

function compare(subject: Subject, table: Table, cell: Cell): ComparedSum | null {
  if (cell.value === null) return null;
  const shares = sharesOf(subject, table, cell).filter((share) => share !== null);
  if (shares.length < subject.children.length) return null;
  return { cell, found: cell.value, expected: exactSum(shares.map(({ value }) => value)), shares };
}

/** Totals that differ by as much as what they sum up are no causes of their own. */
function causesOf(definition: FormTable, different: readonly ComparedSum[]): DifferingTable['causes'] {
  const { places, instances, numbers } = relationPlan(definition);
  const byPlace = new Map(different.map((each) => [numbers.get(`${each.cell.row.id}\n${each.cell.column.id}`), each]));
  const at = (place: number): ComparedSum | undefined => (places[place] ? byPlace.get(place) : undefined);
  const becauseOf = new Map<ComparedSum, ComparedSum[]>();
  for (const instance of instances) {
    if (!isSum(instance) || instance.relation.comparison !== '=') continue;
    const total = at(instance.total.place);
    const parts = instance.terms.flatMap((term) => (term === instance.total ? [] : (at(term.place) ?? [])));
    if (!total || parts.length === 0) continue;
    if (exactSum(parts.map(differenceOf)) !== differenceOf(total)) continue;
    becauseOf.set(total, [...(becauseOf.get(total) ?? []), ...parts]);
  }
  return different
    .filter((each) => !becauseOf.has(each))
    .map((sum) => ({ sum, totals: [...becauseOf.keys()].filter((total) => leadsTo(sum, total, becauseOf)) }));
}

function leadsTo(
  cause: ComparedSum,
  total: ComparedSum,
  becauseOf: ReadonlyMap<ComparedSum, readonly ComparedSum[]>,
  depth = 4,
): boolean {
  return (becauseOf.get(total) ?? []).some(
    (part) => part === cause || (depth > 0 && leadsTo(cause, part, becauseOf, depth - 1)),
  );
}

export function differenceOf({ found, expected }: Pick<ComparedSum, 'found' | 'expected'>): number {
  return exactSum([found, -expected]);
}
