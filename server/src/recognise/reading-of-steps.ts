import type { FormLine, Forms } from '../forms/form.ts';
import { append, greatest, least } from '../text/lists.ts';
import { brokenness } from './broken-values.ts';
import { isOverOthers } from './heads-of-blocks.ts';
import type { Reading, ReadingLine, ReadingPart, Stretch, TablePart } from './reading.ts';
import type { Run } from './runs.ts';
import type { SearchStep } from './steps.ts';
import { type Stream, Strength, sourceValue } from './stream.ts';
import { type SearchTable, termsOf } from './terms.ts';

/** Fewer rows with values than that are no table, unless they are a good part of the form's. */
const FEWEST_ROWS = 3;
const FEWEST_SHARE = 0.4;
/** But with so many heads one row is a table. */
const FEWEST_HEADS = 5;
/** More lines than any form has, heads and rows of its own included, are no table. */
const MOST_LINES = 400;

/** The steps of a search as what they read: prose in one piece, tables line by line. */
export function readingOf(stream: Stream, steps: readonly SearchStep[], forms: Forms): Reading {
  const parts: ReadingPart[] = [];
  let table: TableBuilder | null = null;
  const closeTable = (): void => {
    const part = table?.finish();
    if (part) pushPart(parts, part);
    table = null;
  };
  for (const { from, to, step } of steps) {
    switch (step.kind) {
      case 'prose':
      case 'heading':
      case 'leave':
        closeTable();
        if (step.kind === 'heading') parts.push({ kind: 'heading', from, to, section: step.place.section });
        else if (step.kind === 'prose') pushPart(parts, { kind: 'prose', from, to });
        break;
      case 'page-mark':
        break;
      case 'junk':
      case 'note':
        table?.loose(from, to, step.kind === 'note');
        break;
      default: {
        const own = termsOf(forms).tables[step.table];
        if (!own) break;
        if ('enters' in step && step.enters) closeTable();
        table ??= new TableBuilder(stream, own, from);
        if (step.kind === 'line') table.line(step.place.term.line, { from, to });
        else if (step.kind === 'head') table.head({ from, to });
        else if ('run' in step) table.values(step.kind, step.run);
      }
    }
  }
  closeTable();
  return { parts, pageMarks: steps.filter(({ step }) => step.kind === 'page-mark').length };
}

/** Neighbouring prose is one part, and so is a table that goes on behind a short text. */
function pushPart(parts: ReadingPart[], part: ReadingPart): void {
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (last?.kind === 'prose' && before?.kind === 'table' && part.kind === 'table' && goesOn(before, last, part)) {
    const between: ReadingLine = { kind: 'loose', labels: [{ from: last.from, to: last.to }], line: null, cells: [] };
    parts.splice(-2, 2, { ...before, to: part.to, lines: [...before.lines, between, ...part.lines] });
  } else if (part.kind === 'prose' && last?.kind === 'prose') parts[parts.length - 1] = { ...last, to: part.to };
  else parts.push(part);
}

/** Whether a label stands there already, before the values of its row or above it as its group's. */
function isSaidAlready(line: FormLine, last: ReadingLine): boolean {
  if (last.line?.line === line.line) return last.cells.length === 0;
  return last.line?.groups.some(({ id }) => id === line.line.id) ?? false;
}

/** A line that heads may still be added to. */
interface DraftLine extends ReadingLine {
  readonly labels: Stretch[];
}

const LONGEST_BETWEEN = 60;

/** Whether the rows of a table follow those of the one before in the order of its form, with no more than a short text between. */
function goesOn(before: TablePart, between: Stretch, after: TablePart): boolean {
  if (before.table !== after.table || between.to - between.from > LONGEST_BETWEEN) return false;
  const { lines } = before.table;
  const places = (part: TablePart): readonly number[] =>
    part.lines.flatMap(({ line }) => (line ? [lines.indexOf(line)] : []));
  return greatest(places(before)) < least(places(after));
}

const NUMBER = /^\d+$/;

class TableBuilder {
  readonly #stream: Stream;
  readonly #own: SearchTable;
  readonly #from: number;
  readonly #lines: DraftLine[] = [];
  #to: number;

  constructor(stream: Stream, own: SearchTable, from: number) {
    this.#stream = stream;
    this.#own = own;
    this.#from = from;
    this.#to = from;
  }

  line(index: number, stretch: Stretch): void {
    const line = this.#own.lines[index] ?? null;
    const blanks = this.#stream.blanks[stretch.to] ?? 0;
    // A group's label may be that of a row in another form.
    const count = this.#own.counts[index] || (line?.block.columns.length ?? 0);
    const cells = count > 0 && blanks >= count ? Array.from({ length: count }, () => '') : [];
    this.#to = stretch.to;
    const at = this.#lines.findLastIndex((each) => each.kind === 'line');
    const last = this.#lines[at];
    if (last && line && isSaidAlready(line, last)) {
      // A row's label that comes again stands before its values.
      if (last.line?.line === line.line) {
        this.#lines.splice(at, 1);
        this.#lines.push(last);
      }
      return;
    }
    this.#lines.push({ kind: 'line', labels: [stretch], line, cells });
  }

