import fc from 'fast-check';
import type { Form } from '../../server/src/forms/form.ts';
import { editionById } from './forms.ts';

/** The columns of table three before its total. */
export const APPLICANTS = 6;
/** The forms that have the table. */
export const editions = ['2021', '2019'].map((id) => editionById(id) as Form);

function rowIds(edition: Form): readonly string[] {
  const table = edition.tables.find(({ id }) => id === 'requests');
  return table?.blocks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'row').map(({ id }) => id)) ?? [];
}

const AROUND = ['received', 'carried-over', 'total', 'carried-forward'];

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Tables of requests in which every relation holds. */
export const requests = fc.constantFrom(...editions).chain((edition) => {
  const outcomes = rowIds(edition).filter((id) => !AROUND.includes(id));
  const count = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(9), fc.nat(3000));
  const row = fc.array(count, { minLength: APPLICANTS, maxLength: APPLICANTS });
  return fc
    .tuple(
      fc.array(row, { minLength: outcomes.length, maxLength: outcomes.length }),
      row,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: APPLICANTS, maxLength: APPLICANTS }),
    )
    .map(([parts, forward, shares]): { edition: Form; figures: Record<string, number[]> } => {
      const total = Array.from({ length: APPLICANTS }, (_, column) => sum(parts.map((cells) => cells[column] ?? 0)));
      const all = total.map((value, column) => value + (forward[column] ?? 0));
      const over = all.map((value, column) => Math.floor(value * (shares[column] ?? 0)));
      const received = all.map((value, column) => value - (over[column] ?? 0));
      const rows = {
        received,
        'carried-over': over,
        total,
        'carried-forward': forward,
        ...Object.fromEntries(outcomes.map((id, index) => [id, parts[index] ?? []])),
      };
      return {
        edition,
        figures: Object.fromEntries(Object.entries(rows).map(([id, cells]) => [id, [...cells, sum(cells)]])),
      };
    });
});

const disputeRow = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }).map((cells) => [...cells, sum(cells)]);

/** Tables of disputes in which every relation holds. */
export const disputes = fc.record({
  reconsideration: disputeRow,
  'litigation-direct': disputeRow,
  'litigation-after-reconsideration': disputeRow,
});
