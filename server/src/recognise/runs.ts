import { anyOf } from '../text/any-of.ts';
import { blankWords, cellUnits } from '../text/cell-value.ts';
import { VALUES } from './costs.ts';
import { type Stream, Strength } from './stream.ts';

/** One value, or several that nothing parts. */
export interface Word {
  readonly from: number;
  readonly to: number;
  /** Without its unit. */
  readonly digits: number;
  readonly hasUnit: boolean;
}

/** Values that follow one another. */
export interface Run {
  readonly words: readonly Word[];
  readonly to: number;
  readonly digits: number;
  /** The words, and the blank cells between them. */
  readonly cells: number;
}

const NUMBER = /[+-]?\d+(?:\.\d+)?%?/y;
const SIGN = new RegExp(`[-/\\\\—–―−]{1,2}|${blankWords.join('|')}`, 'y');
/** What a number or sign may begin with. */
export const VALUE_START = new RegExp(`[\\d+\\-/\\\\—–―−${blankWords.map((word) => word.charAt(0)).join('')}]`);
const UNIT = new RegExp(anyOf(cellUnits), 'y');
/** A note in brackets behind a value, which is no number of a label. */
const REMARK = /\((?![一二三四五六七八九十]{1,3}\))[^()\d]{1,20}\)/y;
const LONGEST_RUN = 400;

/** The values from a place on, up to what is none; null where none stands there. */
export function runAt(stream: Stream, from: number): Run | null {
  const words: Word[] = [];
  let [at, digits, cells] = [from, 0, 0];
  while (at < stream.text.length && at - from < LONGEST_RUN) {
    const word = wordAt(stream, at);
    if (!word) break;
    if (words.length > 0) cells += stream.blanks[at] ?? 0;
    cells++;
    digits += word.digits;
    words.push(word);
    at = word.to;
  }
  return words.length === 0 ? null : { words, to: at, digits, cells };
}

/** The number of a page between two dashes. */
const PAGE_MARK = /[-—–]\d{1,3}[-—–]/y;

/** The end of a page's number that stands at a place; the place itself where none does. */
export function pageMarkEnd({ text, border }: Stream, at: number): number {
  PAGE_MARK.lastIndex = at;
  const end = at + (PAGE_MARK.exec(text)?.[0].length ?? 0);
  for (let i = at + 1; i < end; i++) if ((border[i] ?? 0) >= Strength.cell) return at;
  return end;
}

function wordAt(stream: Stream, from: number): Word | null {
  const { text, border } = stream;
  if (pageMarkEnd(stream, from) > from) return null;
  NUMBER.lastIndex = from;
  const number = NUMBER.exec(text)?.[0];
  if (number === undefined) {
    if (from > 0 && /\d/.test(text.charAt(from - 1)) && breaksAtComma(stream, from))
      return { from, to: from + 4, digits: 3, hasUnit: false };
    SIGN.lastIndex = from;
    const sign = SIGN.exec(text)?.[0];
    if (sign === undefined) return null;
    const to = unbroken(border, from, from + sign.length);
    return { from, to, digits: 0, hasUnit: false };
  }
  let to = unbroken(border, from, from + number.length);
  to -= startOfLabel(stream, from, to);
  if (to === from) return null;
  if (to === from + number.length) to = runTogether(stream, withThousands(stream, from, to));
  const digits = text.slice(from, to).replace(/\D/g, '').length;
  const unit = matchAt(UNIT, stream, to);
  const remark = matchAt(REMARK, stream, to + unit);
  return { from, to: to + unit + remark, digits, hasUnit: unit + remark > 0 };
}

/** How many digits before a place belong to what follows: the number of a label, `02.重复申请`, or a year, `02020年`. */
function startOfLabel({ text, border, tokens, token, offset }: Stream, from: number, at: number): number {
  if (/^[.,][^\d\s.,]/.test(text.slice(at, at + 2))) {
    const mark = tokens[token[at] ?? 0]?.text.charAt(offset[at] ?? 0) ?? '';
    return /[.．、]/.test(mark) ? 1 : 0;
  }
  if (!/^[年月日]/.test(text.charAt(at))) return 0;
  if (/(?:19|20)\d\d$/.test(text.slice(Math.max(from, at - 4), at))) return 4;
  return (border[at] ?? 0) > Strength.none ? 0 : at - from;
}

