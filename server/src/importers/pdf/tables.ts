import { greatest, least } from '../../text/lists.ts';
import { joinLines, withoutWideSpaces } from '../joined-lines.ts';
import { linesOfWords, textOfLine } from './lines.ts';
import type { PdfPage, Ruling, Word } from './page.ts';

/** A table by its ruled lines: its cells as a grid, with the text of merged cells at their first place. */
export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly (readonly string[])[];
  readonly words: ReadonlySet<Word>;
}

/** Lines nearer than this are one, and ends nearer than this meet. */
const NEAR = 2.5;
/** Lines that reach further beyond the last one across them leave a side open. */
const OPEN = 8;
const MAX_LINES = 400;

/** The tables of a page, from the top. */
export function ruledTables(page: PdfPage): readonly RuledTable[] {
  const [across, down] = [merged(page.across), merged(page.down)];
  if (across.length > MAX_LINES || down.length > MAX_LINES) return [];
  return frames(across, down)
    .map((frame) => tableIn(frame, page.words))
    .filter((table) => table !== null)
    .sort((a, b) => a.top - b.top);
}

/** The lines with those put together that continue or double each other. */
function merged(rulings: readonly Ruling[]): readonly Ruling[] {
  const levels = clusters(rulings.map(({ at }) => at));
  const byLevel = new Map<number, Ruling[]>();
  for (const ruling of rulings) {
    const level = nearestOf(levels, ruling.at);
    const some = byLevel.get(level);
    if (some) some.push(ruling);
    else byLevel.set(level, [ruling]);
  }
  return [...byLevel].flatMap(([at, some]) => joinedRuns(at, some));
}

function joinedRuns(at: number, rulings: Ruling[]): readonly Ruling[] {
  const result: Ruling[] = [];
  for (const { from, to } of rulings.sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to + NEAR) result[result.length - 1] = { at, from: last.from, to: Math.max(last.to, to) };
    else result.push({ at, from, to });
  }
  return result;
}

/** The distinct values, those within `NEAR` of each other as one. */
function clusters(values: readonly number[]): readonly number[] {
  const result: number[] = [];
  let group: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const first = group[0];
    if (first !== undefined && value - first > NEAR) {
      result.push(middle(group));
      group = [];
    }
    group.push(value);
  }
  return group.length > 0 ? [...result, middle(group)] : result;
}

function middle(values: readonly number[]): number {
  return ((values[0] ?? 0) + (values.at(-1) ?? 0)) / 2;
}

function nearestOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const at = (low + high) >> 1;
    if (((sorted[at] ?? 0) + (sorted[at + 1] ?? 0)) / 2 < value) low = at + 1;
    else high = at;
  }
  return sorted[low] ?? value;
}

interface Frame {
  readonly across: readonly Ruling[];
  readonly down: readonly Ruling[];
}

/** The lines in groups that meet. */
function frames(across: readonly Ruling[], down: readonly Ruling[]): readonly Frame[] {
  const groups = new Groups(across.length + down.length);
  across.forEach((row, i) => {
    down.forEach((column, j) => {
      const meets = within(column.at, row) && within(row.at, column);
      if (meets) groups.join(i, across.length + j);
    });
  });
  const found = new Map<number, { across: Ruling[]; down: Ruling[] }>();
  const frameOf = (index: number) => {
    const id = groups.of(index);
    const frame = found.get(id) ?? { across: [], down: [] };
    found.set(id, frame);
    return frame;
  };
  for (const [i, ruling] of across.entries()) frameOf(i).across.push(ruling);
  for (const [j, ruling] of down.entries()) frameOf(across.length + j).down.push(ruling);
  return [...found.values()].filter((frame) => frame.across.length >= 2 && frame.down.length >= 2);
}

function within(value: number, { from, to }: Ruling): boolean {
  return value >= from - NEAR && value <= to + NEAR;
}

/** Numbers put together into groups. */
class Groups {
  readonly #parents: number[];

  constructor(count: number) {
    this.#parents = Array.from({ length: count }, (_, i) => i);
  }

  of(index: number): number {
    let at = index;
    for (let parent = this.#parents[at] ?? at; parent !== at; parent = this.#parents[at] ?? at) {
      this.#parents[at] = this.#parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.of(a), this.of(b)].sort((x, y) => x - y);
    if (first !== undefined && second !== undefined) this.#parents[second] = first;
  }
}

function tableIn(frame: Frame, words: readonly Word[]): RuledTable | null {
  const xs = edgesOf(frame.down, frame.across);
  const ys = edgesOf(frame.across, frame.down);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1) return null;
  const regions = regionsOf(frame, xs, ys);
  const inside = new Map<number, Word[]>();
  const taken = new Set<Word>();
  for (const word of words) {
    const column = slotOf(xs, (word.left + word.right) / 2);
    const row = slotOf(ys, (word.top + word.bottom) / 2);
    if (column === null || row === null) continue;
    const region = regions.of(row * columns + column);
    const some = inside.get(region);
    if (some) some.push(word);
    else inside.set(region, [word]);
    taken.add(word);
  }
  const texts = new Map([...inside].map(([region, some]) => [region, cellText(some)]));
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => texts.get(row * columns + column) ?? ''),
  );
  return { top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, rows: grid, words: taken };
}

/** Where the cells end: at the lines, and where the lines across them end, as at the foot of a page or an open side. */
function edgesOf(lines: readonly Ruling[], crossing: readonly Ruling[]): readonly number[] {
  const edges = clusters(lines.map(({ at }) => at));
  const [first = 0, last = 0] = [edges[0], edges.at(-1)];
  const [from, to] = [least(crossing.map((each) => each.from)), greatest(crossing.map((each) => each.to))];
  return [...(from < first - OPEN ? [from] : []), ...edges, ...(to > last + OPEN ? [to] : [])];
}

/** Which of the smallest cells, counted along the rows, belong together because no line parts them. A group is named by its first cell. */
function regionsOf(frame: Frame, xs: readonly number[], ys: readonly number[]): Groups {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const regions = new Groups(columns * rows);
  const parted = (rulings: readonly Ruling[], at: number, middle: number): boolean =>
    rulings.some((ruling) => Math.abs(ruling.at - at) <= NEAR && ruling.from <= middle && ruling.to >= middle);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [left = 0, right = 0, top = 0, bottom = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
      const cell = row * columns + column;
      if (column + 1 < columns && !parted(frame.down, right, (top + bottom) / 2)) regions.join(cell, cell + 1);
      if (row + 1 < rows && !parted(frame.across, bottom, (left + right) / 2)) regions.join(cell, cell + columns);
    }
  }
  return regions;
}

function slotOf(edges: readonly number[], value: number): number | null {
  const next = edges.findIndex((edge) => edge > value);
  return next <= 0 ? null : next - 1;
}

function cellText(words: readonly Word[]): string {
  return withoutWideSpaces(joinLines(linesOfWords(words).map(textOfLine)));
}
