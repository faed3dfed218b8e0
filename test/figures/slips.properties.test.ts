import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Cause } from '../../server/src/figures/cause.ts';
import { causesOf } from '../../server/src/figures/causes.ts';
import { type RelationPlan, relationPlan } from '../../server/src/figures/plan.ts';
import { type Change, residuals, type Values, withChanges } from '../../server/src/figures/values.ts';
import type { Form } from '../../server/src/forms/form.ts';
import { APPLICANTS, disputes, requests } from '../support/tables.ts';
import { tableOf, valuesFrom } from '../support/values.ts';

const RUNS = Number(process.env.RUNS ?? 40);

/** A table that adds up, with the numbers of its places by row. */
interface Planted {
  readonly plan: RelationPlan;
  readonly right: Values;
  readonly rows: readonly (readonly number[])[];
}

/** Makes one slip, steered by two numbers; null where the table has no room for it. */
type Slip = (planted: Planted, at: number, by: number) => readonly Change[] | null;

function plant(edition: Form, id: 'requests' | 'disputes', figures: Record<string, readonly number[]>): Planted {
  const definition = tableOf(edition, id);
  const plan = relationPlan(definition);
  const rows = Map.groupBy(plan.places.keys(), (number) => plan.places[number]?.row.id);
  return { plan, right: valuesFrom(definition, figures), rows: [...rows.values()] };
}

function pick<Item>(items: readonly Item[], at: number): Item | undefined {
  return items[at % items.length];
}

function valuesAt({ right }: Planted, places: readonly number[]): readonly number[] {
  return places.map((place) => right[place] ?? 0);
}

function rowsWhere(planted: Planted, holds: (values: readonly number[]) => boolean): readonly (readonly number[])[] {
  return planted.rows.filter((row) => holds(valuesAt(planted, row)));
}

function changed(places: readonly number[], values: readonly number[]): readonly Change[] {
  return places.map((place, index) => ({ place, value: values[index] ?? 0 }));
}

const slips: Readonly<Record<string, Slip>> = {
  'a wrong cell': ({ right, plan }, at, by) => {
    const place = at % plan.places.length;
    return [{ place, value: (right[place] ?? 0) + 1 + by }];
  },
  'a cell and the total of its row': (planted, at, by) => {
    const row = pick(planted.rows, at) ?? [];
    const [place, total] = [row[by % APPLICANTS] ?? 0, row.at(-1) ?? 0];
    const [value = 0, sum = 0] = valuesAt(planted, [place, total]);
    return [
      { place, value: value + 1 + by },
      { place: total, value: sum + 1 + by },
    ];
  },
  'a value in the neighbouring column': (planted, at, by) => {
    const column = by % (APPLICANTS - 1);
    const row = pick(
      rowsWhere(planted, (values) => values[column] !== 0 && values[column + 1] === 0),
      at,
    );
    if (!row) return null;
    const [from = 0, to = 0] = row.slice(column);
    return changed([from, to], [0, planted.right[from] ?? 0]);
  },
  'a row shifted to the left': (planted, at) => {
    const row = pick(
      rowsWhere(planted, (values) => values.filter((value) => value !== 0).length > 2),
      at,
    );
    return row ? changed(row, [...valuesAt(planted, row).slice(1), 0]) : null;
  },
  'a row shifted to the right': (planted, at) => {
    const row = pick(
      rowsWhere(planted, (values) => values.filter((value) => value !== 0).length > 2),
      at,
    );
    return row ? changed(row, [0, ...valuesAt(planted, row).slice(0, -1)]) : null;
  },
  'a row left 0': (planted, at) => {
    const row = pick(
      rowsWhere(planted, (values) => values.slice(0, -1).filter((value) => value !== 0).length > 1),
      at,
    );
    return row ? row.map((place) => ({ place, value: 0 })) : null;
  },
  'only the totals filled in': (planted) => {
    if (rowsWhere(planted, (values) => values.some((value) => value !== 0)).length < 3) return null;
    return planted.rows.flatMap((row) => row.slice(0, -1).map((place) => ({ place, value: 0 })));
  },
  'the totals left 0': (planted) => {
    if (rowsWhere(planted, (values) => values.some((value) => value !== 0)).length < 3) return null;
    return planted.rows.map((row) => ({ place: row.at(-1) ?? 0, value: 0 }));
  },
  'a column left 0': (planted, at) => {
    const column = at % APPLICANTS;
    if (rowsWhere(planted, (values) => values[column] !== 0).length < 3) return null;
    return planted.rows.map((row) => ({ place: row[column] ?? 0, value: 0 }));
  },
};

