import { ownCopy } from './own-copy.ts';
import { simplified } from './traditional.ts';

/** Quotation marks, and white space shown or not: classes for expressions. */
export const QUOTE = '["\'“”‘’「」『』〝〞＂＇`]';
export const SPACE = '[\\s\\u00a0\\u3000\\u200b-\\u200f\\u2028\\u2029\\u2060\\ufeff]';

const QUOTES = new RegExp(QUOTE, 'g');
const SPACES = new RegExp(SPACE, 'g');
const ORDINAL_MARK = /^(\d+)[.、,．]/;
const MEMORY = 8192;
const LONGEST_KNOWN = 200;

const known = new Map<string, string>();

/**
 * The one spelling in which labels, headings and titles are compared (docs/form.md): NFKC, no white space,
 * no quotation marks, simplified characters, `1、` `1．` `1.` alike. Width, quotes, spacing and script therefore never make a difference.
 */
export function canonical(text: string): string {
  if (text.length > LONGEST_KNOWN) return spell(text);
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const own = ownCopy(text);
  const result = spell(own);
  if (known.size >= MEMORY) known.clear();
  known.set(own, result);
  return result;
}

function spell(text: string): string {
  return simplified(text.normalize('NFKC'))
    .replace(SPACES, '')
    .replace(QUOTES, '')
    .replace(ORDINAL_MARK, '$1.')
    .replace(/〔/g, '[')
    .replace(/〕/g, ']');
}
