// Lists of any length. A call takes only some ten thousands of arguments, so no list that grows with a text is spread into one.

/** Puts items at the end of a list, in their order. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** The greatest of some numbers; -Infinity of none, NaN where one of them is. */
export function greatest(values: Iterable<number>): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const value of values) found = Math.max(found, value);
  return found;
}

/** The least of some numbers; Infinity of none, NaN where one of them is. */
export function least(values: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY;
  for (const value of values) found = Math.min(found, value);
  return found;
}
