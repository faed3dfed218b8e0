import { relationPlan } from '../../server/src/figures/plan.ts';
import type { Values } from '../../server/src/figures/values.ts';
import type { Edition, TableDefinition, TableId } from '../../server/src/forms/edition.ts';
import type { Figures } from './figures.ts';

/** The table of a form. */
export function tableOf(edition: Edition, id: TableId): TableDefinition {
  const table = edition.tables.find((one) => one.id === id);
  if (!table) throw new Error(`${edition.id} has no table ${id}`);
  return table;
}

/** Values in the places of a table's plan: 0 where nothing is given, none where a text is. */
export function valuesFrom(definition: TableDefinition, figures: Figures): Values {
  const { places } = relationPlan(definition);
  return Float64Array.from(places, ({ row, index }) => {
    const value = figures[row.id]?.[index] ?? 0;
    return typeof value === 'number' ? value : Number.NaN;
  });
}
