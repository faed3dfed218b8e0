import type { Place } from '../forms/form.ts';
import { shortLabel } from '../forms/names.ts';
import type { Localized } from '../text/language.ts';
import type { Cause } from './cause.ts';
import { exactSum } from './decimal.ts';
import type { Figures } from './figures.ts';
import { briefRow, termName } from './labels.ts';
import { type Instance, isSum, type RelationPlan } from './plan.ts';
import type { SlipKind } from './slips.ts';
import { type Change, fails, isPossible, residual, valueThatHolds, withChanges } from './values.ts';

/** A zero more or less, or two; and an amount in another unit. */
const POWERS = [10, 100, 10_000];

export type SuspicionId = SlipKind | 'left-out' | 'counted-twice' | 'digits-swapped' | 'power-of-ten';

/** Kinds of slips of which the digits may tell more. */
const OF_A_CELL: ReadonlySet<SlipKind> = new Set(['cell', 'cell-with-total']);

/** A simple slip that explains a failure. */
export interface Suspicion {
  readonly id: SuspicionId;
  /** What is said of it after the relation; null where the slip is what the finding tells. */
  readonly words: Localized | null;
}

/** The failure to be explained. */
interface Case extends Figures {
  readonly main: Instance;
}

/**
 * The one simple slip by which a cell that is wrong came to be so, or by which a relation fails of which no cell can be
 * blamed; null where there is none or more than one.
 * @param figures the table in which every other slip is put right
 */
export function suspectedCause(figures: Figures, cause: Cause): Suspicion | null {
  const main = figures.plan.instances[cause.main];
  if (!main) return null;
  if (cause.kind !== null && !OF_A_CELL.has(cause.kind)) return { id: cause.kind, words: null };
  const one: Case = { ...figures, main };
  const suspicions = cause.certain
    ? [...wrongSumsOf(one, cause.place, cause.expected), ...wrongDigits(one, cause.place, cause.expected)]
    : [...wrongSums(one), ...swappedDigits(one), ...wrongColumns(one), ...splitNumbers(one)];
  return suspicions.length === 1 ? (suspicions[0] ?? null) : null;
}

/** How a cell came to be so that is certainly wrong. */
function wrongDigits(one: Case, place: number, meant: number): readonly Suspicion[] {
  const found = one.values[place] ?? Number.NaN;
  if (areSwapped(String(found), String(meant))) return [swapped(found, meant)];
  const next = one.values[place + 1];
  if (next === 0 && found !== 0 && meant === found * 10 && neighbours(one.plan, place).includes(place + 1)) {
    return [split(meant, found, next)];
  }
  const power =
    found > 0 && meant > 0 ? POWERS.find((each) => found === meant * each || meant === found * each) : undefined;
  if (power === undefined) return [];
  const zeros = String(power).length - 1;
  const more = found > meant;
  const words = {
    zh: `疑为${more ? '多' : '少'}写了 ${zeros} 个 0`,
    en: `${zeros} ${zeros > 1 ? 'zeros seem' : 'zero seems'} to be ${more ? 'too many' : 'missing'}`,
  };
  return [{ id: 'power-of-ten', words }];
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
  const { place } = one.main.total;
  const expected = valueThatHolds(one.main, place, one.values);
  return mends(one, [{ place, value: expected }]) ? wrongSumsOf(one, place, expected) : [];
}

/** The same for a total that is known to be wrong; none where the place is not the total. */
function wrongSumsOf(one: Case, at: number, expected: number): readonly Suspicion[] {
  const { definition, plan, values, main } = one;
  const { total } = main;
  const found = values[at] ?? Number.NaN;
  if (at !== total.place || found === 0 || !isSum(main)) return [];
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
    return areSwapped(String(found), String(meant)) && mends(one, [{ place, value: meant }])
      ? [swapped(found, meant)]
      : [];
  });
}

function swapped(found: number, meant: number): Suspicion {
  const words = {
    zh: `疑为相邻两位数字写颠倒（${meant} 写成 ${found}）`,
    en: `two digits seem to be swapped (${found} for ${meant})`,
  };
  return { id: 'digits-swapped', words };
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
    return mended ? [split(joined, first, second)] : [];
  });
}

function split(joined: number, first: number, second: number): Suspicion {
  const words = {
    zh: `疑为 ${joined} 被拆成「${first}」「${second}」两格`,
    en: `${joined} seems to be split into the cells ${first} and ${second}`,
  };
  return { id: 'split-number', words };
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
