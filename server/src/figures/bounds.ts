import type { RelationPlan } from './plan.ts';
import { fails, residual, type Values } from './values.ts';

/** The inequalities that fail, each with how much its left is more than its right. */
export function failingBounds(
  plan: RelationPlan,
  values: Values,
): readonly { readonly number: number; readonly excess: number }[] {
  return plan.bounds.flatMap((number) => {
    const instance = plan.instances[number];
    if (!instance) return [];
    const excess = residual(instance, values);
    return fails(instance, excess) ? [{ number, excess }] : [];
  });
}
