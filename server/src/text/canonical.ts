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
  if (isCanonical(text)) return text;
  if (text.length > LONGEST_KNOWN) return spell(text);
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const own = ownCopy(text);
  const result = spell(own);
  if (known.size >= MEMORY) known.clear();
  known.set(own, result);
  return result;
}

/** Of each UTF-16 unit whether it is written so whatever stands beside it; 0 where nobody has asked yet. */
const kept = new Uint8Array(0x10000);
const KEPT = 1;
const OTHER = 2;

/** A quick look: most labels are made of what stays as it is. */
function isCanonical(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((kept[code] || classOf(code)) === OTHER) return false;
  }
  return true;
}

/** Ideographs and what ASCII shows: nothing beside them makes another character of them. */
function classOf(code: number): number {
  const isPlain = (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f) || code === 0x3001;
  const character = String.fromCharCode(code);
  const result = isPlain && spell(character) === character ? KEPT : OTHER;
  kept[code] = result;
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
