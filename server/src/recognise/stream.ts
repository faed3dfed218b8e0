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
  /** How many blank cells stand between it and the one before. */
  readonly blanks: Uint16Array;
}

/** Borders as numbers that grow with their strength. */
export const Strength = { none: 0, space: 1, wideSpace: 2, cell: 3, line: 4, blankLine: 5 } as const;

const MOST_BLANKS = 200;
const QUOTES = /^["'“”‘’「」『』〝〞＂＇`]$/;
const SPACE = /^[\s\u00a0\u3000\u200b-\u200f\u2028\u2029\u2060\ufeff]$/;
const BAR = /^[|｜│┃║]$/;
/** Marks of Markdown, which show nothing. */
const MARKUP = /^[*#]$/;

const enum Kind {
  Character = 0,
  Nothing = 1,
  Space = 2,
  WideSpace = 3,
  Tab = 4,
  LineBreak = 5,
  Bar = 6,
}

const kinds = new Uint8Array(0x10000).fill(255);
const spellings: string[] = [];

function learn(code: number): void {
  const character = String.fromCharCode(code);
  kinds[code] = kindOf(character);
  spellings[code] = kinds[code] === Kind.Character ? spell(character) : '';
  if (spellings[code] === '' && kinds[code] === Kind.Character) kinds[code] = Kind.Nothing;
}

function kindOf(character: string): Kind {
  if (/[\n\r\f\u2028\u2029\u0085]/.test(character)) return Kind.LineBreak;
  if (character === '\t') return Kind.Tab;
  if (character === '\u3000') return Kind.WideSpace;
  if (SPACE.test(character)) return Kind.Space;
  if (BAR.test(character)) return Kind.Bar;
  return QUOTES.test(character) || MARKUP.test(character) ? Kind.Nothing : Kind.Character;
}

function spell(character: string): string {
  const narrow = /[\ud800-\udfff]/.test(character) ? character : character.normalize('NFKC');
  return narrow.replace(/[、;]/g, ',').replace(/〔/g, '[').replace(/〕/g, ']').replace(/[\s"'`]/g, '');
}

/** A text in the spelling of streams. */
export function spelt(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (kinds[code] === 255) learn(code);
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
  #cells = 0;
  #spaces = 0;
  #last = -1;

  add({ text, border }: Token, index: number): void {
    this.#raise(borders.indexOf(border));
    if (border === 'cell') this.#cells++;
    else if (this.#last >= 0 && border !== 'none') this.#cells = Math.max(this.#cells, 0);
    for (let i = 0; i < text.length; i++) this.#character(text.charCodeAt(i), index, i);
    this.#last = index;
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
    };
  }

  #character(code: number, token: number, offset: number): void {
    if (kinds[code] === 255) learn(code);
    switch (kinds[code]) {
      case Kind.Character: {
        const spelling = spellings[code] ?? '';
        this.#parts.push(spelling);
        for (let i = 0; i < spelling.length; i++) this.#close(token, offset);
        return;
      }
      case Kind.Space:
        this.#raise(++this.#spaces > 1 ? Strength.wideSpace : Strength.space);
        return;
      case Kind.WideSpace:
        this.#raise(Strength.wideSpace);
        return;
      case Kind.Tab:
      case Kind.Bar:
        this.#raise(Strength.cell);
        this.#cells++;
        return;
      case Kind.LineBreak:
        this.#raise(this.#strength >= Strength.line ? Strength.blankLine : Strength.line);
        return;
    }
  }

  #raise(strength: number): void {
    if (strength > this.#strength) this.#strength = strength;
  }

  #close(token: number, offset: number): void {
    this.#token.push(token);
    this.#offset.push(offset);
    this.#border.push(this.#strength);
    this.#blanks.push(Math.min(MOST_BLANKS, Math.max(0, this.#cells - 1)));
    this.#strength = Strength.none;
    this.#cells = 0;
    this.#spaces = 0;
  }
}

/** What a stretch of the stream reads in the source: the text of each token in it, without white space at its ends. */
export function sourceTexts(stream: Stream, from: number, to: number): readonly string[] {
  const texts: string[] = [];
  for (let i = from; i < to; ) {
    const token = stream.token[i] ?? 0;
    let end = i;
    while (end < to && stream.token[end] === token) end++;
    const whole = stream.tokens[token]?.text ?? '';
    const isFirst = stream.token[i - 1] !== token;
    const isLast = stream.token[end] !== token;
    const start = isFirst ? 0 : (stream.offset[i] ?? 0);
    const stop = isLast ? whole.length : (stream.offset[end] ?? whole.length);
    texts.push(whole.slice(start, stop).trim());
    i = end;
  }
  return texts;
}
