/**
 * The indexes of a longest non-decreasing subsequence of `values`, ascending: what may stay where it is when the least
 * is to be moved. O(n log n).
 */
export function longestAscent(values: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const before: number[] = [];
  values.forEach((value, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (ends[low - 1] ?? -1) : -1);
    ends[low] = i;
  });
  const result: number[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) result.unshift(i);
  return result;
}
