import type { Span } from '../text/span.ts';
import type { CellNode } from './tree.ts';
import { partOf, trimmed } from './white-space.ts';

const TAB = 9;
const BAR = 124;
const WIDE_BAR = 0xff5c;

/**
 * The cells of a row, which starts and ends at these offsets: the places between its bars and TABs. A bar that is the
 * row's first or last visible character has no cell outside it, and a TAB that only white space parts from a bar is white
 * space itself.
 */
export function cellsOf(text: string, start: number, end: number): readonly CellNode[] {
  const separators = separatorsIn(text, start, end);
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

/** The blank cell behind the last bar of a row that ends with it. */
export function cellAfter(text: string, { start, end }: Span): CellNode {
  return cell(text, (separatorsIn(text, start, end).at(-1) ?? end - 1) + 1, end);
}

function separatorsIn(text: string, start: number, end: number): readonly number[] {
  const all: number[] = [];
  let tabs = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== BAR && code !== TAB && code !== WIDE_BAR) continue;
    if (code === TAB) tabs++;
    all.push(at);
  }
  return tabs === 0 || tabs === all.length ? all : withoutPadding(text, all);
}

/** The separators but for the TABs beside a bar. */
function withoutPadding(text: string, all: readonly number[]): readonly number[] {
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

/** A text as a cell can hold it: its bars become broken ones. */
export function withoutBars(text: string): string {
  return text.replace(/[|｜]/g, '¦');
}

function isBarCode(code: number): boolean {
  return code === BAR || code === WIDE_BAR;
}

/** Whether a bar, of either width, stands at the offset. */
export function isBar(text: string, at: number): boolean {
  return isBarCode(text.charCodeAt(at));
}

function isBlank(text: string, start: number, end: number): boolean {
  return partOf(text, start, end).text === '';
}

function isOuterBar(text: string, outside: CellNode | undefined, separator: number | undefined): boolean {
  return outside?.text === '' && separator !== undefined && isBar(text, separator);
}

function cell(text: string, start: number, end: number): CellNode {
  const span = trimmed(text, start, end);
  return { span, text: text.slice(span.start, span.end), room: { start, end } };
}
