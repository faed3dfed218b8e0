import type { Failure, Slip } from './slips.ts';

/**
 * The failing equations in groups that have nothing to do with one another: no cell in common, no slip that touches both, and
 * not the same relation in a column and in 总计. Each group in the order of the plan.
 */
export function componentsOf(failure: Failure, wide: readonly Slip[]): readonly (readonly number[])[] {
  const groups = new Map([...failure.failing].map((number) => [number, [number]]));
  const join = (numbers: readonly number[]) => {
    const [first, ...others] = new Set(numbers.flatMap((number) => groups.get(number) ?? []));
    if (first === undefined || others.length === 0) return;
    const group = [first, ...others];
    for (const number of group) groups.set(number, group);
  };
  for (const equations of failure.plan.equationsOf) join(equations);
  for (const { effect } of wide) join([...effect.keys()]);
  failure.plan.contributions.forEach((from, number) => {
    if (groups.has(number)) join([number, ...from.map(({ instance }) => instance)]);
  });
  return [...new Set(groups.values())].map((group) => group.toSorted((one, other) => one - other));
}
