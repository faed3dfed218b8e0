import { joinLines, joinProse } from '../joined-lines.ts';
import type { Block } from '../source.ts';
import { visible } from '../visible.ts';

/** A block as its reader sees it, its text and each cell on one line; a no-break space in running text is the space that it shows. */
export function tidied(block: Block): Block {
  if (block.kind === 'paragraph')
    return { kind: 'paragraph', text: oneLine(block.text, joinProse).replaceAll('\u00a0', ' ') };
  return { kind: 'row', cells: block.cells.map((cell) => oneLine(cell, joinLines)) };
}

function oneLine(source: string, join: (lines: readonly string[]) => string): string {
  const text = visible(source);
  if (!/[\r\n\u2028\u2029]/.test(text)) return text.trim();
  const lines = text.split(/[\r\n\u2028\u2029]/).map((line) => line.trim());
  return join(lines.filter((line) => line !== ''));
}
