// Many torn reports, imported and judged.
import { importText } from '../../../server/src/importers/text.ts';
import { judge, type Outcome, type Verdict } from './judge.ts';
import { randomFrom } from './random.ts';
import type { Shape } from './shapes.ts';
import { type Damage, tear } from './torn.ts';

/** What became of the cells and paragraphs of all reports of a kind. */
export interface Tally {
  reports: number;
  readonly cells: Record<Outcome, number>;
  inferredWrong: number;
  readonly prose: { kept: number; torn: number };
  framed: number;
  /** Imports of which the count of numbers says that all came in although some cell didn't. */
  overstated: number;
  /** Imports whose markup changes when it is imported again. */
  unstable: number;
  /** What is wrong or lost, by the seed of the report; only the first. */
  readonly faults: string[];
}

const MOST_FAULTS = 200;

export function emptyTally(): Tally {
  const cells = { right: 0, doubtful: 0, wrong: 0, lost: 0 };
  return {
    reports: 0,
    cells,
    inferredWrong: 0,
    prose: { kept: 0, torn: 0 },
    framed: 0,
    overstated: 0,
    unstable: 0,
    faults: [],
  };
}

/** Adds the report of a seed, torn and imported, to tallies. */
export function count(tallies: readonly Tally[], seed: number, shape: Shape, damage: Damage | null): void {
  const torn = tear(randomFrom(seed), shape, damage);
  const result = importText(torn.text);
  const verdict = judge(torn, result);
  const isUnstable = 'markup' in result && markupOf(result.markup) !== result.markup;
  const isSaidWhole =
    'numbers' in result && result.numbers.found === result.numbers.written && result.numbers.found > 0;
  const isOverstated = isSaidWhole && verdict.cells.lost + verdict.cells.wrong > 0;
  for (const tally of tallies) add(tally, seed, verdict, { isUnstable, isOverstated });
}

function add(
  tally: Tally,
  seed: number,
  verdict: Verdict,
  { isUnstable, isOverstated }: { readonly isUnstable: boolean; readonly isOverstated: boolean },
): void {
  tally.reports++;
  for (const outcome of ['right', 'doubtful', 'wrong', 'lost'] as const) tally.cells[outcome] += verdict.cells[outcome];
  tally.inferredWrong += verdict.inferredWrong;
  tally.prose.kept += verdict.prose.kept;
  tally.prose.torn += verdict.prose.torn.length;
  if (verdict.isFramed) tally.framed++;
  if (isOverstated) tally.overstated++;
  if (isUnstable) tally.unstable++;
  for (const fault of [...verdict.faults, ...verdict.prose.torn])
    if (tally.faults.length < MOST_FAULTS) tally.faults.push(`${seed} ${fault}`);
}

function markupOf(text: string): string {
  const again = importText(text);
  return 'failure' in again ? again.failure.zh : again.markup;
}
