// The words of prose classified: by the lexicon, by their shape, by the names of bodies.
import { proseCounters, requestColumns } from '../forms/clause-words.ts';
import type { Words } from '../forms/words.ts';
import type { ClauseClass, ClauseToken, Piece } from '../syntax/clause-tokens.ts';
import { type InlineToken, inlineTokens, pieceEnds } from '../syntax/inline-tokens.ts';
import { anyOf } from '../text/any-of.ts';
import { numeralAmount } from '../text/chinese-numerals.ts';
import type { Span } from '../text/span.ts';
import { bodyAt, mayBeginBody, unknownClass } from './body-names.ts';
import type { ClauseLexicon } from './clause-lexicon.ts';

/** What classifies a word that no list has. */
export interface WordsAround {
  readonly lexicon: ClauseLexicon;
  readonly words: Words;
  readonly year: number;
}

const COUNTER = new RegExp(`(?:[余多]万?|万余?)?(${anyOf(proseCounters)})`, 'y');
const STOPS = /[，。；：！？,;:!?]/;

/** The words, numbers and marks of a text without white space, each with what it may be. */
export function classified(plain: string, around: WordsAround): readonly Piece[] {
  const { recall } = around.lexicon;
  const pieces: Piece[] = [];
  for (let from = 0; from < plain.length; ) {
    const to = endOfClause(plain, from, plain.length);
    const found = recall(plain.slice(from, to), (own) => [...piecesIn(own, around)], around.year);
    for (const piece of found) pieces.push(moved(piece, from));
    from = to;
  }
  return pieces;
}

/** What stands between two of these is read by itself: no word, number or name goes over one, nor looks beyond it. */
const endOfClause = pieceEnds('，。；');

function moved(piece: Piece, by: number): Piece {
  if ('stop' in piece) return { stop: piece.stop, end: piece.end + by };
  return { ...piece, startOffset: piece.startOffset + by, endOffset: (piece.endOffset ?? piece.startOffset) + by };
}

function* piecesIn(plain: string, around: WordsAround): Generator<Piece> {
  const { lexicon } = around;
  const make = (
    start: number,
    end: number,
    classes: readonly ClauseClass[],
    value: number | null = null,
  ): ClauseToken => {
    const tokenType = lexicon.vocabulary.typeOf(classes);
    return {
      image: plain.slice(start, end),
      startOffset: start,
      endOffset: end - 1,
      tokenType,
      tokenTypeIdx: tokenType.tokenTypeIdx ?? 0,
      payload: { classes, value },
    };
  };
  const inline = inlineTokens(plain, { start: 0, end: plain.length });
  let next = 0;
  while (next < inline.length) {
    const token = inline[next];
    if (!token) return;
    if (token.kind === 'word' || token.kind === 'numeral') {
      let last = next;
      while (isRun(inline[last + 1])) last++;
      const end = inline[last]?.span.end ?? token.span.end;
      yield* wordsIn(plain, { start: token.span.start, end }, around, make);
      next = last + 1;
      continue;
    }
    const after = inline[next + 1];
    if (token.kind === 'number' && after && /^[%％]$/.test(after.text)) {
      yield make(token.span.start, after.span.end, ['percent'], token.value);
      next += 2;
      continue;
    }
    if (token.kind === 'number' && isMonths(inline, next, around.year)) {
      yield make(token.span.start, inline[next + 2]?.span.end ?? token.span.end, ['time']);
      next += 3;
      continue;
    }
    yield pieceOf(token, around.year, make);
    next++;
  }
}

/** A column of a site for requests: “依申请公开栏目”. */
const OWN_COLUMN = new RegExp(anyOf(requestColumns));

type Make = (start: number, end: number, classes: readonly ClauseClass[], value?: number | null) => ClauseToken;

function isRun(token: InlineToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'numeral';
}

/** 1-12月 */
function isMonths(tokens: readonly InlineToken[], at: number, year: number): boolean {
  const date = tokens[at + 2];
  const first = tokens[at];
  return (
    first?.kind === 'number' &&
    first.value === 1 &&
    /^[-－—–~～至]$/.test(tokens[at + 1]?.text ?? '') &&
    date?.kind === 'date' &&
    isWholeYear(date, year)
  );
}