  head(stretch: Stretch): void {
    const last = this.#lines.at(-1);
    const isBeside = last?.labels.at(-1)?.to === stretch.from && this.#stream.border[stretch.from] === Strength.cell;
    if (last?.kind === 'heads') last.labels.push(stretch);
    else if (last?.kind === 'loose' && last.cells.length === 0 && isBeside)
      this.#replaceLast({ ...last, kind: 'heads', labels: [...last.labels, stretch] });
    else this.#lines.push({ kind: 'heads', labels: [stretch], line: null, cells: [] });
    this.#to = stretch.to;
  }

  values(kind: 'values' | 'wide' | 'astray', run: Run): void {
    const cells = this.#cellsOf(run);
    const at = this.#lines.findLastIndex((line) => line.kind === 'line');
    const row = this.#lines[at];
    const last = this.#lines.at(this.#lines.at(-1)?.kind === 'heads' ? -2 : -1);
    if (kind === 'values' && row && !this.#isBelowOthers(row, at, run))
      this.#lines[at] = { ...row, cells, broken: brokenness(this.#stream, run) };
    else if (kind !== 'wide' && last?.kind === 'loose' && last.cells.length === 0)
      this.#lines[this.#lines.indexOf(last)] = { ...last, cells };
    else {
      const broken = kind === 'wide' ? brokenness(this.#stream, run) : null;
      this.#lines.push({ kind: kind === 'wide' ? 'wide' : 'loose', labels: [], line: null, cells, broken });
    }
    this.#to = run.to;
  }

  /**
   * Whether heads stand between a row's label and values that are those of other rows, or a text on the line of these; or any of both
   * behind the blank cells that are all of the row's own, or behind other values.
   */
  #isBelowOthers({ line, cells }: DraftLine, at: number, { words }: Run): boolean {
    const { table } = this.#own;
    const { text, border } = this.#stream;
    const between = this.#lines.slice(at + 1);
    const others = between.filter(({ labels }) => labels.length > 0);
    if (others.length > 0 && (cells.length > 0 || between.some((line) => line.cells.length > 0))) return true;
    const last = others.findLast(({ kind }) => kind === 'loose');
    const isOnLine = (border[words[0]?.from ?? 0] ?? 0) < Strength.line;
    if (last && isOnLine && (border[last.labels[0]?.from ?? 0] ?? 0) >= Strength.line) return true;
    const heads = others.flatMap(({ kind, labels }) => (kind === 'heads' ? labels : []));
    return heads.some(({ from, to }) => line && isOverOthers(text.slice(from, to), line.block, table));
  }

  /** What is none of the form's; a note in brackets belongs to the label before it. */
  loose(from: number, to: number, isNote: boolean): void {
    const last = this.#lines.at(-1);
    const label = last?.labels.at(-1);
    this.#to = to;
    if (NUMBER.test(this.#stream.text.slice(from, to))) {
      const cell = sourceValue(this.#stream, from, to);
      if (last?.kind === 'loose') this.#replaceLast({ ...last, cells: [...last.cells, cell] });
      else this.#lines.push({ kind: 'loose', labels: [], line: null, cells: [cell] });
      return;
    }
    if (last && label && label.to === from && (isNote || last.kind === 'loose'))
      this.#replaceLast({ ...last, labels: last.labels.with(-1, { from: label.from, to }) });
    else if (last?.kind === 'heads') append(last.labels, this.#parted(from, to));
    else this.#lines.push({ kind: 'loose', labels: [{ from, to }], line: null, cells: [] });
  }

  /** A stretch parted at the borders of cells and lines. */
  #parted(from: number, to: number): readonly Stretch[] {
    const cuts = [from];
    for (let i = from + 1; i < to; i++) if ((this.#stream.border[i] ?? 0) >= Strength.cell) cuts.push(i);
    return cuts.map((cut, i) => ({ from: cut, to: cuts[i + 1] ?? to }));
  }

  #replaceLast(line: DraftLine): void {
    this.#lines[this.#lines.length - 1] = line;
  }

  #cellsOf({ words, to }: Run): readonly string[] {
    const { blanks, leading } = this.#stream;
    const blank = (count: number): readonly string[] => Array.from({ length: count }, () => '');
    const first = words[0]?.from ?? to;
    return [
      ...blank(leading[first] ?? 0),
      ...words.flatMap((word, i) => [
        ...(i > 0 ? blank(blanks[word.from] ?? 0) : []),
        sourceValue(this.#stream, word.from, word.to),
      ]),
      ...blank(blanks[to] ?? 0),
    ];
  }

  /** The table; as prose where it is too little of one. */
  finish(): ReadingPart | null {
    const stretch = { from: this.#from, to: this.#to };
    const rows = this.#lines.filter(({ kind, cells }) => (kind === 'line' || kind === 'wide') && cells.length > 0);
    const whole = this.#own.counts.filter((count) => count > 0).length;
    const isWide = rows.some(({ kind }) => kind === 'wide');
    const heads = this.#lines.reduce((sum, { kind, labels }) => sum + (kind === 'heads' ? labels.length : 0), 0);
    const isLong = this.#lines.length > MOST_LINES;
    const isTable =
      !isLong &&
      (isWide ||
        (rows.length > 0 && heads >= FEWEST_HEADS) ||
        rows.length >= FEWEST_ROWS ||
        rows.length >= whole * FEWEST_SHARE);
    return isTable
      ? { kind: 'table', ...stretch, table: this.#own.table, lines: this.#lines }
      : { kind: 'prose', ...stretch };
  }
}
