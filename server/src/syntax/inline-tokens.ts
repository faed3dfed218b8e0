// The text of a line as tokens, by shape only: what a number counts, or whether a year is this one, is for others to say.
import type { IToken } from 'chevrotain';
import { numeralValue } from '../text/chinese-numerals.ts';
import type { Span } from '../text/span.ts';
import { textMemory } from '../text/text-memory.ts';
import { inlineLexer, quotation } from './inline-vocabulary.ts';

export type InlineToken = DateToken | YearToken | DocumentNumberToken | NumberToken | OrdinalToken | PlainToken;

interface TokenBase {
  /** Offsets in the report's text. */
  readonly span: Span;
  /** As written. */
  readonly text: string;
}

/** 2023年1月31日, 二〇二三年一月, 12月31日, 2023.1.31: at least a month. */
export interface DateToken extends TokenBase {
  readonly kind: 'date';
  /** Null where it isn't written. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** What parts the numbers: words (年, 月, 日), or one mark. */
  readonly mark: string | null;
  /** Whether the day, where one is written, bears its 日 or 号; true where one mark parts the numbers. */
  readonly wellFormed: boolean;
}

/** 2023年, 2023年度, 二〇二三年 */
export interface YearToken extends TokenBase {
  readonly kind: 'year';
  readonly year: number;
}

/** The year and the serial of a document's number: 〔2021〕30号, (2021)第30号, 2021年30号. What goes before it is a word. */
export interface DocumentNumberToken extends TokenBase {
  readonly kind: 'document-number';
  readonly year: number;
  readonly serial: number;
}

/** 12, 1,234.5, 三十 */
export interface NumberToken extends TokenBase {
  readonly kind: 'number' | 'numeral';
  /** Null for Chinese numerals over 99 or that are none (一一). */
  readonly value: number | null;
}

/** 第五十, （三）, (3) */
export interface OrdinalToken extends TokenBase {
  readonly kind: 'ordinal';
  readonly value: number | null;
}

/**
 * A run of ideographs (`word`) or of Latin letters, a stretch in quotation marks, an address, ××, ____, white space; a
 * bracket, a mark or anything else alone.
 */
export interface PlainToken extends TokenBase {
  readonly kind:
    | 'word'
    | 'latin'
    | 'quotation'
    | 'url'
    | 'mask'
    | 'blank'
    | 'space'
    | 'bracket'
    | 'punctuation'
    | 'other';
}

/**
 * The tokens of a stretch of one line, in order and without gaps: their spans together are `span`. Linear on any text;
 * what a stretch is made of is remembered by its text.
 */
export function inlineTokens(text: string, { start, end }: Span): readonly InlineToken[] {
  const tokens: InlineToken[] = [];
  for (let from = start; from < end; ) {
    const to = endOfTokens(text, from, end);
    for (const token of recall(text.slice(from, to), tokensIn)) tokens.push(moved(token, from));
    from = to;
  }
  return tokens;
}

/** Those of `inlineTokens` that an offset touches, among others beside them. */
export function inlineTokensAt(text: string, { start, end }: Span, offset: number): readonly InlineToken[] {
  for (let before = start, from = start; from < end; ) {
    const to = endOfTokens(text, from, end);
    if (offset < to || to === end) return inlineTokens(text, { start: before, end: to });
    before = from;
    from = to;
  }
  return [];
}

/** The sentences of a stretch of one line, by 。 and ； alone: no token goes over them. Together they are the stretch. */
export function* sentencesIn(text: string, { start, end }: Span): Iterable<Span> {
  for (let from = start; from < end; ) {
    const to = endOfSentence(text, from, end);
    yield { start: from, end: to };
    from = to;
  }
}

/** The spans of the names and quotations among `inlineTokens`. */
export function quotationsIn(text: string, { start, end }: Span): readonly Span[] {
  return Array.from(text.slice(start, end).matchAll(QUOTATION), ({ 0: { length }, index }) => ({
    start: start + index,
    end: start + index + length,
  }));
}

const QUOTATION = new RegExp(quotation, 'g');

