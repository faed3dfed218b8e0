import type { Border, Token } from '../../recognise/token.ts';
import type { Block } from '../source.ts';

/** The blocks of a source as tokens, in their order. */
export function tokensOf(blocks: readonly Block[]): readonly Token[] {
  let parted = false;
  return blocks.flatMap((block): readonly Token[] => {
    const border: Border = parted ? 'blank-line' : 'line';
    parted = false;
    if (block.kind === 'row')
      return block.cells.map((text, i) => ({ text, border: i === 0 ? border : 'cell', isCell: true }));
    if (block.text.trim() === '') {
      parted = true;
      return [];
    }
    return [{ text: block.text, border, isCell: false }];
  });
}
