import { maxFileSize } from '../text/limits.ts';
import type { Span } from '../text/span.ts';
import { grammar } from './grammar.ts';
import { lexer } from './tokens.ts';
import type { Part, Suppressed, Tree } from './tree.ts';
import { partOf, WHITE } from './white-space.ts';

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

/** The tree of a text that may be over `maxFileSize`: it is then not read and has no lines. */
export function parseWithinLimit(text: string): Tree {
  return text.length > maxFileSize ? { text, frontMatter: null, unclosedFrontMatter: null, lines: [] } : parse(text);
}
