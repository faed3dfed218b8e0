import type { Forms } from '../forms/form.ts';
import { JUNK, LABEL, PROSE } from './costs.ts';
import { type Run, runAt, VALUE_START } from './runs.ts';
import { type Stream, Strength } from './stream.ts';
import { type Term, termsOf } from './terms.ts';
import { type TitlePlace, titlePlaces } from './title-places.ts';

/** A label or head where it stands. */
export interface TermPlace {
  readonly to: number;
  readonly term: Term;
  readonly cost: number;
  readonly exact: boolean;
}

/** What may begin at the places of a stream, found in one pass. */
export interface Occurrences {
  readonly terms: ReadonlyMap<number, readonly TermPlace[]>;
  readonly titles: ReadonlyMap<number, readonly TitlePlace[]>;
  readonly runs: ReadonlyMap<number, Run>;
  /** Where the cell of a table ends that begins at a place, if it holds a text. */
  readonly cells: ReadonlyMap<number, number>;
  /** The next place where anything begins, by the place before it. */
  readonly next: Int32Array;
  /** What the characters before each place cost as prose, and as nothing that a table has. */
  readonly prose: Float64Array;
  readonly junk: Float64Array;
  /** The same among the heads of a table, where other texts stand as well. */
  readonly heads: Float64Array;
}

/** Everything that the forms know of a stream, with places found by other means (`more`). */
export function occurrencesIn(
  stream: Stream,
  forms: Forms,
  more: ReadonlyMap<number, readonly TermPlace[]> = new Map(),
): Occurrences {
  const { text } = stream;
  const { labels, tables } = termsOf(forms);
  const terms = new Map<number, TermPlace[]>();
  const cells = textCells(stream);
  const numbered = numberedHeads(stream, cells);
  const runs = new Map<number, Run>();
  const ends = new Set<number>();
  let [runEnd, cellEnd, isOther] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const own: TermPlace[] = [...(more.get(i) ?? [])];
    // In a cell that begins with something else a label is but a part of another.
    const inside = i < cellEnd && isOther ? LABEL.insideCell : 0;
    labels.match(text, i, (to, found) => {
      for (const term of found) own.push({ to, term, cost: term.cost + inside, exact: inside === 0 });
    });
    const head = numbered.get(i);
    if (head !== undefined)
      tables.forEach(
        (_, table) =>
          void own.push({ to: head, term: { table, line: -1, cost: LABEL.head }, cost: LABEL.head, exact: true }),
      );
    if (own.length > 0) terms.set(i, own);
    for (const { to } of own) ends.add(to);
    const cell = cells.get(i);
    if (cell !== undefined) [cellEnd, isOther] = [cell, own.length === 0 && runAt(stream, i) === null];
    if (!VALUE_START.test(text.charAt(i)) || (i < runEnd && !ends.has(i))) continue;
    const run = runAt(stream, i);
    if (!run) continue;
    runs.set(i, run);
    runEnd = Math.max(runEnd, run.to);
  }
  const titles = Map.groupBy(titlePlaces(stream, forms), ({ from }) => from);
  const isEvent = (i: number): boolean => terms.has(i) || titles.has(i) || runs.has(i);
  return { terms, titles, runs, cells, next: nextEvents(text.length, isEvent), ...characterCosts(text) };
}

/** Longer texts are read character by character. */
const LONGEST_CELL = 12;

/** The cells of tables that hold more than a value, from where they begin to where they end: a border of cells stands beside them, and none inside. */
function textCells({ tokens, token, text, border }: Stream): ReadonlyMap<number, number> {
  const cells = new Map<number, number>();
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && (border[to] ?? 0) < Strength.cell) to++;
    const isCell =
      border[from] === Strength.cell || border[to] === Strength.cell || tokens[token[from] ?? 0]?.isCell === true;
    if (isCell && to - from <= LONGEST_CELL && /[^\d.,%+-]/.test(text.slice(from, to))) cells.set(from, to);
    from = to;
  }
  return cells;
}

/** The first two of them where nothing parts them. */
const COUNTED = /(\p{Script=Han}{1,6}?)1\1(?=2)/gu;
const NUMBERED = /^(\D{1,6})(\d{1,2})$/;

/** Heads that only count the columns, 数据1 beside 数据2: cells that differ from a neighbour in being one more or less, or a text that counts from 1. */
function numberedHeads({ text }: Stream, cells: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const heads = new Map<number, number>();
  let last: { from: number; to: number; stem: string; number: number } | null = null;
  for (const [from, to] of cells) {
    const [, stem = '', number = ''] = NUMBERED.exec(text.slice(from, to)) ?? [];
    const own = stem === '' ? null : { from, to, stem, number: Number(number) };
    if (own && last?.to === from && last.stem === stem && last.number + 1 === own.number) {
      heads.set(last.from, last.to);
      heads.set(from, to);
    }
    last = own;
  }
  for (const { index, 1: stem = '' } of text.matchAll(COUNTED)) {
    for (let [from, number] = [index, 1]; text.startsWith(`${stem}${number}`, from); number++) {
      const to = from + stem.length + String(number).length;
      heads.set(from, to);
      from = to;
    }
  }
  return heads;
}

function nextEvents(length: number, isEvent: (i: number) => boolean): Int32Array {
  const next = new Int32Array(length + 1).fill(length);
  for (let i = length - 1; i >= 0; i--) next[i] = i + 1 < length && isEvent(i + 1) ? i + 1 : (next[i + 1] ?? length);
  return next;
}

function characterCosts(text: string): Pick<Occurrences, 'prose' | 'junk' | 'heads'> {
  const prose = new Float64Array(text.length + 1);
  const junk = new Float64Array(text.length + 1);
  const heads = new Float64Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i));
    prose[i + 1] = (prose[i] ?? 0) + (kind === 'sentence' ? PROSE.mark : PROSE[kind]);
    junk[i + 1] = (junk[i] ?? 0) + JUNK[kind];
    heads[i + 1] = (heads[i] ?? 0) + (kind === 'ideograph' ? PROSE.ideograph : JUNK[kind]);
  }
  return { prose, junk, heads };
}

function kindOf(code: number): Exclude<keyof typeof JUNK, 'cell'> {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if (code >= 0x3400 && code <= 0x9fff) return 'ideograph';
  return code === 0x3002 || code === 0x2c || code === 0x21 || code === 0x3f ? 'sentence' : 'mark';
}
