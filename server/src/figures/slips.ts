import type { TableDefinition } from '../forms/edition.ts';
import { shortLabel } from '../forms/names.ts';
import type { Localized } from '../text/language.ts';
import { exactSum } from './decimal.ts';
import { briefRow, termName } from './labels.ts';
import type { Instance, Place, RelationPlan } from './plan.ts';
import { type Change, fails, isPossible, residual, type Values, valueThatHolds, withChanges } from './values.ts';

export type SuspicionId = 'left-out' | 'counted-twice' | 'digits-swapped' | 'neighbouring-column' | 'split-number';

/** A simple slip that explains a failure. */
export interface Suspicion {
  readonly id: SuspicionId;
  readonly words: Localized;
}

/** The failure to be explained. */
interface Case {
  readonly definition: TableDefinition;
  readonly plan: RelationPlan;
  readonly values: Values;
  readonly main: Instance;
}

/**
 * The one simple slip that explains why `main` fails, or null where there is none or more than one: after it is put right,
 * every relation of the cells concerned holds.
 */
export function suspectedCause(
  definition: TableDefinition,
  plan: RelationPlan,
  values: Values,
  main: Instance,
): Suspicion | null {
  const one: Case = { definition, plan, values, main };
  const suspicions = [...wrongSums(one), ...swappedDigits(one), ...wrongColumns(one), ...splitNumbers(one)];
  return suspicions.length === 1 ? (suspicions[0] ?? null) : null;
}

/** Whether after the changes every relation that they touch holds. */
function mends({ plan, values }: Case, changes: readonly Change[]): boolean {
  const changed = withChanges(values, changes);
  return changes.every(
    ({ place, value }) =>
      isPossible(plan.places[place], value) &&
      (plan.equationsOf[place] ?? []).every((number) => {
        const instance = plan.instances[number];
        return !instance || !fails(instance, residual(instance, changed));
      }),
  );
}

/** The total that lacks one of its terms, or has one twice. */
function wrongSums(one: Case): readonly Suspicion[] {
  const { definition, plan, values, main } = one;
  const { total } = main;
  const found = values[total.place] ?? Number.NaN;
  const expected = valueThatHolds(main, total.place, values);
  if (found === 0 || !mends(one, [{ place: total.place, value: expected }])) return [];
  return main.terms.flatMap((term): Suspicion[] => {
    const place = plan.places[term.place];
    const value = values[term.place] ?? 0;
    if (term === total || value === 0 || !place) return [];
    const share = term.sign === total.sign ? -value : value;
    const label = `${termName(definition, main, place)} ${value}`;
    if (exactSum([found, share]) === expected) {
      return [{ id: 'left-out', words: { zh: `疑为漏计「${label}」`, en: `“${label}” seems to be left out` } }];
    }
    if (exactSum([found, -share]) === expected) {
      return [
        { id: 'counted-twice', words: { zh: `疑为重复计入「${label}」`, en: `“${label}” seems to be counted twice` } },
      ];
    }
    return [];
  });
}

/** 83 for 38. */
function swappedDigits(one: Case): readonly Suspicion[] {
  const { values, main } = one;
  return main.terms.flatMap(({ place }): Suspicion[] => {
    const found = values[place] ?? Number.NaN;
    const meant = valueThatHolds(main, place, values);
    if (!areSwapped(String(found), String(meant)) || !mends(one, [{ place, value: meant }])) return [];
    const words = {
      zh: `疑为相邻两位数字写颠倒（${meant} 写成 ${found}）`,
      en: `two digits seem to be swapped (${found} for ${meant})`,
    };
    return [{ id: 'digits-swapped', words }];
  });
}

function areSwapped(found: string, meant: string): boolean {
  if (found.length !== meant.length) return false;
  const at = [...found].findIndex((digit, index) => digit !== meant[index]);
  if (at < 0 || at + 1 >= found.length) return false;
  const swapped = found.slice(0, at) + found.charAt(at + 1) + found.charAt(at) + found.slice(at + 2);
  return swapped === meant;
}

/** A value that stands one column beside its own, where a 0 stands in its place. */
function wrongColumns(one: Case): readonly Suspicion[] {
  const { definition, plan, values, main } = one;
  if (!main.column) return [];
  return main.terms.flatMap(({ place }) =>
    neighbours(plan, place).flatMap((other): Suspicion[] => {
      const [from, to] = values[place] === 0 ? [other, place] : [place, other];
      const value = values[from] ?? 0;
      const changes = [
        { place: from, value: 0 },
        { place: to, value },
      ];
      const row = plan.places[from]?.row;
      if (!row || value === 0 || values[to] !== 0 || !mends(one, changes)) return [];
      const [wrong, right] = [columnLabel(plan, from), columnLabel(plan, to)];
      const label = `${briefRow(definition, row)} ${value}`;
      const words = {
        zh: `疑为「${label}」错填在「${wrong}」栏，应在「${right}」栏`,
        en: `“${label}” seems to stand under ${wrong} instead of ${right}`,
      };
      return [{ id: 'neighbouring-column', words }];
    }),
  );
}

/** 2 | 0 for 20 | 0. */
function splitNumbers(one: Case): readonly Suspicion[] {
  const { plan, values, main } = one;
  if (!main.row) return [];
  return main.terms.flatMap(({ place }): Suspicion[] => {
    const first = values[place] ?? 0;
    const second = values[place + 1] ?? Number.NaN;
    if (!neighbours(plan, place).includes(place + 1) || first === 0 || !Number.isInteger(second)) return [];
    const joined = Number(`${first}${second}`);
    const mended = [
      [
        { place, value: joined },
        { place: place + 1, value: 0 },
      ],
      [
        { place, value: 0 },
        { place: place + 1, value: joined },
      ],
    ].some((changes) => mends(one, changes));
    if (!mended) return [];
    const words = {
      zh: `疑为 ${joined} 被拆成「${first}」「${second}」两格`,
      en: `${joined} seems to be split into the cells ${first} and ${second}`,
    };
    return [{ id: 'split-number', words }];
  });
}

/** The places beside a place in its row, sums into a total excepted. */
function neighbours(plan: RelationPlan, place: number): readonly number[] {
  return [place - 1, place + 1].filter(
    (other) => isAddend(plan, other) && isAddend(plan, place) && sameRow(plan, other, place),
  );
}

function sameRow(plan: RelationPlan, one: number, other: number): boolean {
  return plan.places[one]?.row === plan.places[other]?.row;
}

function isAddend(plan: RelationPlan, place: number): boolean {
  const rowSum = (plan.equationsOf[place] ?? []).map((number) => plan.instances[number]).find((one) => one?.row);
  return rowSum !== undefined && rowSum.total.place !== place;
}

function columnLabel(plan: RelationPlan, place: number): string {
  const at: Place | undefined = plan.places[place];
  return at ? shortLabel(at.column.label) : '';
}
