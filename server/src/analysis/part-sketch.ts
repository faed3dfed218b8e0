// What a part of a report says, as a few numbers by which parts that say nearly the same are found.
import type { LinePlace } from './indexed-report.ts';

/** A part in prose, without what every report says. */
export interface PartSketch {
  readonly section: string;
  /** Where its heading stands. */
  readonly place: LinePlace;
  /** The least of the hashes of its stretches, in order: all of them where there are few. */
  readonly hashes: Uint32Array;
}

/** So many hashes of a part are kept. */
export const MOST_HASHES = 128;

/** How much of two parts is the same, from 0 to 1; may be 0 for what is less than `least`, which is known sooner. */
export function similarity(one: PartSketch, other: PartSketch, least = 0): number {
  const [a, b] = [one.hashes, other.hashes];
  const most = Math.min(MOST_HASHES, Math.max(a.length, b.length));
  if (Math.min(a.length, b.length) < least * most) return 0;
  const mostOdd = Math.ceil((1 - least) * most);
  let [i, j, seen, both] = [0, 0, 0, 0];
  while (seen < most && (i < a.length || j < b.length)) {
    const [x, y] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
    seen++;
    if (seen - both > mostOdd) return 0;
  }
  return seen === 0 ? 0 : both / seen;
}
