import type { Figures } from '../figures/figures.ts';
import type { RelationPlan } from '../figures/plan.ts';
import { relationPlan } from '../figures/plan.ts';
import { isPossible, type Values } from '../figures/values.ts';
import type { Place } from '../forms/form.ts';
import type { Span } from '../text/span.ts';
import type { Cell, Table } from './report.ts';

/** What stands in a place of the table, or null where its row is absent or has a wrong count of cells. */
function cellAt(table: Table, place: Place): Cell | null {
  return cellsOf(table, place)[place.index] ?? null;
}

/** The values of the row of a place. */
function cellsOf(table: Table, { row }: Place): readonly Cell[] {
  return table.rows.get(row.id)?.cells ?? [];
}

/** The values of a table in the places of its form's plan. */
export function valuesOf(plan: RelationPlan, table: Table): Values {
  const values = new Float64Array(plan.places.length).fill(Number.NaN);
  let [row, cells]: [Place['row'] | null, readonly Cell[]] = [null, []];
  for (let number = 0; number < plan.places.length; number++) {
    const place = plan.places[number];
    if (!place) continue;
    if (place.row !== row) [row, cells] = [place.row, cellsOf(table, place)];
    const value = cells[place.index]?.value ?? null;
    if (value !== null && isPossible(place, value)) values[number] = value;
  }
  return values;
}

/** The form of a table, its plan, and what stands in it. */
export function figuresOf(table: Table): Figures {
  const { definition } = table;
  const plan = relationPlan(definition);
  return { definition, plan, values: valuesOf(plan, table) };
}

/** The cell of a place of the plan, by its number; null where there is none. */
export function spanAt(table: Table, { plan }: Figures, place: number): Span | null {
  const at = plan.places[place];
  return (at && cellAt(table, at)?.span) ?? null;
}
