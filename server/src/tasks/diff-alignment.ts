// Which tokens of one version are which of another: as much as can be kept in order.
import { longestAscent } from '../text/longest-ascent.ts';

interface Aligned {
  readonly id: string;
  readonly weight: number;
}

/** Larger gaps between tokens that are found once in both are not looked into. */
const MOST_PAIRS = 4_000_000;

/** For each token before, the index of the same token after; -1 where there is none. Ascending, and as heavy as can be. */
export function alignment(before: readonly Aligned[], after: readonly Aligned[]): Int32Array {
  const partner = new Int32Array(before.length).fill(-1);
  let [start, endBefore, endAfter] = [0, before.length, after.length];
  while (start < endBefore && start < endAfter && before[start]?.id === after[start]?.id) partner[start] = start++;
  while (endBefore > start && endAfter > start && before[endBefore - 1]?.id === after[endAfter - 1]?.id) {
    partner[--endBefore] = --endAfter;
  }
  let [fromBefore, fromAfter] = [start, start];
  for (const [i, j] of [...anchors(before, after, start, endBefore, endAfter), [endBefore, endAfter] as const]) {
    fill(before, after, { fromBefore, fromAfter, toBefore: i, toAfter: j }, partner);
    if (i < endBefore) partner[i] = j;
    [fromBefore, fromAfter] = [i + 1, j + 1];
  }
  return partner;
}

/** Pairs of tokens that occur once in either version, in the same order in both. */
function anchors(
  before: readonly Aligned[],
  after: readonly Aligned[],
  start: number,
  endBefore: number,
  endAfter: number,
): readonly (readonly [number, number])[] {
  const once = placesOfOnce(after, start, endAfter);
  const pairs: (readonly [number, number])[] = [];
  for (const [id, i] of placesOfOnce(before, start, endBefore)) {
    const j = once.get(id);
    if (j !== undefined) pairs.push([i, j]);
  }
  return longestAscent(pairs.map(([, j]) => j)).flatMap((at) => (pairs[at] ? [pairs[at]] : []));
}

function placesOfOnce(tokens: readonly Aligned[], start: number, end: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let i = start; i < end; i++) {
    const { id = '' } = tokens[i] ?? {};
    places.set(id, places.has(id) ? -1 : i);
  }
  return new Map([...places].filter(([, i]) => i >= 0));
}

interface Gap {
  readonly fromBefore: number;
  readonly toBefore: number;
  readonly fromAfter: number;
  readonly toAfter: number;
}

/** Pairs what can be paired in a gap, by the heaviest common subsequence. */
function fill(before: readonly Aligned[], after: readonly Aligned[], gap: Gap, partner: Int32Array): void {
  const { fromBefore, fromAfter } = gap;
  const rows = gap.toBefore - fromBefore;
  const columns = gap.toAfter - fromAfter;
  if (rows <= 0 || columns <= 0 || rows * columns > MOST_PAIRS) return;
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  const pair = (i: number, j: number): number => {
    const token = before[fromBefore + i];
    return token && token.id === after[fromAfter + j]?.id ? token.weight : 0;
  };
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const weight = pair(i, j);
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), weight > 0 ? weight + at(i + 1, j + 1) : 0);
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const weight = pair(i, j);
    if (weight > 0 && at(i, j) === weight + at(i + 1, j + 1)) partner[fromBefore + i++] = fromAfter + j++;
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
}