function moved(token: InlineToken, by: number): InlineToken {
  return { ...token, span: { start: by + token.span.start, end: by + token.span.end } };
}

const recall = textMemory<readonly InlineToken[]>();

const [QUOTE, MARK, MARK_OF_LONG] = [1, 2, 4];

/** From this length on, in UTF-16 units, a piece may end at more marks: none is of any length but where a text has no marks. */
const LONG = 1000;
const endOfSentence = pieceEnds('。；');
const endOfTokens = pieceEnds('。；', '，、：！？…—·《》〈〉“”「」『』');

/**
 * Finds where the first of these marks ends behind an offset, that no name or quotation holds; in a long piece one of `further`, too.
 * No token goes over it, if the marks are in none but names and quotations. At most `end`.
 */
export function pieceEnds(marks: string, further = ''): (text: string, start: number, end: number) => number {
  const classes = new Uint8Array(0x10000);
  for (const mark of further) classes[mark.charCodeAt(0)] = MARK_OF_LONG;
  for (const mark of marks) classes[mark.charCodeAt(0)] = MARK;
  for (const quote of '《〈“「"') classes[quote.charCodeAt(0)] = (classes[quote.charCodeAt(0)] ?? 0) | QUOTE;
  const quoted = new RegExp(quotation, 'y');
  return (text, start, end) => {
    for (let at = start; at < end; at++) {
      const found = classes[text.charCodeAt(at)] ?? 0;
      if (found === 0) continue;
      quoted.lastIndex = at;
      if (found & QUOTE && quoted.test(text)) at = quoted.lastIndex - 1;
      else if (found & MARK || (found & MARK_OF_LONG && at - start >= LONG)) return at + 1;
    }
    return end;
  };
}

/** The tokens of a text; offsets from its start. */
function tokensIn(text: string): readonly InlineToken[] {
  return inlineLexer().tokenize(text).tokens.map(tokenOf);
}

function tokenOf({ tokenType, image: text, startOffset }: IToken): InlineToken {
  const span = { start: startOffset, end: startOffset + text.length };
  const kind = tokenType.name as InlineToken['kind'];
  switch (kind) {
    case 'date':
      return { kind, span, text, ...dateOf(text) };
    case 'year':
      return { kind, span, text, year: yearOf(text) };
    case 'document-number': {
      const [year = '', serial = ''] = text.normalize('NFKC').match(/\d+/g) ?? [];
      return { kind, span, text, year: Number(year), serial: Number(serial) };
    }
    case 'number':
    case 'numeral':
    case 'ordinal':
      return { kind, span, text, value: numberOf(text.replace(/[第（(）)\s]/g, '')) };
    default:
      return { kind, span, text };
  }
}

type DateParts = Omit<DateToken, keyof TokenBase | 'kind'>;

function dateOf(text: string): DateParts {
  const [, mark] = /^\S{4,8}?([.．/-])/.exec(text) ?? [];
  if (mark !== undefined && !text.includes('月')) {
    const [year = '', month = '', day = ''] = text.split(mark);
    return { year: yearOf(year), month: partOf(month), day: partOf(day), mark, wellFormed: true };
  }
  const [, year, month = '', day, dayMark] =
    /^(?:(.*?)\s*年度?\s*)?(.*?)\s*月\s*(?:([^日号]+?)\s*([日号])?)?$/.exec(text) ?? [];
  return {
    year: year === undefined ? null : yearOf(year),
    month: partOf(month),
    day: day === undefined ? null : partOf(day),
    mark: null,
    wellFormed: day === undefined || dayMark !== undefined,
  };
}

function partOf(text: string): number {
  return numberOf(text) ?? Number.NaN;
}

function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(',', '');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : numeralValue(plain.replaceAll('○', '〇'));
}

/** A year in digits, or digit by digit in Chinese ones. */
function yearOf(text: string): number {
  const plain = text.normalize('NFKC').replace(/\s*年度?$/, '');
  return /^\d+$/.test(plain)
    ? Number(plain)
    : Number([...plain].map((digit) => numeralValue(digit.replace('○', '〇'))).join(''));
}
