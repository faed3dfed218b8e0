// The prose of a paragraph as sentences of clauses, their words classified.
import { type ClauseToken, is, type Piece } from '../syntax/clause-tokens.ts';
import type { Span } from '../text/span.ts';
import { classified, type WordsAround } from './clause-words.ts';

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

const WHITE = /[\s\u00a0\u3000]/;
const DIGIT = /[\d０-９]/;

/** The sentences of a paragraph; offsets are from its start. */
export function sentenceTexts(text: string, around: WordsAround): readonly SentenceText[] {
  const { plain, at } = squeezed(text);
  const tokens = classified(plain, around);
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

const FULL_STOP = /[。！？!?]/;
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
