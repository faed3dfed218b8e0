// Which readings of rows can all be right together.
import { greatest, least } from '../text/lists.ts';
import type { Figures } from './figures.ts';
import type { Instance, RelationPlan } from './plan.ts';
import { numberOf } from './row-rule.ts';
import { isEquation } from './values.ts';

/** Rows in doubt: the places of their values, and what these may be. */
export interface OpenRows {
  /** The numbers of the places in the plan. */
  readonly places: readonly number[];
  /** Each one value for each place. */
  readonly readings: readonly (readonly number[])[];
}

/** The same with readings as the texts of cells. */
export interface OpenTexts {
  readonly places: readonly number[];
  readonly readings: readonly (readonly string[])[];
}

/** So many sums of one half of the rows are kept. */
const MOST_SUMS = 60_000;
const MOST_ROUNDS = 8;

/**
 * For each of the rows the indices of its readings that some choice of readings for the others goes with, so that the relations
 * across columns hold, all columns of a relation at once. A relation that no choice meets, or that can't be evaluated, says
 * nothing; neither does one that would take too long.
 */
export function consistentReadings(
  { plan, values }: Figures,
  rows: readonly OpenRows[],
): readonly (readonly number[])[] {
  const left: (readonly number[])[] = rows.map(({ readings }) => readings.map((_, i) => i));
  const relations = acrossColumns(plan);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let changed = false;
    for (const instances of relations) {
      const kept = new Filter(instances, rows, left, values).run();
      kept?.forEach((own, i) => {
        if (own.length === left[i]?.length) return;
        left[i] = own;
        changed = true;
      });
    }
    if (!changed) break;
  }
  return left;
}

/** For each of the rows the readings that `consistentReadings` leaves; a text that is no number, or none, counts as 0. */
export function consistentTexts(
  figures: Figures,
  rows: readonly OpenTexts[],
): readonly (readonly (readonly string[])[])[] {
  const open = rows.map(({ places, readings }) => ({
    places,
    readings: readings.map((texts) => texts.map((text) => numberOf(text) ?? 0)),
  }));
  return consistentReadings(figures, open).map((kept, i) => kept.flatMap((index) => [rows[i]?.readings[index] ?? []]));
}

/** The equations that hold in columns, those of one relation together. */
function acrossColumns({ instances }: RelationPlan): readonly (readonly Instance[])[] {
  const across = instances.filter((instance) => instance.column !== null && isEquation(instance));
  return [...Map.groupBy(across, ({ relation }) => relation).values()];
}

/** What a row's reading adds to each equation of a relation: left less right, one number for each column. */
type Share = readonly number[];

interface Choice {
  readonly row: number;
  readonly shares: ReadonlyMap<number, Share>;
}

class Filter {
  readonly #choices: Choice[];
  readonly #rest: Share;
  readonly #left: readonly (readonly number[])[];

