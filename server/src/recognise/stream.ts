import { canonical, QUOTE, SPACE } from '../text/canonical.ts';
import type { Token } from './token.ts';
import { borders } from './token.ts';

/**
 * The characters of a source in the one spelling in which labels are looked for, each with its place in the source and with
 * what parts it from the one before. White space, bars and quotes are no characters of it.
 */
export interface Stream {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** The index of the token that each character comes from; one more entry closes it, as in those below. */
  readonly token: Int32Array;
  /** Where in its token's text it stands (UTF-16). */
  readonly offset: Int32Array;
  /** How strong the border before it is (`Strength`). */
  readonly border: Uint8Array;
  /** How many blank cells stand between it and the one before; where lines part them, on the line of the one before. */
  readonly blanks: Uint16Array;
  /** How many stand before it on its own line, if it is the first there; else as `blanks`. */
  readonly leading: Uint16Array;
}

/** Borders as numbers that grow with their strength. */
export const Strength = { none: 0, space: 1, wideSpace: 2, cell: 3, line: 4, blankLine: 5 } as const;

const MOST_BLANKS = 200;
const IS_QUOTE = new RegExp(QUOTE);
const IS_SPACE = new RegExp(SPACE);
const OPENING = /^[“‘「『〝*#]$/;
/** Stands for a comma between cells, which is none of the text. */
export const SEPARATOR = '\u241f';
const BAR = new RegExp(`^[\\t|｜│┃║${SEPARATOR}]$`);
const BORDER = new RegExp(`[\\s|｜│┃║${SEPARATOR}]`);
/** Marks of Markdown, which show nothing. */
const MARKUP = /^[*#]$/;

const Kind = { character: 0, nothing: 1, space: 2, wideSpace: 3, bar: 4, lineBreak: 5, unknown: 255 } as const;

const kinds = new Uint8Array(0x10000).fill(Kind.unknown);
const spellings: string[] = [];

function learn(code: number): void {
  const character = String.fromCharCode(code);
  kinds[code] = kindOf(character);
  spellings[code] = kinds[code] === Kind.character ? spell(character) : '';
  if (spellings[code] === '' && kinds[code] === Kind.character) kinds[code] = Kind.nothing;
}

function kindOf(character: string): number {
  if (/[\n\r\f\u2028\u2029\u0085]/.test(character)) return Kind.lineBreak;
  if (character === '\u3000') return Kind.wideSpace;
  if (BAR.test(character)) return Kind.bar;
  if (IS_SPACE.test(character)) return Kind.space;
  return IS_QUOTE.test(character) || MARKUP.test(character) ? Kind.nothing : Kind.character;
}

function spell(character: string): string {
  return canonical(character).replace(/[、;]/g, ',');
}

/** A text in the spelling of streams. */
export function spelt(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (kinds[code] === Kind.unknown) learn(code);
    result += spellings[code];
  }
  return result;
}

/** The stream of tokens. Linear in the length of their texts. */
export function streamOf(tokens: readonly Token[]): Stream {
  const builder = new StreamBuilder();
  tokens.forEach((token, i) => void builder.add(token, i));
  return builder.finish(tokens);
}

class StreamBuilder {
  readonly #parts: string[] = [];
  readonly #token: number[] = [];
  readonly #offset: number[] = [];
  readonly #border: number[] = [];
  readonly #blanks: number[] = [];
  #strength: number = Strength.blankLine;
  readonly #leading: number[] = [];
  #blankCells = 0;
  #bars = 0;
  /** The blank cells before the last line border; -1 where there is none. */
  #closed = -1;
  #spaces = 0;

  add({ text, border, isCell }: Token, index: number): void {
    this.#raise(borders.indexOf(border));
    if (border === 'line' || border === 'blank-line') this.#endLine();
    if (isCell && text.trim() === '') this.#blankCells++;
    for (let i = 0; i < text.length; i++) this.#character(text.charCodeAt(i), index, i);
  }

  finish(tokens: readonly Token[]): Stream {
    this.#close(tokens.length, 0);
    return {
      tokens,
      text: this.#parts.join(''),
      token: Int32Array.from(this.#token),
      offset: Int32Array.from(this.#offset),
      border: Uint8Array.from(this.#border),
      blanks: Uint16Array.from(this.#blanks),
      leading: Uint16Array.from(this.#leading),
    };
  }

  #character(code: number, token: number, offset: number): void {
    if (kinds[code] === Kind.unknown) learn(code);
    switch (kinds[code]) {
      case Kind.character: {
        const spelling = spellings[code] ?? '';
        this.#parts.push(spelling);
        for (let i = 0; i < spelling.length; i++) this.#close(token, offset);
        return;
      }
      case Kind.space:
        this.#raise(++this.#spaces > 1 ? Strength.wideSpace : Strength.space);
        return;
      case Kind.wideSpace:
        this.#raise(Strength.wideSpace);
        return;
      case Kind.bar:
        this.#raise(Strength.cell);
        this.#bars++;
        return;
      case Kind.lineBreak:
        this.#endLine();
        this.#raise(this.#strength >= Strength.line ? Strength.blankLine : Strength.line);
        return;
    }
  }

  #endLine(): void {
    if (this.#closed < 0) this.#closed = this.#openBlanks();
    this.#blankCells = 0;
    this.#bars = 0;
  }

  #openBlanks(): number {
    return this.#blankCells + Math.max(0, this.#bars - 1);
  }

  #raise(strength: number): void {
    if (strength > this.#strength) this.#strength = strength;
  }

  #close(token: number, offset: number): void {
    this.#token.push(token);
    this.#offset.push(offset);
    this.#border.push(this.#strength);
    const open = this.#openBlanks();
    this.#blanks.push(Math.min(MOST_BLANKS, this.#closed < 0 ? open : this.#closed));
    this.#leading.push(Math.min(MOST_BLANKS, open));
    this.#closed = -1;
    this.#strength = Strength.none;
    this.#blankCells = 0;
    this.#bars = 0;
    this.#spaces = 0;
  }
}

/** What a stretch of the stream reads in the source: the text of each token in it, without white space and bars at its ends. */
export function sourceTexts(stream: Stream, from: number, to: number): readonly string[] {
  const texts: string[] = [];
  for (let i = from; i < to; ) {
    const token = stream.token[i] ?? 0;
    let end = i;
    while (end < to && stream.token[end] === token) end++;
    const text = stream.tokens[token]?.text ?? '';
    const start = stream.token[i - 1] === token ? placeIn(text, stream.offset[i] ?? 0) : 0;
    const stop = stream.token[end] === token ? placeIn(text, stream.offset[end] ?? 0) : text.length;
    texts.push(withoutBorders(text, start, stop).replaceAll(SEPARATOR, ','));
    i = end;
  }
  return texts;
}

/** A stretch without the white space and bars at its ends; linear, as an expression for those at its end would not be. */
function withoutBorders(text: string, start: number, end: number): string {
  let [first, last] = [start, end];
  while (first < last && BORDER.test(text.charAt(first))) first++;
  while (last > first && BORDER.test(text.charAt(last - 1))) last--;
  return text.slice(first, last);
}

/** What a stretch that is one value reads in the source, from its first character to its last. */
export function sourceValue(stream: Stream, from: number, to: number): string {
  const { tokens, token, offset } = stream;
  const [first, last] = [token[from] ?? 0, token[to - 1] ?? 0];
  if (first !== last) return sourceTexts(stream, from, to).join('');
  return tokens[first]?.text.slice(offset[from], (offset[to - 1] ?? 0) + 1).trim() ?? '';
}

/** Where a stretch begins that begins with the character at `offset`: before the quotes that open there. */
function placeIn(text: string, offset: number): number {
  let start = offset;
  while (OPENING.test(text.charAt(start - 1))) start--;
  return start;
}
