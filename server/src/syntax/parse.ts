import { isTooLarge } from '../text/limits.ts';
import type { Span } from '../text/span.ts';
import { isBar } from './cells.ts';
import { grammar } from './grammar.ts';
import { lexer } from './tokens.ts';
import type { Line, Part, RowLine, Suppressed, Tree } from './tree.ts';
import { partOf, WHITE } from './white-space.ts';

/** A quick look: a stroke or a joint begins what is drawn between rows. */
const RULED = new RegExp(`^[${WHITE}]*[-:=+|｜\\u2500-\\u257f]`);
const BYTE_ORDER_MARK = 0xfeff;
const OPENING = new RegExp(`^[${WHITE}]*---[${WHITE}]*(?=[\\r\\n]|$)`);
const CLOSING = new RegExp(`[\\r\\n][${WHITE}]*---[${WHITE}]*(?=[\\r\\n]|$)`);

/**
 * The tree of a text. Takes any string and never throws: what fits nothing is a line of text. A byte order mark at the
 * start belongs to no line, but offsets count it.
 */
export function parse(text: string): Tree {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const opening = OPENING.exec(text);
  const closed = opening !== null && CLOSING.test(text.slice(opening[0].length));
  const { tokens } = lexer.tokenize(text, closed ? 'opening' : 'line');
  const { frontMatter, lines } = grammar.read(text, start, tokens);
  const unclosedFrontMatter: Span | null = opening && !closed ? partOf(text, start, opening[0].length).span : null;
  return { text, frontMatter, unclosedFrontMatter, lines };
}

/** Whether a line of text would be read as one drawn between the rows of a table. */
export function isRowRule(line: string): boolean {
  return RULED.test(line) && parse(line).lines.every(({ kind }) => kind === 'rule');
}

/**
 * The line that a row would be without the TABs behind its only text: `一、总体情况⇥⇥` is a section. Null where a bar or
 * another cell with text makes it a row.
 */
export function lineWithoutCells(text: string, { span, number, cells }: RowLine): Line | null {
  const [first, ...others] = cells;
  if (!first || first.text === '' || others.length === 0 || others.some((cell) => cell.text !== '')) return null;
  if (others.some(({ room }) => isBar(text, room.start - 1)) || isBar(text, span.end - 1)) return null;
  const tokens = lexer.tokenize(first.text, 'line').tokens;
  for (const token of tokens) token.startOffset += first.span.start;
  const [line] = grammar.read(text.slice(0, first.span.end), first.span.start, tokens).lines;
  return line ? { ...line, span, number } : null;
}

/**
 * The codes and the reason of a suppression, read as they are after `// nianbao-ignore`: `part` is a stretch of one line,
 * as the value of a key of the front matter. Anything can be read so.
 */
export function parseSuppression({ text, span: { start } }: Part): Suppressed {
  const { codes, reason } = grammar.readSuppressed(text, lexer.tokenize(text, 'ignore').tokens);
  return { codes: codes.map((code) => moved(code, start)), reason: reason && moved(reason, start) };
}

function moved({ text, span }: Part, by: number): Part {
  return { text, span: { start: span.start + by, end: span.end + by } };
}

/** The tree of a text that may be over a limit (`isTooLarge`): it is then not read and has no lines. */
export function parseWithinLimit(text: string): Tree {
  return isTooLarge(text) ? { text, frontMatter: null, unclosedFrontMatter: null, lines: [] } : parse(text);
}
