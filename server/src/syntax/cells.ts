import type { IToken } from 'chevrotain';
import type { CellNode } from './tree.ts';
import { partOf } from './white-space.ts';

const TAB = 9;

/**
 * The cells of a row. TABs before its first cell each end a blank cell; white space before a bar that the row starts
 * with, and after one that it ends with, stands outside the table.
 * @param lineStart where the line starts
 * @param first the first cell, or the bar that the row starts with and the cell after it (`startsWithBar`)
 * @param others the further cells, each with the bar or TAB before it
 */
export function cellsOf(
  text: string,
  lineStart: number,
  first: IToken,
  startsWithBar: boolean,
  others: readonly IToken[],
): readonly CellNode[] {
  const inside = withoutOuterBar(text, startsWithBar ? [first, ...others] : others);
  const cells: CellNode[] = startsWithBar ? [] : firstCells(text, lineStart, first);
  for (const token of inside) cells.push(cell(text, token.startOffset + 1, token.startOffset + token.image.length));
  return cells;
}

function firstCells(text: string, lineStart: number, first: IToken): CellNode[] {
  const cells: CellNode[] = [];
  let start = lineStart;
  for (let at = lineStart; at < first.startOffset; at++) {
    if (text.charCodeAt(at) !== TAB) continue;
    cells.push(cell(text, start, at));
    start = at + 1;
  }
  cells.push(cell(text, start, first.startOffset + first.image.length));
  return cells;
}

/** The separators with their cells, but for a bar that is the row's last visible character and whatever follows it. */
function withoutOuterBar(text: string, tokens: readonly IToken[]): readonly IToken[] {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (!token) break;
    const { startOffset, image } = token;
    if (partOf(text, startOffset + 1, startOffset + image.length).text !== '') break;
    if (image.charCodeAt(0) !== TAB) return tokens.slice(0, i);
  }
  return tokens;
}

function cell(text: string, start: number, end: number): CellNode {
  const part = partOf(text, start, end);
  return { span: part.span, text: part.text, room: { start, end } };
}