function isWholeYear(date: InlineToken, year: number): boolean {
  if (date.kind !== 'date' || (date.year !== null && date.year !== year)) return false;
  return (date.month === 12 && (date.day === null || date.day === 31)) || (date.month === 1 && date.day === 1);
}

function pieceOf(token: InlineToken, year: number, make: Make): Piece {
  const { start, end } = token.span;
  switch (token.kind) {
    case 'number':
      return make(start, end, ['number'], token.value);
    case 'ordinal':
      return make(start, end, [token.text.startsWith('第') ? 'unknown' : 'mark']);
    case 'quotation':
      return make(start, end, [token.text.startsWith('《') || OWN_COLUMN.test(token.text) ? 'quotation' : 'unknown']);
    case 'year':
      return make(start, end, [yearClass(token.year - year)]);
    case 'date':
      return make(start, end, [
        isWholeYear(token, year) ? 'time' : token.year === null || token.year === year ? 'part' : 'foreign',
      ]);
    case 'bracket':
      return { stop: token.text, end };
    case 'punctuation':
      if (token.text === '、') return make(start, end, ['and']);
      return STOPS.test(token.text) ? { stop: token.text, end } : make(start, end, ['unknown']);
    default:
      return make(start, end, ['unknown']);
  }
}

function yearClass(later: number): ClauseClass {
  if (later === 0) return 'time';
  if (later === -1) return 'last';
  return later === 1 ? 'next' : 'foreign';
}

function* wordsIn(plain: string, { start, end }: Span, around: WordsAround, make: Make): Generator<ClauseToken> {
  const { lexicon } = around;
  let from = start;
  let at = start;
  while (at < end) {
    const body = from === at && mayBeginBody(plain, at, lexicon) ? bodyAt(plain, at, around.words) : 0;
    if (body > 0) {
      yield make(at, at + body, ['subject']);
      at += body;
      from = at;
      continue;
    }
    lexicon.word.lastIndex = at;
    const word = lexicon.word.exec(plain)?.[0];
    const counted = afterNumber(plain, at, start) ? counterAt(plain, at) : null;
    const numeral = word && word.length > 1 ? null : numeralAt(plain, at, end);
    const length = counted?.length ?? numeral?.length ?? word?.length ?? 0;
    if (length === 0) {
      at++;
      continue;
    }
    if (from < at) yield make(from, at, [unknownClass(plain.slice(from, at), around.words)]);
    if (counted) yield make(at, at + length, ['counter']);
    else if (numeral) yield make(at, at + length, ['number'], numeral.value);
    else yield make(at, at + length, lexicon.words.get(word ?? '')?.classes ?? ['unknown']);
    at += length;
    from = at;
  }
  if (from < end) yield make(from, end, [unknownClass(plain.slice(from, end), around.words)]);
}

/** Whether a number ends here, with 余, 多 or 万 between at most. */
function afterNumber(plain: string, at: number, start: number): boolean {
  const before = plain.slice(Math.max(0, at - 3), at);
  return (
    /[\d０-９][余多]?万?余?$/.test(before) || (at > start && /[〇零一二两三四五六七八九十百千万][余多]?$/.test(before))
  );
}

function counterAt(plain: string, at: number): string | null {
  COUNTER.lastIndex = at;
  const found = COUNTER.exec(plain);
  return found && found[0] === found[1] && found[1] !== '余' ? found[1] : null;
}

/** A Chinese numeral before a counter. */
function numeralAt(plain: string, at: number, end: number): { readonly value: number; readonly length: number } | null {
  const numeral = /^[〇零一二两三四五六七八九十百千万]+/.exec(plain.slice(at, end))?.[0];
  if (numeral === undefined) return null;
  COUNTER.lastIndex = at + numeral.length;
  const value = numeralAmount(numeral);
  return value === null || !COUNTER.test(plain) ? null : { value, length: numeral.length };
}
