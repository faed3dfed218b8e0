import { canonical } from '../../text/canonical.ts';
import { greatest } from '../../text/lists.ts';
import { joinProse, withoutStraySpaces } from '../joined-lines.ts';
import type { Block } from '../source.ts';
import { joinedOverPages } from './continued.ts';
import { linesOfWords, textOfLine, type WordLine } from './lines.ts';
import type { PdfPage } from './page.ts';
import { type RuledTable, ruledTables } from './tables.ts';

/** The blocks of a PDF file in reading order. */
export interface Flow {
  readonly blocks: readonly Block[];
  /** How many page numbers, page headers and footers were left out. */
  readonly margins: number;
  /** The same line by line, without regard to tables. */
  readonly lines: readonly string[];
}

/** Parts of the height of a page, at top and bottom, in which page numbers and running heads stand. */
const MARGIN = 0.09;
/** The same where official documents leave 35 mm of 297 blank below their text, with page numbers between dashes (GB/T 9704). */
const BLANK = 0.12;
const DASHED_NUMBER = /^[-–—－]\d{1,4}[-–—－]$/;
const PAGE_NUMBER = /^(?:[-–—－·~]?\d{1,4}[-–—－·~]?|第?\d{1,4}页?[/／,，]?共?\d{1,4}页?|第\d{1,4}页)$/;
const RUNNING_HEADS = 3;
/** In widths of a Chinese character. */
const NEAR_EDGE = 1.7;
const INDENT = 0.8;
/** Of the page, for a line to be a full one. */
const LEAST_WIDTH = 0.6;
const SAME_SIZE = 1.2;

type Item =
  | { readonly kind: 'line'; readonly line: WordLine; readonly text: string; readonly top: number }
  | { readonly kind: 'table'; readonly table: RuledTable; readonly top: number };

/** Puts a file's pages together: ruled tables become rows, wrapped lines paragraphs, also from one page to the next. */
export function flowOf(pages: readonly PdfPage[]): Flow {
  const items = pages.map(itemsOf);
  const repeated = runningHeads(pages, items);
  let margins = 0;
  const kept = items.map((some, i) =>
    some.filter((item) => {
      if (item.kind === 'table') return true;
      const isRunning = isInMargin(item, pages[i], MARGIN) && (isPageNumber(item.text) || repeated.has(item.text));
      const drop = isRunning || (isInMargin(item, pages[i], BLANK) && DASHED_NUMBER.test(canonical(item.text)));
      if (drop) margins++;
      return !drop;
    }),
  );
  const all = kept.flat();
  const lines = all.flatMap((item) =>
    item.kind === 'line' ? [item.text] : item.table.rows.map((row) => row.join(' ')),
  );
  return { blocks: blocksOf(all, edgesOf(all, greatest(pages.map(({ width }) => width)))), lines, margins };
}

function itemsOf(page: PdfPage): readonly Item[] {
  const tables = ruledTables(page);
  const inTables = new Set(tables.flatMap(({ words }) => [...words]));
  const lines = linesOfWords(page.words.filter((word) => !inTables.has(word)));
  return [
    ...tables.map((table): Item => ({ kind: 'table', table, top: table.top })),
    ...lines.map((line): Item => ({ kind: 'line', line, text: textOfLine(line), top: line.top })),
  ].sort((a, b) => a.top - b.top);
}

function isInMargin({ top }: Item, page: PdfPage | undefined, part: number): boolean {
  const height = page?.height ?? 0;
  return top < height * part || top > height * (1 - part);
}

function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(canonical(text));
}

/** Lines that stand in the margins of several pages. */
function runningHeads(pages: readonly PdfPage[], items: readonly (readonly Item[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  items.forEach((some, i) => {
    const texts = some.flatMap((item) =>
      item.kind === 'line' && isInMargin(item, pages[i], MARGIN) ? [item.text] : [],
    );
    for (const text of new Set(texts)) counts.set(text, (counts.get(text) ?? 0) + 1);
  });
  const enough = Math.max(RUNNING_HEADS, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([text]) => text));
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Where full lines of the text begin and end; where no line is long, none is full. */
function edgesOf(items: readonly Item[], width: number): Edges {
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const widest = greatest([0, ...lines.map(({ left, right }) => right - left)]);
  const full = lines.filter(({ left, right }) => right - left > widest * 0.7);
  const right = commonest(full.map((line) => line.right));
  return {
    left: commonest(full.map((line) => line.left)),
    right: right > width * LEAST_WIDTH ? right : Number.POSITIVE_INFINITY,
  };
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const rounded = Math.round(value / 2) * 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].reduce<readonly [number, number]>((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

function blocksOf(items: readonly Item[], edges: Edges): readonly Block[] {
  const blocks: Block[] = [];
  let open: WordLine[] = [];
  let rows: RuledTable['rows'] = [];
  const finish = (): void => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', text: withoutStraySpaces(joinProse(open.map(textOfLine))) });
    for (const cells of rows) blocks.push({ kind: 'row', cells });
    [open, rows] = [[], []];
  };
  for (const item of items) {
    if (item.kind === 'table') {
      if (open.length > 0) finish();
      rows = rows.length > 0 ? joinedOverPages(rows, item.table.rows) : item.table.rows;
    } else {
      const last = open.at(-1);
      if (!last || !continues(last, item.line, edges)) finish();
      open.push(item.line);
    }
  }
  finish();
  return blocks;
}

/** Whether a line was only broken off at the right edge, so that the next goes on with it. */
function continues(line: WordLine, next: WordLine, { left, right }: Edges): boolean {
  const size = Math.max(line.size, 1);
  const isFull = line.right >= right - NEAR_EDGE * size;
  const isIndented = next.left > left + INDENT * size;
  return isFull && !isIndented && Math.abs(line.size - next.size) < SAME_SIZE * 2;
}
