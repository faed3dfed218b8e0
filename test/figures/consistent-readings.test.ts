import { expect, test } from 'vitest';
import { consistentReadings } from '../../server/src/figures/consistent-readings.ts';
import { placeNumber, relationPlan } from '../../server/src/figures/plan.ts';
import type { Form } from '../../server/src/forms/form.ts';
import { editionById } from '../support/forms.ts';
import { tableOf, valuesFrom } from '../support/values.ts';

const requests = tableOf(editionById('2021') as Form, 'requests');
const plan = relationPlan(requests);
const zeros = [0, 0, 0, 0, 0, 0, 0];
const sound = Object.fromEntries(requests.rows.map(({ row }) => [row.id, zeros]));

function kept(rows: Readonly<Record<string, readonly (readonly number[])[]>>) {
  const left = Object.fromEntries(Object.entries(sound).filter(([id]) => !(id in rows)));
  const open = Object.entries(rows).map(([id, readings]) => ({
    places: requests.columns.map((column) => placeNumber(plan, id, column.id)),
    readings,
  }));
  return consistentReadings({ definition: requests, plan, values: valuesFrom(requests, left) }, open);
}

test('of several readings those stay that all columns of a relation go with', () => {
  const granted = [
    [1, 2, 10, 0, 0, 0, 13],
    [12, 1, 0, 0, 0, 0, 13],
  ];
  const total = [
    [12, 1, 0, 0, 0, 0, 13],
    [1, 21, 0, 0, 0, 0, 22],
  ];
  expect(kept({ granted, total, received: [[12, 1, 0, 0, 0, 0, 13]] })).toEqual([[1], [0], [0]]);
});

test('a relation that no choice meets tells nothing', () => {
  const readings = [
    [1, 0, 0, 0, 0, 0, 1],
    [2, 0, 0, 0, 0, 0, 2],
  ];
  expect(kept({ granted: readings, total: [[9, 0, 0, 0, 0, 0, 9]] })).toEqual([[0, 1], [0]]);
});

test('readings that go with one choice or another all stay', () => {
  const readings = [
    [1, 0, 0, 0, 0, 0, 1],
    [0, 0, 0, 0, 0, 0, 0],
  ];
  expect(kept({ granted: readings, total: readings, received: readings })).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
  ]);
});
