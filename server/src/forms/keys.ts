// The numbers by which a row or group is called for short.
import { numeralValue } from '../text/chinese-numerals.ts';
import { ordinalOf } from '../text/ordinals.ts';
import type { BlockDefinition, GroupDefinition, LineDefinition, TableDefinition } from './edition.ts';

/**
 * Where lines have ordinals: the line's own, behind that of its group if it stands two groups deep or more, and behind
 * those of all of them: `3.5` and `3.3.5`. Else its place in its block, behind the block's number where there are
 * several: `5.1`. None for a line without an ordinal among others that have one.
 */
export function keysOf(
  line: LineDefinition,
  groups: readonly GroupDefinition[],
  block: BlockDefinition,
  { blocks }: TableDefinition,
): readonly string[] {
  const isNumbered = block.lines.some(({ label }) => ordinalOf(label));
  if (!isNumbered) return [key(blocks.length > 1 ? [numberOf(block.corner)] : [], block.lines.indexOf(line) + 1)];
  const own = ordinalOf(line.label)?.value ?? null;
  if (own === null) return [];
  const above = groups.map(({ label }) => ordinalOf(label)?.value ?? 0);
  const [, ...inner] = above;
  return inner.length === 0 ? [key([], own)] : [key(inner, own), key(above, own)];
}

function key(above: readonly number[], own: number): string {
  return [...above, own].join('.');
}

/** The number in brackets that a corner names last: 5 of 第二十条第（五）项. */
function numberOf(corner: string): number {
  const numeral = [...corner.matchAll(/[（(]([^（）()]+)[）)]/g)].at(-1)?.[1] ?? '';
  return numeralValue(numeral) ?? 0;
}
