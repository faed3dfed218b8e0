// Numbers said in prose, and the cells that they may mean.
import { type CellId, cellIdsOf, type Formula } from '../forms/formula.ts';
import { cellAt, tableById } from '../report/lookup.ts';
import type { Cell, Report, Section } from '../report/report.ts';
import type { Span } from '../text/span.ts';

/** A number with what it counts, a denial (未收到), or a claim of a whole (全部办结), in the prose of a report. */
export interface Mention {
  /** The number as written, without its counter; of a denial or a claim the words that make it. */
  readonly span: Span;
  /** The sentence that it stands in. */
  readonly sentence: Span;
  /** The start of its paragraph. */
  readonly paragraph: number;
  /** Null before the first section. */
  readonly section: Section | null;
  /** What is said: a number; that there is none; that it is so of all. */
  readonly says: 'number' | 'none' | 'all';
  /** The number; 0 of a denial, null of a claim of a whole and of a number that isn't understood. */
  readonly value: number | null;
  /** The counter as written: 件, 条, %; null where there is none. */
  readonly unit: string | null;
  /** Whether it is only about so much (110余件, 近300件): linked, never compared. */
  readonly approx: boolean;
  /** Whether the readings are too uncertain to warn of: linked, never compared. */
  readonly weak: boolean;
  /** The cells that it may mean, in each way that it may be read; empty where no cell is meant or it isn't understood. */
  readonly readings: readonly Formula[];
}

/** What a formula gives in a report: the number, or whether it holds (1 or 0) for `A=B`. Null where a cell is absent, blank or no number. */
export function valueIn(report: Report, { sum, of, equals }: Formula): number | null {
  const amount = totalIn(report, sum);
  const whole = of && totalIn(report, of);
  const other = equals && totalIn(report, equals);
  if (amount === null || (of && !whole) || (equals && other === null)) return null;
  if (equals) return amount === other ? 1 : 0;
  return whole ? (100 * amount) / whole : amount;
}

/** The cells of a report that a formula names; those that it lacks are left out. */
export function cellsIn(report: Report, formula: Formula): readonly Cell[] {
  return cellIdsOf(formula).flatMap((id) => cellIn(report, id) ?? []);
}

function totalIn(report: Report, cells: readonly CellId[]): number | null {
  const values = cells.map((id) => cellIn(report, id)?.value ?? null);
  return values.reduce((sum: number | null, value) => (sum === null || value === null ? null : sum + value), 0);
}

function cellIn(report: Report, { table, row, column }: CellId): Cell | null {
  const found = tableById(report, table);
  return found && cellAt(found, row, column);
}
