// How a value stands between the bars of its cell, without a look at anything but widths.
import { displayWidth } from './display-width.ts';

/** A value to the right of a room of so many columns, with a space on either side at least. A blank is spaces alone. */
export function roomOf(value: string, width: number): string {
  if (value === '') return ' '.repeat(Math.max(width, 2));
  return `${' '.repeat(Math.max(1, width - 1 - displayWidth(value)))}${value} `;
}

/** The width that most of the rooms of a column have, the least of those that are equally many; 0 where there are none. */
export function usualWidth(rooms: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const room of rooms) {
    const width = displayWidth(room);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
  return first?.[0] ?? 0;
}
