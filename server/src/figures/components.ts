import type { Failure, Slip } from './slips.ts';

/**
 * The failing equations in groups that have nothing to do with one another: no cell in common, no slip that touches both, and
 * not the same relation in a column and in 总计. Each group in the order of the plan.
 */
export function componentsOf(failure: Failure, wide: readonly Slip[]): readonly (readonly number[])[] {
  const { plan, failing } = failure;
  const groups = new Groups(plan.instances.length);
  const join = (numbers: Iterable<number>) => {
    let first = -1;
    for (const number of numbers) {
      if (!failing.has(number)) continue;
      if (first >= 0) groups.join(first, number);
      first = number;
    }
  };
  for (const equations of plan.equationsOf) join(equations);
  for (const { effect } of wide) join(effect.keys());
  for (const number of failing) {
    const from = plan.contributions[number] ?? [];
    if (from.length > 0) join([number, ...from.map(({ instance }) => instance)]);
  }
  return [...Map.groupBy(failing, (number) => groups.of(number)).values()];
}

/** Numbers in groups that are joined one by one. */
class Groups {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, number) => number);
  }

  of(number: number): number {
    let group = number;
    for (let parent = this.#parents[group]; parent !== undefined && parent !== group; parent = this.#parents[group]) {
      group = parent;
    }
    return group;
  }

  join(one: number, other: number): void {
    this.#parents[this.of(other)] = this.of(one);
  }
}
