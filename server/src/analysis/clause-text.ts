// The prose of a paragraph as sentences of clauses, their words classified.
import {
  bodyTopics,
  clauseWords,
  namelessWords,
  ownWords,
  proseCounters,
  requestColumns,
} from '../forms/clause-words.ts';
import { decisionVerbs, documentColumns, requestVerbs } from '../forms/quantities.ts';
import type { Words } from '../forms/words.ts';
import { type ClauseClass, type ClauseToken, is } from '../syntax/clause-tokens.ts';
import { type InlineToken, inlineTokens } from '../syntax/inline-tokens.ts';
import { anyOf } from '../text/any-of.ts';
import { numeralAmount } from '../text/chinese-numerals.ts';
import type { Span } from '../text/span.ts';
import type { ClauseLexicon } from './clause-lexicon.ts';

/** A stretch between commas, or in brackets. */
export interface ClauseText {
  readonly tokens: readonly ClauseToken[];
  /** Whether it stands in brackets, which say more of what is before them. */
  readonly inBrackets: boolean;
}

export interface SentenceText {
  readonly span: Span;
  readonly clauses: readonly ClauseText[];
  /** Whether a full stop, rather than a semicolon, goes before it. */
  readonly opens: boolean;
}

const COUNTER = new RegExp(`(?:[余多]万?|万余?)?(${anyOf(proseCounters)})`, 'y');
const WHITE = /[\s\u00a0\u3000]/;
const DIGIT = /[\d０-９]/;

/** What classifies a word that no list has. */
export interface WordsAround {
  readonly lexicon: ClauseLexicon;
  readonly words: Words;
  readonly year: number;
}

/** The sentences of a paragraph; offsets are from its start. */
export function sentenceTexts(text: string, around: WordsAround): readonly SentenceText[] {
  const { plain, at } = squeezed(text);
  const tokens = [...classified(plain, around)];
  return sentencesOf(tokens).map((sentence) => placed(sentence, at));
}

/** A text without white space, but for that between digits, and where each of its characters stands. */
function squeezed(text: string): { readonly plain: string; readonly at: readonly number[] } {
  if (!WHITE.test(text)) return { plain: text, at: [] };
  const at: number[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const parts =
      WHITE.test(character) && !(DIGIT.test(plain.at(-1) ?? '') && DIGIT.test(text.slice(i).trimStart().charAt(0)));
    if (parts) continue;
    plain += character;
    at.push(i);
  }
  at.push(text.length);
  return { plain, at };
}

function placed(sentence: SentenceText, at: readonly number[]): SentenceText {
  if (at.length === 0) return sentence;
  const start = (offset: number) => at[offset] ?? 0;
  const end = (offset: number) => (at[offset - 1] ?? -1) + 1;
  const clauses = sentence.clauses.map(({ tokens, inBrackets }) => ({
    inBrackets,
    tokens: tokens.map((token) => ({
      ...token,
      startOffset: start(token.startOffset),
      endOffset: end((token.endOffset ?? 0) + 1) - 1,
    })),
  }));
  return { ...sentence, clauses, span: { start: start(sentence.span.start), end: end(sentence.span.end) } };
}

type Piece = ClauseToken | { readonly stop: string; readonly end: number };

function* classified(plain: string, around: WordsAround): Generator<Piece> {
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

const LONGEST_BODY = 16;
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
    const body = from === at && mayBeginBody(plain, at, lexicon) ? bodyAt(plain, at, around) : 0;
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
    if (from < at) yield make(from, at, [unknownClass(plain.slice(from, at), around)]);
    if (counted) yield make(at, at + length, ['counter']);
    else if (numeral) yield make(at, at + length, ['number'], numeral.value);
    else yield make(at, at + length, lexicon.words.get(word ?? '')?.classes ?? ['unknown']);
    at += length;
    from = at;
  }
  if (from < end) yield make(from, end, [unknownClass(plain.slice(from, end), around)]);
}

/** The length of a body's name that stands here before what it did, whatever words it is made of; 0 for none. */
function bodyAt(plain: string, at: number, { words }: WordsAround): number {
  const pattern = words.derived(bodyPattern);
  pattern.lastIndex = at;
  const name = pattern.exec(plain)?.[0] ?? '';
  return NO_BODY.test(name) ? 0 : name.length;
}

