import { relationPlan } from '../../server/src/figures/plan.ts';
import type { Values } from '../../server/src/figures/values.ts';
import type { TableId } from '../../server/src/forms/edition.ts';
import type { Form, FormTable } from '../../server/src/forms/form.ts';
import type { Figures } from './figures.ts';

/** The table of a form. */
export function tableOf(form: Form, id: TableId): FormTable {
  const table = form.tables.find((one) => one.id === id);
  if (!table) throw new Error(`${form.id} has no table ${id}`);
  return table;
}

/** Values in the places of a table's plan: 0 where nothing is given, none where a text is. */
export function valuesFrom(definition: FormTable, figures: Figures): Values {
  const { places } = relationPlan(definition);
  return Float64Array.from(places, ({ row, index }) => {
    const value = figures[row.id]?.[index] ?? 0;
    return typeof value === 'number' ? value : Number.NaN;
  });
}