  constructor(
    instances: readonly Instance[],
    rows: readonly OpenRows[],
    left: readonly (readonly number[])[],
    values: ArrayLike<number>,
  ) {
    const open = new Set(rows.flatMap(({ places }) => places));
    this.#left = left;
    this.#rest = instances.map(({ terms }) =>
      terms.reduce((sum, { place, sign }) => sum + (open.has(place) ? 0 : sign * (values[place] ?? Number.NaN)), 0),
    );
    this.#choices = rows.flatMap((row, index) => {
      const signs = instances.map(({ terms }) =>
        terms.flatMap(({ place, sign }) => {
          const at = row.places.indexOf(place);
          return at < 0 ? [] : [{ at, sign }];
        }),
      );
      if (signs.every((own) => own.length === 0)) return [];
      const shares = (left[index] ?? []).map((i): [number, Share] => [
        i,
        signs.map((own) => own.reduce((sum, { at, sign }) => sum + sign * (row.readings[i]?.[at] ?? Number.NaN), 0)),
      ]);
      return [{ row: index, shares: new Map(shares) }];
    });
  }

  /** What is left of each row's readings; null where the relation tells nothing. */
  run(): readonly (readonly number[])[] | null {
    const isOpen = this.#choices.some(({ shares }) => shares.size > 1);
    const isKnown = this.#rest.every(Number.isFinite) && this.#choices.every(({ shares }) => shares.size > 0);
    if (!isOpen || !isKnown) return null;
    const bounded = withinBounds(this.#choices, this.#rest);
    if (bounded === null) return null;
    const kept = matched(bounded, this.#rest) ?? bounded.map(({ shares }) => new Set(shares.keys()));
    if (kept.some((own) => own.size === 0)) return null;
    const byRow = new Map(bounded.map(({ row }, i) => [row, kept[i]]));
    return this.#left.map((own, row) => own.filter((i) => byRow.get(row)?.has(i) ?? true));
  }
}

/** The choices without what no choice of the others can make up for; null where nothing is left of one. */
function withinBounds(choices: readonly Choice[], rest: Share): readonly Choice[] | null {
  let current = choices;
  for (;;) {
    const [lowest, highest] = [least, greatest].map((pick) =>
      current.map(({ shares }) => rest.map((_, c) => pick([...shares.values()].map((share) => share[c] ?? 0)))),
    );
    const sum = (bounds: readonly Share[] | undefined, c: number): number =>
      (bounds ?? []).reduce((total, own) => total + (own[c] ?? 0), rest[c] ?? 0);
    const [low, high] = [rest.map((_, c) => sum(lowest, c)), rest.map((_, c) => sum(highest, c))];
    const next = current.map(({ row, shares }, i) => {
      const own = [...shares].filter(([, share]) =>
        share.every((value, c) => {
          const below = (low[c] ?? 0) - (lowest?.[i]?.[c] ?? 0) + value;
          const above = (high[c] ?? 0) - (highest?.[i]?.[c] ?? 0) + value;
          return below <= 0 && above >= 0;
        }),
      );
      return own.length === shares.size ? { row, shares } : { row, shares: new Map(own) };
    });
    if (next.some(({ shares }) => shares.size === 0)) return null;
    if (next.every((choice, i) => choice.shares.size === current[i]?.shares.size)) return next;
    current = next;
  }
}

/** One number for a share, so that those of a sum add up: different shares have the same one by chance alone. */
function keyOf(share: Share): number {
  return share.reduce((key, value, c) => key + value * (FACTORS[c] ?? 1), 0);
}

const FACTORS = [1, 7919, 104_729, 1_299_709, 15_485_863, 179_424_673, 982_451_653];

/** The readings of each choice that a choice of all the others goes with; null where there are too many to look at. */
function matched(choices: readonly Choice[], rest: Share): readonly ReadonlySet<number>[] | null {
  const keyed = choices.map(({ shares }) =>
    [...shares].map(([i, share]): readonly [number, number] => [i, keyOf(share)]),
  );
  const order = keyed.map((_, i) => i).sort((a, b) => (keyed[b]?.length ?? 0) - (keyed[a]?.length ?? 0));
  const halves: [number[], number[]] = [[], []];
  const sizes: [number, number] = [1, 1];
  for (const i of order) {
    const half = sizes[0] <= sizes[1] ? 0 : 1;
    halves[half].push(i);
    sizes[half] *= keyed[i]?.length ?? 1;
  }
  const [one, other] = halves.map((half) => sumsOf(half.map((i) => keyed[i] ?? [])));
  if (!one || !other) return null;
  const kept = choices.map(() => new Set<number>());
  const keep = (half: readonly number[], picks: readonly (readonly number[])[]): void => {
    for (const pick of picks) half.forEach((choice, i) => void kept[choice]?.add(pick[i] ?? -1));
  };
  const base = keyOf(rest);
  for (const [key, picks] of one) {
    const partner = other.get(-base - key);
    if (!partner) continue;
    keep(halves[0], picks);
    keep(halves[1], partner);
  }
  return kept;
}

/** Every sum of one reading of each, with the indices of the readings that give it; null where there are too many. */
function sumsOf(
  keyed: readonly (readonly (readonly [number, number])[])[],
): ReadonlyMap<number, readonly (readonly number[])[]> | null {
  let sums = new Map<number, (readonly number[])[]>([[0, [[]]]]);
  let count = 1;
  for (const readings of keyed) {
    count *= readings.length;
    if (count > MOST_SUMS) return null;
    const next = new Map<number, (readonly number[])[]>();
    for (const [sum, picks] of sums) {
      for (const [index, key] of readings) {
        const own = next.get(sum + key) ?? [];
        for (const pick of picks) own.push([...pick, index]);
        next.set(sum + key, own);
      }
    }
    sums = next;
  }
  return sums;
}
