import { describe, expect, test } from 'vitest';
import { valueThatMustBe } from '../../server/src/figures/blanks.ts';
import { placeNumber, relationPlan } from '../../server/src/figures/plan.ts';
import { candidatesOf } from '../../server/src/figures/row-readings.ts';
import { joinedReadings, ruleOf } from '../../server/src/figures/row-rule.ts';
import type { Form } from '../../server/src/forms/form.ts';
import type { Figures } from '../support/figures.ts';
import { editionById } from '../support/forms.ts';
import { tableOf, valuesFrom } from '../support/values.ts';

const form = editionById('2021') as Form;
const disputes = tableOf(form, 'disputes');
const columns = disputes.columns.map(({ id }) => id);
const places = columns.map((column) => ({ row: 'reconsideration', column }));

describe('digits that lost what parted them', () => {
  const rule = ruleOf(disputes, places, { labelled: true, filled: true });

  test('are parted so that the sum of the row holds', () => {
    expect(candidatesOf(['40004'], rule, true)).toEqual({ cause: 'stuck', readings: [['4', '0', '0', '0', '4']] });
  });

  test('in every way that does', () => {
    expect(candidatesOf(['1210013'], rule, true)?.readings).toEqual([
      ['1', '2', '10', '0', '13'],
      ['12', '1', '0', '0', '13'],
    ]);
  });

  test('or where blanks were lost, put so that it holds', () => {
    expect(candidatesOf(['1', '2', '0', '0'], rule, false)).toBeNull();
    expect(
      candidatesOf(['3', '', '3'], ruleOf(disputes, places, { labelled: true, filled: false }), false)?.readings,
    ).toEqual([['3', '', '', '', '3']]);
  });
});

describe('numbers of which several were split in two', () => {
  const rule = ruleOf(disputes, places, { labelled: true, filled: false });

  test('are put together where the sum of the row then holds', () => {
    expect(candidatesOf(['23649', '23', '159', '17899', '0', '64', '707'], rule, false)).toEqual({
      cause: 'parted',
      readings: [['23649', '23159', '17899', '0', '64707']],
    });
  });

  test.each([
    [
      ['1,2', '34', '1', '0', '0', '1,235'],
      ['1,234', '1', '0', '0', '1,235'],
    ],
    [
      ['9,', '798', '0', '0', '0', '9,798'],
      ['9,798', '0', '0', '0', '9,798'],
    ],
    [
      ['94', ',460', '1', '0', '0', '94,461'],
      ['94,460', '1', '0', '0', '94,461'],
    ],
    [
      ['1,234,5', '67', '0', '0', '0', '1,234', ',567'],
      ['1,234,567', '0', '0', '0', '1,234,567'],
    ],
  ])('with separators of thousands as well: %j', (words, reading) => {
    expect(candidatesOf(words, rule, false)?.readings).toEqual([reading]);
  });

  test('are none where a piece can be no number', () => {
    expect(candidatesOf(['1,2', '3', '1', '0', '0', '13'], rule, false)).toBeNull();
  });

  test('are none where no sum tells, nor behind a zero', () => {
    expect(candidatesOf(['23649', '23', '159', '17899', '0', '64', '708'], rule, false)).toBeNull();
    expect(candidatesOf(['0', '5', '0', '0', '0', '5'], rule, false)).toBeNull();
  });
});

test('a row of zeros stands for no larger number', () => {
  const documents = tableOf(form, 'disclosure');
  const own = documents.row('regulations')?.columns.map(({ id }) => ({ row: 'regulations', column: id })) ?? [];
  const rule = ruleOf(documents, own, { labelled: true, filled: false });
  expect(candidatesOf(['000'], rule, true)?.readings).toEqual([['0', '0', '0']]);
});

describe('a number that was split in two', () => {
  test('is joined where the sum of the row then holds', () => {
    const found = joinedReadings(disputes, 'reconsideration', columns, ['1', '2', '0', '0', '0', '12']);
    expect(found.map(({ joined }) => joined)).toEqual(['12']);
  });

  test('is none where a cell is no number, or the count is another', () => {
    expect(joinedReadings(disputes, 'reconsideration', columns, ['1', '2', '0', '无', '0', '12'])).toEqual([]);
    expect(joinedReadings(disputes, 'reconsideration', columns, ['12', '0', '0', '0', '12'])).toEqual([]);
  });
});

describe('what a blank must be', () => {
  function mustBe(figures: Figures, column: string): number | null {
    const plan = relationPlan(disputes);
    return valueThatMustBe(plan, valuesFrom(disputes, figures), placeNumber(plan, 'reconsideration', column));
  }

  test.each<[Figures, string, number | null]>([
    [{ reconsideration: [10, 1, 0, 0, ''] }, 'total', 11],
    [{ reconsideration: ['', 1, 0, 0, 11] }, 'upheld', 10],
    [{ reconsideration: ['', '', 0, 0, 11] }, 'upheld', null],
    [{ reconsideration: ['', 12, 0, 0, 11] }, 'upheld', null],
  ])('%j: %s is %j', (figures, column, value) => {
    expect(columns).toContain(column);
    expect(mustBe(figures, column)).toBe(value);
  });
});
