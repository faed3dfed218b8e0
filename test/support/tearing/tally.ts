// Many torn reports, imported and judged.
import { importText } from '../../../server/src/importers/text.ts';
import { judge, type Outcome, type Verdict } from './judge.ts';
import { randomFrom } from './random.ts';
import type { Shape } from './shapes.ts';
import { both, type Damage, damages, type Torn, tear } from './torn.ts';

/** What became of the cells and paragraphs of all reports of a kind. */
export interface Tally {
  reports: number;
  readonly cells: Record<Outcome, number>;
  readonly decidable: { cells: number; right: number };
  readonly extraRows: { all: number; kept: number };
  inferredWrong: number;
  /** Paragraphs; `lost` are those among the torn of which characters are gone. */
  readonly prose: { kept: number; torn: number; lost: number };
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
  return {
    reports: 0,
    cells: { right: 0, doubtful: 0, wrong: 0, lost: 0 },
    decidable: { cells: 0, right: 0 },
    extraRows: { all: 0, kept: 0 },
    inferredWrong: 0,
    prose: { kept: 0, torn: 0, lost: 0 },
    framed: 0,
    overstated: 0,
    unstable: 0,
    faults: [],
  };
}

/** A report that was torn, and what its import made of it. */
export interface Trial {
  readonly seed: number;
  readonly torn: Torn;
  readonly verdict: Verdict;
  readonly isOverstated: boolean;
  readonly isUnstable: boolean;
}

/** The shape of a seed among those given, and none, one or two of the damages. */
export function chosenBy(
  seed: number,
  shapes: readonly Shape[],
  ways: readonly (Damage | null)[],
): { readonly shape: Shape; readonly damage: Damage | null } {
  const random = randomFrom(seed);
  const [one, other] = [random.pick(ways), random.pick(ways)];
  const isBoth = one !== null && other !== null && one !== other && random.chance(50);
  return { shape: random.pick(shapes), damage: isBoth ? both(one, other) : one };
}

/** The shape of a seed, and one of the rarer damages (`ways`), by itself or after one of the others. */
export function rareBy(
  seed: number,
  shapes: readonly Shape[],
  ways: readonly (Damage | null)[],
): { readonly shape: Shape; readonly damage: Damage | null } {
  const random = randomFrom(seed);
  const rare = random.pick(ways);
  const other = random.chance(40) ? random.pick(damages) : null;
  return { shape: random.pick(shapes), damage: rare && other ? both(rare, other) : rare };
}

/** Tears the report of a seed, and imports it; quickly without what takes longer than that: whether cells are decidable, and a second import. */
export function tryOut(seed: number, shape: Shape, damage: Damage | null, isQuick = false): Trial {
  const torn = tear(randomFrom(seed), shape, damage);
  const result = importText(torn.text);
  const verdict = judge(isQuick ? { ...torn, decidable: () => new Set() } : torn, result);
  const isUnstable = !isQuick && 'markup' in result && markupOf(result.markup) !== result.markup;
  const isSaidWhole =
    'numbers' in result && result.numbers.found === result.numbers.written && result.numbers.found > 0;
  const isOverstated = isSaidWhole && verdict.cells.lost + verdict.cells.wrong > 0;
  return { seed, torn, verdict, isOverstated, isUnstable };
}

/** Adds a trial to a tally. */
export function add(tally: Tally, { seed, verdict, isUnstable, isOverstated }: Trial): void {
  const { cells, decidable, prose, extraRow } = verdict;
  tally.reports++;
  for (const outcome of ['right', 'doubtful', 'wrong', 'lost'] as const) tally.cells[outcome] += cells[outcome];
  tally.decidable.cells += decidable.cells;
  tally.decidable.right += decidable.right;
  if (extraRow !== null) tally.extraRows.all++;
  if (extraRow) tally.extraRows.kept++;
  tally.inferredWrong += verdict.inferredWrong;
  tally.prose.kept += prose.kept;
  tally.prose.torn += prose.torn.length;
  tally.prose.lost += prose.lost.length;
  if (verdict.isFramed) tally.framed++;
  if (isOverstated) tally.overstated++;
  if (isUnstable) tally.unstable++;
  for (const fault of [...verdict.faults, ...prose.torn])
    if (tally.faults.length < MOST_FAULTS) tally.faults.push(`${seed} ${fault}`);
}

function markupOf(text: string): string {
  const again = importText(text);
  return 'failure' in again ? again.failure.zh : again.markup;
}
