import { describe, expect, test } from 'vitest';
import { causesOf } from '../../server/src/figures/causes.ts';
import { relationPlan } from '../../server/src/figures/plan.ts';
import type { TableId } from '../../server/src/forms/edition.ts';
import type { Form } from '../../server/src/forms/form.ts';
import { type Figures, individuals } from '../support/figures.ts';
import { editionById } from '../support/forms.ts';
import { tableOf, valuesFrom } from '../support/values.ts';

const form = editionById('2021') as Form;

/** Eight requests of persons and one of a company, all closed. */
const right: Figures = {
  received: [8, 1, 0, 0, 0, 0, 9],
  granted: [4, 1, 0, 0, 0, 0, 5],
  'partly-granted': individuals(2),
  'unavailable.not-held': individuals(2),
  total: [8, 1, 0, 0, 0, 0, 9],
};

/** Every cause in a line: its place, what kind of slip, the value that it should have, how many relations follow, and how many ways to mend it. */
function causes(figures: Figures, id: TableId = 'requests'): readonly string[] {
  const definition = tableOf(form, id);
  const plan = relationPlan(definition);
  return causesOf(plan, valuesFrom(definition, figures)).map((cause) => {
    const place = plan.places[cause.place];
    const kind = cause.kind ?? 'at the total';
    return `${place?.row.id}.${place?.column.id} ${kind} →${cause.expected} +${cause.others.length} (${cause.alternatives.length})`;
  });
}

test('a table that adds up has no cause', () => {
  expect(causes(right)).toEqual([]);
  expect(causes({})).toEqual([]);
});

describe('one slip is one cause', () => {
  test('a total of a column and that of 总计 by the same sum', () => {
    expect(causes({ ...right, total: [6, 1, 0, 0, 0, 0, 7] })).toEqual(['total.person cell-with-total →8 +3 (1)']);
  });

  test('a value one column beside its own', () => {
    expect(causes({ ...right, 'partly-granted': [0, 2, 0, 0, 0, 0, 2] })).toEqual([
      'partly-granted.company neighbouring-column →0 +1 (1)',
    ]);
  });

  test('a row that is shifted', () => {
    expect(causes({ ...right, total: [1, 0, 0, 0, 0, 9, 0] })).toEqual(['total.person shifted-left →8 +8 (1)']);
    expect(causes({ ...right, total: [0, 8, 1, 0, 0, 0, 0] })).toEqual(['total.person shifted-right →8 +8 (1)']);
  });

  test('a row that is shifted, of which one column and 总计 tell', () => {
    const figures: Figures = {
      ...right,
      received: [8, 1, 0, 0, 0, 2, 11],
      'other.other': [0, 0, 0, 0, 0, 2, 2],
      total: [8, 1, 0, 0, 0, 2, 11],
    };
    expect(causes(figures)).toEqual([]);
    expect(causes({ ...figures, 'other.other': [0, 0, 0, 0, 2, 2, 0] })).toEqual([
      'other.other.person shifted-left →-4 +2 (1)',
    ]);
  });

  test('a value that stands in the next row, under the totals of before', () => {
    expect(
      causes({
        ...right,
        'unavailable.not-held': [0, 0, 0, 0, 0, 0, 2],
        'unavailable.not-existing': [2, 0, 0, 0, 0, 0, 0],
      }),
    ).toEqual(['unavailable.not-existing.person value-in-neighbouring-row →0 +1 (1)']);
  });

  test('a row that stands one row too early', () => {
    expect(causes({ ...right, 'other.other': [8, 1, 0, 0, 0, 0, 9], total: individuals(0) })).toEqual([
      'other.other.person neighbouring-row →0 +5 (1)',
    ]);
  });

  test('a row that is not filled in', () => {
    expect(causes({ ...right, total: individuals(0) })).toEqual(['total.person row-unfilled →8 +5 (1)']);
  });

  test('a row that is left out of the totals, or counted twice', () => {
    const figures: Figures = { ...right, granted: [4, 2, 0, 0, 0, 0, 6], received: [8, 2, 0, 0, 0, 0, 10] };
    const all = { ...figures, total: [8, 2, 0, 0, 0, 0, 10] };
    expect(causes(all)).toEqual([]);
    expect(causes({ ...all, total: [4, 0, 0, 0, 0, 0, 4] })).toEqual(['total.person row-left-out →8 +5 (1)']);
    expect(causes({ ...all, total: [12, 4, 0, 0, 0, 0, 16] })).toEqual(['total.person row-counted-twice →8 +5 (1)']);
  });

  test('only 总计 is filled in', () => {
    const figures = Object.fromEntries(
      Object.entries(right).map(([id, row]) => [id, [0, 0, 0, 0, 0, 0, row.at(-1) ?? 0]]),
    );
    expect(causes(figures)).toEqual(['received.total only-total-filled →0 +4 (0)']);
  });

  test('only 总计 is filled in, in two rows', () => {
    const figures: Figures = { reconsideration: [0, 0, 0, 0, 3], 'litigation-direct': [0, 0, 0, 0, 2] };
    expect(causes(figures, 'disputes')).toEqual(['reconsideration.total only-total-filled →0 +1 (0)']);
  });

  test('总计 is left 0 in every row', () => {
    const figures = Object.fromEntries(Object.entries(right).map(([id, row]) => [id, row.with(-1, 0)]));
    expect(causes(figures)).toEqual(['received.total total-unfilled →9 +4 (1)']);
  });

  test('a column is left 0, though it can’t be told which of those that are', () => {
    const figures = Object.fromEntries(Object.entries(right).map(([id, row]) => [id, row.with(0, 0)]));
    expect(causes(figures)).toEqual(['received.total column-unfilled →1 +4 (5)']);
  });

  test('the only column of zeros is named', () => {
    const row = (value: number, person = value) => [person, value, value, value, value, value, 6 * value];
    const figures = { received: row(9, 0), granted: row(5, 0), 'partly-granted': row(4, 0), total: row(9, 0) };
    expect(causes(figures)).toEqual(['received.person column-unfilled →9 +3 (1)']);
  });

  test('a number split in two', () => {
    const figures = { received: individuals(25), granted: [2, 5, 0, 0, 0, 0, 25], total: individuals(25) };
    expect(causes(figures)).toEqual(['granted.person split-number →25 +2 (1)']);
  });

  test('a cell is named after its row, its column follows', () => {
    expect(causes({ ...right, granted: [4, 1, 0, 0, 0, 0, 50] })).toEqual(['granted.total cell →5 +1 (1)']);
  });
});

