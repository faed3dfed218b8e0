import { createToken, Lexer, type TokenType } from 'chevrotain';
import { WHITE } from './white-space.ts';

/*
 * The lexer's mode for the text of a line. A token takes all that it scans, or looks ahead over a bounded stretch, so that
 * lexing is linear on any input. The first pattern that matches holds; the last ones match whatever is left.
 */
const DIGIT = '0-9０-９';
const ONES = '〇○零一二三四五六七八九';
const NUMERAL = `${ONES}两十百千万亿`;
const GAP = '[ \\t\\u00a0\\u3000]{0,3}';
const OPEN = '〔[［【（(';
const CLOSE = '〕\\]］】）)';
const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff々';
const LATIN = 'A-Za-zＡ-Ｚａ-ｚ';
const STOPS = '，。；：！？、,.．;:!?…·•—–~～％%/／\\-－+＋';
const BRACKETS = '（）()〔〕\\[\\]［］【】{}《》〈〉“”‘’「」『』';
const MASK = 'XxＸｘ×╳✕✖';
const RULED = '_＿';
/** Until where a quotation is looked for, in UTF-16 units. */
const LONGEST_NAME = 120;
const LONGEST_QUOTATION = 80;

const YEAR = `(?:[${DIGIT}]{1,8}|[${ONES}]{4})`;
const PART = `(?:[${DIGIT}]{1,3}|[${ONES}十]{1,3})`;
/** A day without its 日 is one where a word of the period or none follows, not where one follows that it may count. */
const DAY = `${PART}(?:${GAP}[日号]|(?=${GAP}[起至到止截])|(?!${GAP}[${HAN}]|[.．]?[${DIGIT}]|[%％]))`;
const MONTH = `${PART}${GAP}月(?:${GAP}${DAY})?`;
const NUMERIC_DATE = `[${DIGIT}]{4,8}(?:([.．/-])[${DIGIT}]{1,3}\\1[${DIGIT}]{1,3})(?![${DIGIT}])`;

function inClass(characters: string): string {
  return `[${characters}]`;
}

/** `name` is the kind of the token, as consumers see it. */
function token(name: string, pattern: string): TokenType {
  return createToken({ name, pattern: new RegExp(pattern) });
}

const quoted = (open: string, close: string, longest: number): string =>
  `${open}[^${open}${close}\\r\\n]{0,${longest}}${close}`;

export const quotation = [
  quoted('《', '》', LONGEST_NAME),
  quoted('〈', '〉', LONGEST_NAME),
  quoted('“', '”', LONGEST_QUOTATION),
  quoted('「', '」', LONGEST_QUOTATION),
  quoted('"', '"', LONGEST_QUOTATION),
].join('|');

/** In the order in which they are tried. Tests validate them. */
export const inlineVocabulary: readonly TokenType[] = [
  token('space', `[${WHITE}]+`),
  token('url', '(?:https?:\\/\\/|www\\.)[A-Za-z0-9\\-._~:/?#@!$&*+,;=%]+'),
  token('quotation', quotation),
  token(
    'document-number',
    `[${OPEN.replace('[', '\\[')}]${GAP}[${DIGIT}]{4}${GAP}年?${GAP}[${CLOSE}]${GAP}第?${GAP}[${DIGIT}]{1,5}${GAP}号|[${DIGIT}]{4}${GAP}年${GAP}第?${GAP}[${DIGIT}]{1,5}${GAP}号`,
  ),
  token('date', `${NUMERIC_DATE}|(?:${YEAR}${GAP}年度?${GAP})?${MONTH}`),
  token('year', `(?:[${DIGIT}]{4}|[${ONES}]{4})${GAP}年度?(?!级)`),
  token(
    'ordinal',
    `第${GAP}(?:[${DIGIT}]{1,6}|[${ONES}两十百千]{1,9})|[（(]${GAP}(?:[${DIGIT}]{1,2}|[${ONES}十]{1,3})${GAP}[）)]`,
  ),
  // 1.2022年 is an item and a year.
  token(
    'number',
    `(?:[${DIGIT}]{1,3}(?:,[${DIGIT}]{3})+(?![${DIGIT}])|[${DIGIT}]+)(?:[.．](?![${DIGIT}]{4}${GAP}年)[${DIGIT}]+)?`,
  ),
  token('numeral', `[${NUMERAL}]+`),
  token('mask', `[${MASK}]+(?![${LATIN}])`),
  token('blank', `[${RULED}]+`),
  token('latin', `[${LATIN}]+`),
  token('word', `[${HAN.replace('\\u4e00-\\u9fff', wordRanges())}]+|第`),
  token('bracket', inClass(BRACKETS)),
  token('punctuation', inClass(STOPS)),
  token('other', '[\\0-\\uffff]'),
];

/** The unified ideographs but for the numerals and 第, which begin tokens of their own, as ranges of a character class. */
function wordRanges(): string {
  const out = [...`${NUMERAL}第`].map((character) => character.charCodeAt(0)).filter((code) => code >= 0x4e00);
  const ends = [0x4dff, ...out.sort((a, b) => a - b), 0xa000];
  return ends
    .slice(1)
    .flatMap((end, i) => {
      const start = (ends[i] ?? 0) + 1;
      return start < end ? [`${String.fromCharCode(start)}-${String.fromCharCode(end - 1)}`] : [];
    })
    .join('');
}

let made: Lexer | null = null;

/** Made when the first line is asked about: most sessions and every parse do without. */
export function inlineLexer(): Lexer {
  made ??= new Lexer(
    { modes: { inline: [...inlineVocabulary] }, defaultMode: 'inline' },
    { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations: true },
  );
  return made;
}