/** Whether the causes mend all that is wrong, in just the way that the table was right. */
function namesIt({ plan, right }: Planted, wrong: Values, causes: readonly Cause[]): boolean {
  const [only, ...others] = causes;
  if (only?.kind === 'only-total-filled') return others.length === 0;
  if (!causes.every(({ certain }) => certain)) return false;
  const mended = withChanges(
    wrong,
    causes.flatMap(({ alternatives }) => alternatives[0] ?? []),
  );
  return plan.places.every((_, place) => mended[place] === right[place]);
}

function failing(plan: RelationPlan, values: Values): number {
  const residues = residuals(plan, values);
  return plan.equations.filter((number) => residues[number] !== 0).length;
}

/** Whether every cause that is certain mends what it says, and one that isn't stands at a total. */
function isHonest({ plan }: Planted, wrong: Values, causes: readonly Cause[]): boolean {
  const certain = causes.filter((cause) => cause.certain);
  const doubtful = causes.filter((cause) => !cause.certain);
  const atTotals = doubtful.every(({ main, place }) => plan.instances[main]?.total.place === place);
  const changes = certain.flatMap(({ alternatives }) => alternatives[0] ?? []);
  const isMended = doubtful.length > 0 || changes.length === 0 || failing(plan, withChanges(wrong, changes)) === 0;
  return atTotals && isMended;
}

const shares = new Map<string, { named: number; all: number }>();

function count(name: string, isNamed: boolean): void {
  const share = shares.get(name) ?? { named: 0, all: 0 };
  shares.set(name, { named: share.named + (isNamed ? 1 : 0), all: share.all + 1 });
}

afterAll(() => {
  const lines = [...shares].map(([name, { named, all }]) => `${name}: ${named} of ${all}`);
  if (process.env.SHARES) console.log(lines.join('\n'));
});

const steered = [fc.nat(1000), fc.nat(40)] as const;

describe('one slip planted in a table that adds up', () => {
  test.each(Object.entries(slips))('%s is one finding', (name, slip) => {
    fc.assert(
      fc.property(requests, ...steered, ({ edition, figures }, at, by) => {
        const planted = plant(edition, 'requests', figures);
        const changes = slip(planted, at, by);
        fc.pre(changes !== null);
        const wrong = withChanges(planted.right, changes);
        fc.pre(failing(planted.plan, wrong) > 0);
        const causes = causesOf(planted.plan, wrong);
        count(name, namesIt(planted, wrong, causes));
        expect(causes).toHaveLength(1);
        expect(isHonest(planted, wrong, causes)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('a table that adds up has none', () => {
    fc.assert(
      fc.property(requests, disputes, ({ edition, figures }, rows) => {
        const tables = [plant(edition, 'requests', figures), plant(edition, 'disputes', rows)];
        for (const { plan, right } of tables) expect(causesOf(plan, right)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('two slips', () => {
  const single = ['a wrong cell', 'a cell and the total of its row', 'a value in the neighbouring column'];

  test('are two findings at most', () => {
    fc.assert(
      fc.property(
        requests,
        fc.array(fc.tuple(fc.constantFrom(...single), ...steered), { minLength: 2, maxLength: 2 }),
        ({ edition, figures }, chosen) => {
          const planted = plant(edition, 'requests', figures);
          const both = chosen.map(([name, at, by]) => slips[name]?.(planted, at, by) ?? []);
          const rows = both.flatMap((changes) => new Set(changes.map(({ place }) => planted.plan.places[place]?.row)));
          fc.pre(both.every(({ length }) => length > 0) && isApart(rows));
          const wrong = withChanges(planted.right, both.flat());
          fc.pre(failing(planted.plan, wrong) > 0);
          const causes = causesOf(planted.plan, wrong);
          count('two slips', namesIt(planted, wrong, causes));
          expect(causes.length).toBeLessThanOrEqual(2);
          expect(isHonest(planted, wrong, causes)).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

function isApart(rows: readonly ReadonlySet<unknown>[]): boolean {
  const [one, other] = rows;
  return one !== undefined && other !== undefined && [...one].every((row) => !other.has(row));
}
