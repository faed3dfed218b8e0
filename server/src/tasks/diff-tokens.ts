// A report cut into what is compared and merged: sentences, headings, rows with their cells.
import type { Report, Section, TableLine } from '../report/report.ts';
import { isSilent } from '../syntax/lines.ts';
import type { CellNode, Entry, Line, RowLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { readCell } from '../text/cell-value.ts';
import type { Span } from '../text/span.ts';

/** A stretch of a report's text. The texts of all tokens, one after the other, are the whole text. */
export interface Token {
  /** What it is known by in other versions of the report; occurs again where the text repeats itself. */
  readonly id: string;
  readonly kind: 'break' | 'sentence' | 'heading' | 'comment' | 'row' | 'entry';
  /** How much it counts that it is found again. */
  readonly weight: number;
  readonly span: Span;
  /** What stands before, between and after the cells: one more than there are cells. */
  readonly pieces: readonly string[];
  readonly cells: readonly TokenCell[];
}

/** A part of a token that may change while the token stays the same one: the value of a row, the title of a part. */
export interface TokenCell {
  readonly key: string;
  /** As written, with the white space around it. */
  readonly room: string;
  /** What it says: the same for all ways of writing it. */
  readonly says: string;
}

const WEIGHTS: Readonly<Record<Token['kind'], number>> = {
  break: 1,
  sentence: 8,
  comment: 8,
  row: 40,
  entry: 40,
  heading: 400,
};

const SENTENCE = /[^。！？；!?;]*[。！？；!?;]+[”’」』）)】》"']*|[^。！？；!?;]+$/g;

/** The text of a token as it stands in its report. */
export function textOf({ pieces, cells }: Pick<Token, 'pieces' | 'cells'>): string {
  return pieces.map((piece, i) => piece + (cells[i]?.room ?? '')).join('');
}

/** The tokens of a report, in order. */
export function tokensOf(report: Report): readonly Token[] {
  const tokens = new Tokens(report);
  for (const { entry } of report.frontMatter) tokens.entry(entry);
  for (const line of report.tree.lines) tokens.line(line);
  return tokens.end();
}

class Tokens {
  readonly #text: string;
  readonly #rows: ReadonlyMap<RowLine, RowParts>;
  readonly #sections: ReadonlyMap<Line, Section>;
  readonly #seen = new Map<string, number>();
  readonly #tokens: Token[] = [];
  /** Up to where the text has its tokens. */
  #at = 0;

  constructor(report: Report) {
    this.#text = report.tree.text;
    this.#rows = rowsOf(report);
    this.#sections = new Map(report.sections.map((section) => [section.line, section]));
  }

  entry({ span, key, value }: Entry): void {
    const at = value ?? { span: { start: span.end, end: span.end }, text: '' };
    this.#add('entry', this.#numbered(`entry ${canonical(key.text)}`), span, [
      { key: 'value', room: at.span, says: canonical(at.text) },
    ]);
  }

  line(line: Line): void {
    const { span } = line;
    if (span.start < this.#at) return;
    if (line.kind === 'row') {
      const { id, cells } = this.#rows.get(line) ?? looseRow(line);
      this.#add('row', this.#numbered(id), span, cells);
    } else if (line.kind === 'section') this.#section(span, this.#sections.get(line) ?? null);
    else if (line.kind === 'title') this.#add('heading', this.#spelt(span), span);
    else if (isSilent(line)) this.#add(line.kind === 'blank' ? 'break' : 'comment', this.#spelt(span), span);
    else this.#sentences(span);
  }

  end(): readonly Token[] {
    this.#between(this.#text.length);
    return this.#tokens;
  }

  /** A heading: that of a part of the form stays the same one when its title changes. */
  #section(span: Span, section: Section | null): void {
    const end = section?.inlineText?.span.start ?? span.end;
    const heading = { start: span.start, end };
    const says = this.#spelt(heading);
    const { definition } = section ?? {};
    if (definition) {
      const cell = { key: 'title', room: heading, says };
      this.#add('heading', this.#numbered(`section ${definition.id}`), heading, [cell]);
    } else this.#add('heading', says, heading);
    this.#sentences({ start: end, end: span.end });
  }

  #sentences(span: Span): void {
    for (const each of sentencesIn(this.#text, span)) this.#add('sentence', this.#spelt(each), each);
  }

  #add(kind: Token['kind'], id: string, span: Span, cells: readonly PlacedCell[] = []): void {
    this.#between(span.start);
    if (span.start < span.end) this.#tokens.push(tokenOf(this.#text, kind, id, span, cells));
    this.#at = span.end;
  }

  /** What stands between lines: line breaks, and the bars of front matter. */
  #between(end: number): void {
    for (const { 0: image, index } of this.#text.slice(this.#at, end).matchAll(/\r\n|\n|\r|[^\r\n]+/g)) {
      const start = this.#at + index;
      const spelt = canonical(image);
      const kind = spelt === '' ? 'break' : 'sentence';
      this.#tokens.push(tokenOf(this.#text, kind, spelt || '\n', { start, end: start + image.length }, []));
    }
    this.#at = end;
  }

  #spelt({ start, end }: Span): string {
    return canonical(this.#text.slice(start, end));
  }

  /** An id that is there once: of several the later ones get numbers. */
  #numbered(id: string): string {
    const count = (this.#seen.get(id) ?? 0) + 1;
    this.#seen.set(id, count);
    return count === 1 ? id : `${id} #${count}`;
  }
}

