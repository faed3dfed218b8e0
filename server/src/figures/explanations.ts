// The smallest sets of slips that make every failing equation hold.

import { greatest, least } from '../text/lists.ts';
import { exactSum } from './decimal.ts';
import { cellSlips, type Failure, type Slip } from './slips.ts';

/** More slips than these are no explanation. */
const MOST_SLIPS = 4;
const MOST_STEPS = 1000;
const MOST_SOLUTIONS = 48;
/** A slip of one cell, or of a cell with its total, touches no more equations. */
const MOST_TOUCHED = 4;

/** Explanations of equal size. */
export interface Explanations {
  readonly solutions: readonly (readonly Slip[])[];
  /** Whether these are all. */
  readonly complete: boolean;
}

/**
 * The smallest sets of slips after which all of `component` holds; of sets with as many slips those that change the fewest
 * cells. Empty where a few slips explain nothing, or where it takes too long to say.
 * @param component the numbers of failing equations that belong together
 * @param wide slips that concern several cells, as they were found before any search
 */
export function explanationsOf(failure: Failure, component: readonly number[], wide: readonly Slip[]): Explanations {
  const search = new Search(failure, component, wide);
  return search.run();
}

class Search {
  readonly #failure: Failure;
  readonly #component: readonly number[];
  readonly #wide: readonly Slip[];
  readonly #touched: number;
  readonly #before: Float64Array;
  readonly #found = new Map<string, readonly Slip[]>();
  #steps = 0;

  constructor(failure: Failure, component: readonly number[], wide: readonly Slip[]) {
    this.#failure = { ...failure, values: failure.values.slice(), residues: failure.residues.slice() };
    this.#before = failure.values;
    this.#component = component;
    this.#wide = wide.filter(({ effect }) => component.some((number) => effect.has(number)));
    this.#touched = greatest([MOST_TOUCHED, ...this.#wide.map(({ effect }) => effect.size)]);
  }

  run(): Explanations {
    for (let count = 1; count <= MOST_SLIPS && this.#found.size === 0; count++) {
      if (this.#steps > MOST_STEPS) break;
      this.#choose(count, []);
    }
    const complete = this.#steps <= MOST_STEPS && this.#found.size < MOST_SOLUTIONS;
    if (this.#steps > MOST_STEPS) return { solutions: [], complete: false };
    return { solutions: ofFewestChanges([...this.#found.values()]), complete };
  }

  #choose(left: number, chosen: readonly Slip[]): void {
    if (this.#steps++ > MOST_STEPS || this.#found.size >= MOST_SOLUTIONS) return;
    const { residues } = this.#failure;
    const failing = this.#component.filter((number) => residues[number] !== 0);
    if (failing.length === 0) {
      this.#found.set(keyOf(chosen), chosen);
      return;
    }
    if (left === 0 || failing.length > left * this.#touched) return;
    for (const next of this.#slipsOf(failing)) {
      if (next.changes.some(({ place }) => isChanged(chosen, place))) continue;
      if (left === 1 && !failing.every((number) => next.effect.has(number))) continue;
      this.#apply(next, 1);
      this.#choose(left - 1, [...chosen, next]);
      this.#apply(next, -1);
    }
  }

  /** All slips that touch one of the failing equations: one with few ways to mend it. */
  #slipsOf(failing: readonly number[]): readonly Slip[] {
    const { plan } = this.#failure;
    const row = failing.find((number) => plan.instances[number]?.row);
    // What mends the column 总计 together with another column is a slip of that other column.
    const column = failing.find((number) => plan.contributions[number]?.length === 0);
    const at = row ?? column ?? failing[0] ?? 0;
    const cells = (plan.instances[at]?.terms ?? []).flatMap(({ place }) => cellSlips(this.#failure, place));
    return [...cells, ...this.#wide].filter(({ effect }) => effect.has(at));
  }

  #apply({ changes, effect }: Slip, sign: 1 | -1): void {
    const { values, residues } = this.#failure;
    for (const { place, value } of changes) values[place] = sign === 1 ? value : (this.#before[place] ?? Number.NaN);
    for (const [number, more] of effect) residues[number] = exactSum([residues[number] ?? 0, sign * more]);
  }
}

function isChanged(slips: readonly Slip[], at: number): boolean {
  return slips.some(({ changes }) => changes.some(({ place }) => place === at));
}

/** The values that a set of slips leaves, whatever the slips are called. */
function keyOf(slips: readonly Slip[]): string {
  return slips
    .flatMap(({ changes }) => changes.map(({ place, value }) => `${place}=${value}`))
    .sort()
    .join(' ');
}

function ofFewestChanges(solutions: readonly (readonly Slip[])[]): readonly (readonly Slip[])[] {
  const count = (slips: readonly Slip[]) => slips.reduce((sum, { changes }) => sum + changes.length, 0);
  const fewest = least(solutions.map(count));
  return solutions.filter((slips) => count(slips) === fewest);
}