describe('several slips', () => {
  test('two cells of one column are two causes', () => {
    expect(causes({ ...right, granted: [6, 1, 0, 0, 0, 0, 5], 'partly-granted': individuals(4, 2) })).toEqual([
      'granted.person cell →4 +1 (1)',
      'partly-granted.person cell →2 +1 (1)',
    ]);
  });

  test('a moved value and a wrong cell', () => {
    expect(
      causes({ ...right, 'partly-granted': [0, 2, 0, 0, 0, 0, 2], 'carried-over': [0, 0, 0, 0, 0, 3, 0] }),
    ).toEqual([
      'carried-over.other-organization cell →0 +1 (1)',
      'partly-granted.company neighbouring-column →0 +1 (1)',
    ]);
  });
});

describe('where several smallest sets explain what fails', () => {
  test('the relation is named at its total', () => {
    expect(causes({ ...right, received: [7, 1, 0, 0, 0, 0, 8] })).toEqual([
      expect.stringMatching(/^total\.person at the total →7 \+1 \(2\)$/),
    ]);
  });

  test('a row of zeros is blamed for two columns only as one among others', () => {
    expect(causes({ ...right, received: individuals(7) })).toEqual(['total.person at the total →7 +2 (1)']);
  });

  test('rows that can’t be evaluated accuse nobody by being left out', () => {
    const figures: Figures = { ...right, granted: ['', 1, 0, 0, 0, 0, 5], total: [7, 1, 0, 0, 0, 0, 8] };
    expect(causes(figures).some((each) => each.startsWith('granted'))).toBe(false);
  });

  test('a row of disputes whose total or addend may be wrong', () => {
    expect(causes({ reconsideration: [10, 3, 0, 0, 10] }, 'disputes')).toEqual([
      'reconsideration.total at the total →13 +0 (3)',
    ]);
  });
});
