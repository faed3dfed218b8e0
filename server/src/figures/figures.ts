import type { TableDefinition } from '../forms/edition.ts';
import type { RelationPlan } from './plan.ts';
import type { Values } from './values.ts';

/** The numbers of a table: its form, its places and what stands in them. */
export interface Figures {
  readonly definition: TableDefinition;
  readonly plan: RelationPlan;
  readonly values: Values;
}