const NO_BEGINNING: readonly ClauseClass[] = [
  'all',
  'adverb',
  'deny',
  'time',
  'verb',
  'including',
  'particle',
  'link',
  'mark',
];

function mayBeginBody(plain: string, at: number, { word, words }: ClauseLexicon): boolean {
  word.lastIndex = at;
  const classes = words.get(word.exec(plain)?.[0] ?? '')?.classes ?? [];
  return !NO_BEGINNING.some((name) => classes.includes(name));
}

/** What a name may hold that ends as bodies' do: 登记 and 信访 are what some are called after. */
const NO_BODY = new RegExp(
  anyOf([...clauseWords.other.filter((word) => !bodyTopics.includes(word)), ...namelessWords]),
);

/** A name that ends as those of bodies do, before what is said of it; sticky. */
function bodyPattern({ bodyEndings }: Words): RegExp {
  const said = [
    ...[...clauseWords.time, ...clauseWords.adverb, ...clauseWords.deny, ...decisionVerbs],
    ...[...requestVerbs, ...documentColumns].flatMap(({ words }) => words),
  ];
  return new RegExp(`[\\u4e00-\\u9fff]{1,${LONGEST_BODY}}?${anyOf(bodyEndings)}(?=${anyOf(said)}|20\\d\\d)`, 'y');
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

/** A name that ends as those of bodies do, or a word of the one that reports. */
function unknownClass(text: string, { words }: WordsAround): ClauseClass {
  if (NO_BODY.test(text)) return 'unknown';
  const own = ownWords.some((word) => text.startsWith(word)) && text.length <= LONGEST_BODY;
  return own || (text.length <= LONGEST_BODY && words.endsAsBody(text)) ? 'subject' : 'unknown';
}

const FULL_STOP = /[。！？!?]/;
const STOPS = /[，。；：！？,;:!?]/;
const MARK = /^[、.．]$/;
const STOP = /[。！？!?；;]/;
const OPENING = /[（(〔[［【{]/;
const CLOSING = /[）)〕\]］】}]/;

function sentencesOf(pieces: readonly Piece[]): readonly SentenceText[] {
  const sentences: SentenceText[] = [];
  let clauses: ClauseText[] = [];
  let tokens: ClauseToken[] = [];
  let depth = 0;
  let start = 0;
  let opens = true;
  const endClause = () => {
    if (tokens.length > 0) clauses.push({ tokens, inBrackets: depth > 0 });
    tokens = [];
  };
  const endSentence = (end: number, full: boolean) => {
    endClause();
    depth = 0;
    if (clauses.length > 0) sentences.push({ span: { start, end }, clauses, opens });
    clauses = [];
    start = end;
    opens = full;
  };
  for (const piece of pieces) {
    if (!('stop' in piece)) {
      if (!MARK.test(piece.image)) tokens.push(piece);
      else if (isItem(tokens)) tokens = [];
      else if (piece.image !== '、') endSentence(endOf(piece), true);
      else if (endsInCount(tokens)) endClause();
      else tokens.push(piece);
    } else if (STOP.test(piece.stop)) {
      endSentence(piece.end, FULL_STOP.test(piece.stop));
    } else if (OPENING.test(piece.stop)) {
      endClause();
      depth++;
    } else if (CLOSING.test(piece.stop)) {
      endClause();
      depth = Math.max(0, depth - 1);
    } else {
      endClause();
    }
  }
  endSentence(endOf(pieces.at(-1)), true);
  return sentences;
}

/** 1、 or 1. at the head of a clause. */
function isItem(tokens: readonly ClauseToken[]): boolean {
  const [first, second] = tokens;
  return first !== undefined && second === undefined && is(first, 'number');
}

function endsInCount(tokens: readonly ClauseToken[]): boolean {
  const last = tokens.at(-1);
  return last !== undefined && (is(last, 'counter') || is(last, 'number') || is(last, 'percent'));
}

function endOf(piece: Piece | undefined): number {
  if (!piece) return 0;
  return 'stop' in piece ? piece.end : (piece.endOffset ?? 0) + 1;
}
