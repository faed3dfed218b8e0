/** The index of the last item whose `at` is `value` or less, or -1. The items have to be sorted by `at`. */
export function lastIndexUpTo<Item>(items: readonly Item[], value: number, at: (item: Item) => number): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && at(item) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Puts texts in the order of their UTF-16 code units, the same in every locale: for `sort`. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The last item whose `at` is `value` or less, or null. The items have to be sorted by `at`. */
export function lastUpTo<Item>(items: readonly Item[], value: number, at: (item: Item) => number): Item | null {
  return items[lastIndexUpTo(items, value, at)] ?? null;
}
