// A source whose borders are trusted, as it is put in order.

import { outlineOf } from '../regions.ts';
import { rebuild } from '../rows/rebuild.ts';
import { tableText } from '../rows/table-text.ts';
import type { Block } from '../source.ts';
import type { Recognised } from './recognised.ts';

/** The blocks with their tables where they are. */
export function asItStands(blocks: readonly Block[]): Recognised {
  return {
    blocks,
    outline: outlineOf(blocks),
    notes: [],
    write: ({ from, to, table }, year, options) => {
      const rebuilt = rebuild(blocks.slice(from, to), table, year, options.unknowable);
      if (!rebuilt || rebuilt.reading.parts.every((part) => !('definition' in part))) return null;
      return tableText(rebuilt, options);
    },
  };
}

/** What was recognised, and the tables of parts in which none was, where labels without values tell them. */
export function withUnreadTables(order: Recognised): Recognised {
  const { blocks, outline } = order;
  const read = new Set(outline.regions.map(({ table }) => table));
  const standing = asItStands(blocks);
  const unread = standing.outline.regions.filter(({ table }) => !read.has(table));
  if (unread.length === 0) return order;
  const regions = [...outline.regions, ...unread].sort((a, b) => a.from - b.from);
  return {
    ...order,
    outline: { ...outline, regions },
    write: (region, ...rest) => (unread.includes(region) ? standing : order).write(region, ...rest),
  };
}