interface PlacedCell {
  readonly key: string;
  readonly room: Span;
  readonly says: string;
}

interface RowParts {
  readonly id: string;
  readonly cells: readonly PlacedCell[];
}

function tokenOf(text: string, kind: Token['kind'], id: string, span: Span, placed: readonly PlacedCell[]): Token {
  const pieces: string[] = [];
  let at = span.start;
  for (const { room } of placed) {
    pieces.push(text.slice(at, room.start));
    at = room.end;
  }
  pieces.push(text.slice(at, span.end));
  const cells = placed.map(({ key, room, says }) => ({ key, says, room: text.slice(room.start, room.end) }));
  return { id, kind, weight: WEIGHTS[kind], span, pieces, cells };
}

/** The sentences of a stretch of a line, with the white space around them. */
function sentencesIn(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(SENTENCE)].map(({ 0: image, index }) => ({
    start: start + index,
    end: start + index + image.length,
  }));
}

/** The rows of the form's tables, by their lines. */
function rowsOf({ tables }: Report): ReadonlyMap<RowLine, RowParts> {
  const rows = new Map<RowLine, RowParts>();
  const copies = new Map<string, number>();
  for (const table of tables) {
    const copy = (copies.get(table.definition.id) ?? 0) + 1;
    copies.set(table.definition.id, copy);
    const byLine = Map.groupBy(table.lines, ({ line }) => line);
    for (const [line, parts] of byLine)
      rows.set(line, boundRow(line, parts, table.definition.id + (copy > 1 ? `@${copy}` : '')));
  }
  return rows;
}

function boundRow(line: RowLine, parts: readonly TableLine[], name: string): RowParts {
  const [first] = parts;
  switch (first?.kind) {
    case 'value': {
      const values = parts.filter((part) => part.kind === 'value');
      const id = `${name} row ${values.map(({ row }) => row.id).join('+')}`;
      if (first.misfit) return { id, cells: byPlace(first.misfit.found) };
      const cells = values.flatMap(({ row, cells }) =>
        cells.map(({ node, column }) => placed(`${row.id}.${column.id}`, node)),
      );
      return { id, cells };
    }
    case 'group':
      return { id: `${name} group ${first.group.id}`, cells: byPlace(first.surplus) };
    case 'header':
      return { id: `${name} head ${first.block?.id ?? ''}`, cells: [] };
    case 'unknown': {
      const { label, values } = first;
      return { id: `${name} other ${canonical(label?.text ?? '')}`, cells: byPlace(values) };
    }
    default:
      return { ...looseRow(line), cells: [] };
  }
}

/** A row of no table of the form: known by its first text and by how many cells it has. */
function looseRow({ cells }: RowLine): RowParts {
  const first = cells.findIndex(({ text }) => text !== '');
  const rest = cells.slice(first + 1);
  return {
    id: `@loose ${canonical(cells[first]?.text ?? '')} ${rest.length}`,
    cells: rest.map((node, i) => placed(`${i}`, node)),
  };
}

function byPlace(nodes: readonly CellNode[]): readonly PlacedCell[] {
  return nodes.map((node, i) => placed(`${i}`, node));
}

function placed(key: string, { room, text }: CellNode): PlacedCell {
  return { key, room, says: saidBy(text) };
}

/** Whether a token is a row of the form that holds as many values as the form has, or none: its values are compared place by place, its labels are the form's. */
export function isFormRow({ id, kind, cells }: Token): boolean {
  return kind === 'row' && /^[^@ ]+ (?:row|group|head) /.test(id) && cells.every(({ key }) => key.includes('.'));
}

/** What a cell says, whichever way it is written: a number, nothing, or a text. */
export function saidBy(text: string): string {
  const reading = readCell(text);
  return reading.kind === 'number' ? String(reading.value) : reading.kind === 'blank' ? '' : canonical(text);
}