/** Where a stretch ends that no border parts. */
function unbroken(border: Uint8Array, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) if ((border[i] ?? 0) > Strength.none) return i;
  return to;
}

/** The end of a number that goes on with separators of thousands. */
function withThousands({ text, border, tokens, token, offset }: Stream, from: number, to: number): number {
  if (to - from > 3 || /^0|\./.test(text.slice(from, to))) return to;
  let end = to;
  while (/^,\d{3}/.test(text.slice(end, end + 4))) {
    const isComma = /[,，]/.test(tokens[token[end] ?? 0]?.text.charAt(offset[end] ?? 0) ?? '');
    const isClosed =
      (border[end + 4] ?? 0) > Strength.none || /^(?!\d)|^\d{1,2}[.,][^\d\s.,]/.test(text.slice(end + 4, end + 8));
    if (!isComma || !isClosed || unbroken(border, end - 1, end + 4) < end + 4) break;
    end += 4;
  }
  if (end > to) {
    const decimals = /^\.\d+/.exec(text.slice(end, end + LONGEST_DECIMALS))?.[0].length ?? 0;
    return unbroken(border, end - 1, end + decimals) === end + decimals ? end + decimals : end;
  }
  return end;
}

const LONGEST_DECIMALS = 8;
const RUN_TOGETHER = /[\d.,]*\d/y;

/** Whether a comma of a number stands at a place, with three more digits behind it, on whose one side a line's end has broken the number. */
function breaksAtComma({ text, border, tokens, token, offset }: Stream, at: number): boolean {
  const mark = tokens[token[at] ?? 0]?.text.charAt(offset[at] ?? 0) ?? '';
  if (mark !== ',' || !/^,\d{3}/.test(text.slice(at, at + 4)) || unbroken(border, at + 1, at + 4) < at + 4)
    return false;
  const isClosed = (border[at + 4] ?? 0) > Strength.none || !/\d/.test(text.charAt(at + 4));
  const sides = [border[at] ?? 0, border[at + 1] ?? 0];
  return isClosed && sides.includes(Strength.none) && sides.some(isLineEnd);
}

/** A line's end, or the space that came in its place. */
function isLineEnd(strength: number): boolean {
  return strength > Strength.none && strength !== Strength.cell;
}

/** The end of a word that goes on with a comma before a digit: numbers with separators of thousands that ran together, or one that is broken behind it. */
function runTogether(stream: Stream, at: number): number {
  const { text, border, tokens, token, offset } = stream;
  const mark = tokens[token[at] ?? 0]?.text.charAt(offset[at] ?? 0) ?? '';
  if (mark !== ',' || !/^,\d/.test(text.slice(at, at + 2)) || unbroken(border, at - 1, at + 1) < at + 1) return at;
  if (unbroken(border, at, at + 2) < at + 2) return breaksAtComma(stream, at) ? at + 1 : at;
  RUN_TOGETHER.lastIndex = at;
  return unbroken(border, at - 1, at + (RUN_TOGETHER.exec(text)?.[0].length ?? 0));
}

function matchAt(pattern: RegExp, { text, border }: Stream, at: number): number {
  if ((border[at] ?? 0) > Strength.space) return 0;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** A run up to a place inside it, where a label begins with its last digits. */
export function runUntil(stream: Stream, run: Run, to: number): Run | null {
  const words = run.words.flatMap((word): Word[] => {
    if (word.from >= to) return [];
    if (word.to <= to) return [word];
    return [
      { from: word.from, to, digits: stream.text.slice(word.from, to).replace(/\D/g, '').length, hasUnit: false },
    ];
  });
  if (words.length === 0) return null;
  const digits = words.reduce((sum, word) => sum + word.digits, 0);
  const blanks = words.slice(1).reduce((sum, word) => sum + (stream.blanks[word.from] ?? 0), 0);
  return { words, to, digits, cells: words.length + blanks };
}

/** What it costs to read a run as the values of so many columns. */
export function runCost({ words, digits, cells }: Run, count: number): number {
  const units = words.filter(({ hasUnit }) => hasUnit).length * VALUES.unit;
  const longest = Math.max(0, digits - VALUES.usualDigits * (count + 1)) * VALUES.longDigit;
  if (words.length === count || cells === count) return units + longest;
  if (cells > count) return units + longest + VALUES.excess + (cells - count) * VALUES.excessEach;
  return units + longest + (digits === count ? VALUES.gluedDigits : digits > count ? VALUES.glued : VALUES.fewer);
}
