import type { CellNode } from './tree.ts';
import { isWhite, partOf } from './white-space.ts';

const TAB = 9;

/**
 * The cells of a row: the places between its separators. A bar that is the row's first or last visible character has no
 * cell outside it, and a TAB that only white space parts from a bar is white space itself.
 * @param start where the line starts
 * @param end where it ends
 * @param visible the offsets of the bars and TABs after the line's leading white space, in order
 */
export function cellsOf(text: string, start: number, end: number, visible: readonly number[]): readonly CellNode[] {
  const separators = withoutPadding(text, [...leadingTabs(text, start), ...visible]);
  const cells: CellNode[] = [];
  let from = start;
  for (const separator of separators) {
    cells.push(cell(text, from, separator));
    from = separator + 1;
  }
  cells.push(cell(text, from, end));
  if (isOuterBar(text, cells.at(-1), separators.at(-1))) cells.pop();
  if (isOuterBar(text, cells[0], separators[0])) cells.shift();
  return cells;
}

function leadingTabs(text: string, start: number): readonly number[] {
  const tabs: number[] = [];
  for (let at = start; isWhite(text.charCodeAt(at)); at++) if (text.charCodeAt(at) === TAB) tabs.push(at);
  return tabs;
}

/** The separators but for the TABs beside a bar. */
function withoutPadding(text: string, all: readonly number[]): readonly number[] {
  const tabs = all.filter((at) => !isBar(text, at)).length;
  if (tabs === 0 || tabs === all.length) return all;
  const padding = new Set<number>();
  for (const order of [all, all.toReversed()]) {
    let besideBar = false;
    let previous = order[0] ?? 0;
    for (const at of order) {
      if (isBar(text, at)) besideBar = true;
      else if (besideBar && isBlank(text, Math.min(previous, at) + 1, Math.max(previous, at))) padding.add(at);
      else besideBar = false;
      previous = at;
    }
  }
  return all.filter((at) => !padding.has(at));
}

function isBar(text: string, at: number): boolean {
  return text.charCodeAt(at) !== TAB;
}

function isBlank(text: string, start: number, end: number): boolean {
  return partOf(text, start, end).text === '';
}

function isOuterBar(text: string, outside: CellNode | undefined, separator: number | undefined): boolean {
  return outside?.text === '' && separator !== undefined && isBar(text, separator);
}

function cell(text: string, start: number, end: number): CellNode {
  const part = partOf(text, start, end);
  return { span: part.span, text: part.text, room: { start, end } };
}
