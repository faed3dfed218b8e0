import type { SlipKind } from './slips.ts';
import type { Change } from './values.ts';

/** What is wrong in a table: a slip, or a relation of which no single slip can be blamed. */
export interface Cause {
  /** The cell to blame, or the total of the relation. */
  readonly place: number;
  /** The value that it should have. */
  readonly expected: number;
  /** The relation that the cause is named after. */
  readonly main: number;
  /** The other failing relations that come of it. */
  readonly others: readonly number[];
  /** Whether the slip mends all of them and breaks none, and is the only one that does. */
  readonly certain: boolean;
  /** What kind of slip; null where several are as likely. */
  readonly kind: SlipKind | null;
  /** A place of another row that the slip is about. */
  readonly row: number | null;
  /** The changes that mend it, as alternatives; empty where they can't be told. */
  readonly alternatives: readonly (readonly Change[])[];
}
