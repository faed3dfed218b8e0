import type { Forms } from '../forms/form.ts';
import { HEADING, JUNK as JUNK_COST, LABEL, TABLE, UNKNOWN_ROW, VALUES } from './costs.ts';
import { type Node, pruned, traced } from './nodes.ts';
import type { Occurrences, TermPlace } from './occurrences.ts';
import { orderCost, repeats } from './order.ts';
import { pageMarkEnd, type Run, runCost, runUntil } from './runs.ts';
import type { SearchStep, State, Step } from './steps.ts';
import { type Stream, Strength } from './stream.ts';
import { type SearchTable, termsOf } from './terms.ts';
import type { TitlePlace } from './title-places.ts';

/** A row without a label has so many digits at least, though it may have lost blank cells. */
const FEWEST_WIDE = 3;
/** A shorter label may be part of another. */
const SHORTEST_WHOLE = 4;
/** A report of 30 KB makes some hundred thousand. */
const MOST_OFFERS = 1_500_000;
const LONGEST_NOTE = 80;
/** Digits that are no year. */
const VALUES_INSIDE = /\d{3}(?!\d?年)/;
/** A bracket that has just opened: digits in it are those of a note. */
const OPEN_NOTE = /\([^()\d]{1,11}$/;
const LONGEST_OPEN = 12;
const PROSE: Step = { kind: 'prose' };
const JUNK: Step = { kind: 'junk' };
const NOTE: Step = { kind: 'note' };
const PAGE_MARK: Step = { kind: 'page-mark' };
const LEAVE: Step = { kind: 'leave' };

/**
 * The reading of a stream that costs least: an alternation of prose, headings and tables, each table with its lines in the
 * order of its form. `form` is the id of the edition that the report's year asks for, or null. Null where there is more to
 * choose from than in any report.
 */
export function search(
  stream: Stream,
  occurrences: Occurrences,
  forms: Forms,
  form: string | null,
): readonly SearchStep[] | null {
  const found = new Search(stream, occurrences, forms, form).run();
  return found && traced(found);
}

class Search {
  readonly #stream: Stream;
  readonly #found: Occurrences;
  readonly #tables: readonly SearchTable[];
  readonly #own: readonly boolean[];
  #offers = 0;
  readonly #nodes = new Map<number, Map<number, Node>>();

  constructor(stream: Stream, occurrences: Occurrences, forms: Forms, form: string | null) {
    this.#stream = stream;
    this.#found = occurrences;
    this.#tables = termsOf(forms).tables;
    const chosen = form === null ? null : forms.byId(form);
    this.#own = this.#tables.map(({ table }) => chosen === null || chosen.tables.includes(table));
  }

  run(): Node | null {
    const length = this.#stream.text.length;
    const start: Node = {
      at: 0,
      cost: 0,
      state: { table: -1, line: -1, filled: false, heading: 0 },
      before: null,
      step: null,
    };
    this.#nodes.set(0, new Map([[0, start]]));
    for (let at = 0; at < length; at++) {
      if (this.#offers > MOST_OFFERS) return null;
      const here = this.#nodes.get(at);
      if (!here) continue;
      const live = pruned(here);
      for (const node of live) if (node.state.table >= 0) this.#fromTable(node);
      for (const node of pruned(here)) if (node.state.table < 0) this.#fromProse(node);
      this.#nodes.delete(at);
    }
    const ends = [...(this.#nodes.get(length)?.values() ?? [start])];
    return ends.reduce((best, node) => (this.#atEnd(node) < this.#atEnd(best) ? node : best));
  }

  #atEnd(node: Node): number {
    return node.cost + (node.state.table >= 0 ? this.#unfilled(node) + TABLE.leave : 0);
  }

  #offer(before: Node, at: number, cost: number, state: State, step: Step): void {
    this.#offers++;
    const total = before.cost + cost;
    const key = ((state.table + 1) * 128 + state.line + 1) * 64 + (state.filled ? 32 : 0) + Math.min(31, state.heading);
    let here = this.#nodes.get(at);
    if (!here) {
      here = new Map();
      this.#nodes.set(at, here);
    }
    const known = here.get(key);
    if (!known || total < known.cost) here.set(key, { at, cost: total, state, before, step });
  }

  #fromProse(node: Node): void {
    const { at, state } = node;
    for (const place of this.#found.titles.get(at) ?? []) this.#heading(node, place, 0);
    for (const place of this.#found.terms.get(at) ?? []) this.#enter(node, place, 0);
    this.#enterWide(node);
    const next = this.#found.next[at] ?? at + 1;
    this.#offer(node, next, (this.#found.prose[next] ?? 0) - (this.#found.prose[at] ?? 0), state, PROSE);
  }

  #heading(node: Node, place: TitlePlace, more: number): void {
    const { ordinal } = place.section;
    const steps = ordinal - node.state.heading;
    const order = steps > 0 ? (steps - 1) * HEADING.skipped : HEADING.back;
    const state: State = { table: -1, line: -1, filled: false, heading: ordinal };
    this.#offer(node, place.to, place.cost + order + more, state, { kind: 'heading', place });
  }

  #enter(node: Node, place: TermPlace, more: number): void {
    const { table } = place.term;
    const own = this.#tables[table];
    if (!own) return;
    const isExpected = own.ordinal > 0 && own.ordinal === node.state.heading;
    const expected = node.state.filled ? TABLE.again : TABLE.expected;
    const cost = (isExpected ? expected : TABLE.unexpected) + (this.#own[table] ? 0 : TABLE.otherForm) + more;
    this.#term(node, place, { ...node.state, table, line: -1, filled: false }, cost, true);
  }

  /** A table that is nothing but the row without a label, right below its heading. */
  #enterWide(node: Node): void {
    const run = this.#found.runs.get(node.at);
    if (!run || node.step?.kind !== 'heading') return;
    this.#tables.forEach(({ table, ordinal, lines }, index) => {
      const wide = table.wideRow.length;
      if (wide === 0 || ordinal !== node.state.heading || run.digits < FEWEST_WIDE) return;
      const cost = TABLE.expected + (this.#own[index] ? 0 : TABLE.otherForm) + VALUES.wide + runCost(run, wide);
      const state = { ...node.state, table: index, line: lines.length - 1, filled: true };
      this.#offer(node, run.to, cost + Math.max(0, wide - run.digits) * VALUES.lacking, state, {
        kind: 'wide',
        table: index,
        run,
      });
    });
  }

  #term(node: Node, place: TermPlace, state: State, more: number, enters: boolean): void {
    const { term, to, cost } = place;
    const own = this.#tables[term.table];
    if (!own) return;
    if (term.line < 0) {
      this.#offer(node, to, cost + more, state, { kind: 'head', table: term.table, place, enters });
      return;
    }
    const isRepeated = repeats(own, state, term.line);
    const order = (isRepeated ? LABEL.repeated : orderCost(own, state.line, term.line)) + this.#amongHeads(node, place);
    const next: State = isRepeated ? state : { ...state, line: term.line, filled: false };
    this.#offer(node, to, cost + order + more, next, { kind: 'line', table: term.table, place, enters });
  }

  /** What it costs to read as a row's label, behind a head and on its line, what is a head as well. */
  #amongHeads({ at, step }: Node, { to, term }: TermPlace): number {
    if (step?.kind !== 'head' || (this.#stream.border[at] ?? 0) !== Strength.cell) return 0;
    const isHead = this.#found.terms
      .get(at)
      ?.some((each) => each.to === to && each.term.table === term.table && each.term.line < 0);
    return isHead ? LABEL.amongHeads : 0;
  }

  /** What it costs to leave a row without values; the blank cells behind it may be all of them. */
  #unfilled({ state, at }: Node): number {
    const count = this.#tables[state.table]?.counts[state.line] ?? 0;
    if (count === 0 || state.filled) return 0;
    return (this.#stream.blanks[at] ?? 0) >= count ? 0 : VALUES.none;
  }

  #fromTable(node: Node): void {
    const { at, state } = node;
    const own = this.#tables[state.table];
    if (!own) return;
    const unfilled = this.#unfilled(node);
    for (const place of this.#found.titles.get(at) ?? []) this.#heading(node, place, unfilled);
    for (const place of this.#found.terms.get(at) ?? []) {
      if (place.term.table === state.table) this.#term(node, place, state, place.term.line < 0 ? 0 : unfilled, false);
      else if (this.#tables[place.term.table]?.table.id !== own.table.id) this.#enter(node, place, unfilled);
    }
    const run = this.#found.runs.get(at);
    if (run) this.#values(node, own, run);
    const mark = pageMarkEnd(this.#stream, at);
    if (mark > at) this.#offer(node, mark, LABEL.note, state, PAGE_MARK);
    const note = this.#noteEnd(at);
    if (note > at) this.#offer(node, note, LABEL.note, state, NOTE);
    const next = this.#found.next[at] ?? at + 1;
    const junk = state.line < 0 ? this.#found.heads : this.#found.junk;
    this.#offer(node, next, (junk[next] ?? 0) - (junk[at] ?? 0), state, JUNK);
    this.#unknownRow(node, unfilled);
    const cell = this.#found.cells.get(at);
    if (cell !== undefined && !this.#holdsLabel(state.table, at, cell))
      this.#offer(node, cell, JUNK_COST.cell, state, JUNK);
    const isLast = own.counts.slice(state.line + 1).every((count) => count === 0);
    const leave = isLast && state.filled ? TABLE.leave : TABLE.leaveEarly;
    this.#offer(node, at, leave + unfilled, { table: -1, line: -1, filled: true, heading: state.heading }, LEAVE);
  }

  /** The label of a row that the form doesn't have, up to its values. */
  #unknownRow(node: Node, more: number): void {
    const { at, state } = node;
    if (state.line < 0 || this.#stream.text.charAt(at) === '。') return;
    const { text } = this.#stream;
    const limit = Math.min(text.length, at + UNKNOWN_ROW.longest);
    let end = at + 1;
    while (end < limit && !this.#startsValues(end)) {
      if (this.#found.titles.has(end) || text.charAt(end) === '。') return;
      end++;
    }
    if (end >= limit || end - at < 2 || this.#holdsLabel(state.table, at, end)) return;
    const cost = UNKNOWN_ROW.label + (end - at) * UNKNOWN_ROW.character + more;
    this.#offer(node, end, cost, { ...state, filled: true }, JUNK);
  }

  /** Whether a label of the table stands whole in a stretch, which then is none of a row that the form doesn't have. */
  #holdsLabel(table: number, from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      for (const place of this.#found.terms.get(at) ?? []) {
        const isWhole = (at === from && place.to === to) || place.to - at >= SHORTEST_WHOLE;
        if (isWhole && place.exact && place.to <= to && place.term.table === table && place.term.line >= 0) return true;
      }
    }
    return false;
  }

  /** Whether values begin at a place, other than the number of a label. */
  #startsValues(at: number): boolean {
    return this.#found.runs.has(at) && /\d/.test(this.#stream.text.charAt(at));
  }

  #values(node: Node, own: SearchTable, whole: Run): void {
    const { state } = node;
    const count = own.counts[state.line] ?? 0;
    const wide = own.table.wideRow.length;
    const inside = OPEN_NOTE.test(this.#stream.text.slice(Math.max(0, node.at - LONGEST_OPEN), node.at))
      ? VALUES.inNote
      : 0;
    for (const run of this.#endings(whole)) {
      if (count > 0 && !state.filled)
        this.#offer(
          node,
          run.to,
          runCost(run, count) + inside,
          { ...state, filled: true },
          { kind: 'values', table: state.table, run },
        );
      else
        this.#offer(
          node,
          run.to,
          VALUES.astray + run.digits * VALUES.astrayDigit,
          { ...state, filled: true },
          { kind: 'astray', table: state.table, run },
        );
      if (wide > 0 && state.line < 0 && run.digits >= FEWEST_WIDE)
        this.#offer(
          node,
          run.to,
          VALUES.wide + runCost(run, wide) + Math.max(0, wide - run.digits) * VALUES.lacking,
          { ...state, line: own.lines.length - 1, filled: true },
          { kind: 'wide', table: state.table, run },
        );
    }
  }

  /** A run whole, and up to each place in it where a label or heading begins. */
  #endings(run: Run): readonly Run[] {
    const endings = [run];
    const from = run.words[0]?.from ?? run.to;
    for (let at = from + 1; at < run.to; at++) {
      if (!this.#found.terms.has(at)) continue;
      const shorter = runUntil(this.#stream, run, at);
      if (shorter) endings.push(shorter);
    }
    return endings;
  }

  /** The end of a note in brackets that begins at a place; the place itself where none does. */
  #noteEnd(at: number): number {
    const { text } = this.#stream;
    const [opens, closes] = text.charAt(at) === '【' ? ['【', '】'] : ['(', ')'];
    if (text.charAt(at) !== opens) return at;
    let depth = 0;
    for (let i = at; i < Math.min(text.length, at + LONGEST_NOTE); i++) {
      const character = text.charAt(i);
      if (character === opens) depth++;
      else if (character === closes && --depth === 0) return VALUES_INSIDE.test(text.slice(at, i)) ? at : i + 1;
    }
    return at;
  }
}
