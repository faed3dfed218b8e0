import { createToken, Lexer } from 'chevrotain';
import { WHITE } from './white-space.ts';

/*
 * Character classes are written by what they hold, not by what they leave out: only then can Chevrotain choose the
 * candidates by a token's first character. A pattern takes what it scans or is tried once in a line, so lexing is linear
 * on any input.
 */
const INLINE = String.raw`\0-\t\v\f\x0e-\uffff`;
const IN_CELL = String.raw`\0-\x08\v\f\x0e-{}-\uff5b\uff5d-\uffff`;
const IN_KEY = String.raw`\0-\t\v\f\x0e-9;-\uff19\uff1b-\uffff`;
const IN_CODE = String.raw`\0-\t\v\f\x0e-+\x2d-9;-\u3000\u3002-\uff0b\uff0d-\uff19\uff1b-\uffff`;
const DIGIT = '0-9０-９';
const NUMERAL = '(?:[一二两三四五六七八九]?十[一二两三四五六七八九]?|[〇零一二两三四五六七八九])';
const BREAK = /\r\n|\r|\n/;
const AT_LINE_END = `(?![${INLINE}])`;

const pattern = (...parts: string[]): RegExp => new RegExp(parts.join(''));

/** A break after a line that has not left the mode `line`. */
export const Break = createToken({ name: 'Break', pattern: BREAK });
/** A break after the rest of a line; the next line starts in the mode `line` again. */
export const RestBreak = createToken({ name: 'RestBreak', pattern: BREAK, pop_mode: true });
export const Indent = createToken({ name: 'Indent', pattern: pattern(`[${WHITE}]+`) });
export const Rest = createToken({ name: 'Rest', pattern: pattern(`[${INLINE}]+`) });

export const Backslash = createToken({ name: 'Backslash', pattern: /\\/, push_mode: 'rest' });
export const Slashes = createToken({ name: 'Slashes', pattern: /\/\//, push_mode: 'rest' });
export const Hash = createToken({ name: 'Hash', pattern: /#(?!#)/, push_mode: 'rest' });
export const SectionMark = createToken({
  name: 'SectionMark',
  pattern: pattern(NUMERAL, `[${WHITE}]*、`),
  push_mode: 'rest',
});
export const SubsectionMark = createToken({
  name: 'SubsectionMark',
  pattern: pattern(`[（(][${WHITE}]*`, NUMERAL, `[${WHITE}]*[）)]`),
  push_mode: 'rest',
});
export const ItemMark = createToken({
  name: 'ItemMark',
  pattern: pattern(`[${DIGIT}]{1,2}[.．、](?![${DIGIT}])`),
  push_mode: 'rest',
});
export const Text = createToken({ name: 'Text', pattern: pattern(`[${INLINE}]+`) });

/** A row from its first visible character to its end: it holds a bar or a TAB. */
export const Row = createToken({ name: 'Row', pattern: pattern(`[${IN_CELL}]*[|｜\\t][${INLINE}]*`) });

/** What a line drawn between rows is made of: strokes, marks of alignment, and the joints where columns meet. */
const DRAWN_STROKE = '\\u2500\\u2501\\u2550';
const STROKE = `\\-=${DRAWN_STROKE}`;
const CORNER = '+\\u250c-\\u254b\\u2552-\\u2570';
const DRAWN = `:|｜${STROKE}${CORNER}${WHITE}`;
/** `|---|:--:|`, `+---+---+`, `├──┼──┤`: a joint and three strokes together, one where it is drawn, and nothing else. */
const HAS_STROKES = `(?=[${DRAWN}]*?(?:[${DRAWN_STROKE}]|[:${STROKE}][${STROKE}][:${STROKE}]))`;
const HAS_JOINT = `(?=[:${STROKE}${WHITE}]*[|｜${CORNER}])`;
const NOTHING_ELSE = `[${DRAWN}]*${AT_LINE_END}`;
/** Such a line that no bar begins; one that a bar begins is a row that `isDrawn`. */
export const RowRule = createToken({
  name: 'RowRule',
  pattern: pattern(HAS_STROKES, HAS_JOINT, `[:${STROKE}${CORNER}]`, NOTHING_ELSE),
});
const drawn = pattern('^', HAS_STROKES, HAS_JOINT, NOTHING_ELSE);

/** A quick look at the first cell of a row that may be a line drawn between rows: its first character is a stroke or a joint. */
export function mayBeginRule(firstCell: string): boolean {
  const code = firstCell.charCodeAt(0);
  return code < 0x40 ? '-:=+'.includes(firstCell.charAt(0)) && firstCell !== '' : code >= 0x2500 && code <= 0x2570;
}

/** Whether a row is a line drawn between rows. */
export function isDrawn(row: string): boolean {
  return drawn.test(row);
}

export const Ignore = createToken({
  name: 'Ignore',
  pattern: pattern(`//[${WHITE}]*nianbao-ignore(?![^${WHITE}:：,，、\\r\\n])`),
  push_mode: 'ignore',
});
export const Code = createToken({ name: 'Code', pattern: pattern(`[${IN_CODE}]+`) });
export const Comma = createToken({ name: 'Comma', pattern: /[,，、]/ });
/** A colon and all that follows it on the line. */
export const AfterColon = createToken({ name: 'AfterColon', pattern: pattern(`[:：][${INLINE}]*`) });

const FENCE = `[${WHITE}]*---[${WHITE}]*`;
export const OpeningFence = createToken({
  name: 'OpeningFence',
  pattern: pattern(FENCE, AT_LINE_END),
  push_mode: 'frontMatter',
});
export const ClosingFence = createToken({
  name: 'ClosingFence',
  pattern: pattern(FENCE, AT_LINE_END),
  push_mode: 'line',
});
export const FrontMatterComment = createToken({
  name: 'FrontMatterComment',
  pattern: pattern(`[${WHITE}]*//[${INLINE}]*`),
});
export const Key = createToken({ name: 'Key', pattern: pattern(`[${IN_KEY}]+`) });

/** The tokens of each mode, in the order in which they are tried. Tests validate them: every start of the server would otherwise. */
export const modes = {
  line: [Break, Indent, Backslash, Ignore, Slashes, Hash, RowRule, Row, SectionMark, SubsectionMark, ItemMark, Text],
  rest: [Rest, RestBreak],
  ignore: [Code, Comma, AfterColon, RestBreak],
  opening: [OpeningFence],
  frontMatter: [ClosingFence, FrontMatterComment, Key, AfterColon, Break],
};

/** Every token of the language; the order says nothing. */
export const vocabulary = [...new Set(Object.values(modes).flat())];

/** Tokenizes any text without an error, from the mode `line`, or from `opening` where the text has front matter. */
export const lexer = new Lexer(
  { modes, defaultMode: 'line' },
  { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations: true },
);
