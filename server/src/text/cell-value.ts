import { ownCopy } from './own-copy.ts';
import { simplified } from './traditional.ts';

/** What a cell's text says. */
export type Reading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number; readonly plain: boolean; readonly unit: string | null }
  | { readonly kind: 'text' };

const BLANK: Reading = { kind: 'blank' };
const TEXT: Reading = { kind: 'text' };

/** Longer texts are no numbers, whatever they hold. */
const MAX_LENGTH = 64;
const MEMORY = 4096;

/** Labels and small numbers come again and again. */
const known = new Map<string, Reading>();

const PLAIN = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;
/** Words that say a cell holds nothing. */
export const blankWords: readonly string[] = ['无', '空', '不适用'];
const NOTHING = new RegExp(`^(?:[-/\\\\—–―－−／＼]*|${blankWords.join('|')})$`);
/** Units and counters that a number in a table may carry: 12件, 0.5万元. */
export const cellUnits: readonly string[] = ['万元', '件', '条', '项', '元', '个', '份', '起', '宗', '次'];

/** Words that stand for the sign of a change: 增5, 减少3项. */
const signWords: ReadonlyMap<string, string> = new Map([
  ['新增', ''],
  ['增加', ''],
  ['增', ''],
  ['减少', '-'],
  ['减', '-'],
]);

/** Numbers of so many digits are remembered. */
const SMALL = 3;
const ZERO = 0x30;
const NINE = 0x39;
const SPACES = /[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]/g;
const WIDE = /[０-９．，＋－−]/g;
const UNIT = /(?:万元|[^0-9０-９])$/;
const NUMBER = new RegExp(
  `^([+-]?|${[...signWords.keys()].join('|')})(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(\\.\\d{1,15})?(${cellUnits.join('|')})?$`,
);

/**
 * Reads a table cell (docs/form.md): nothing, `-` `—` `/` 无 不适用 空 are blank; digits in either width, with
 * thousands separators in their places, spaces, a sign or a word for one (增, 减), a decimal part and a trailing counter or unit, a remark in brackets
 * behind it left aside, are a number, which is `plain` when written in ASCII digits alone, with at most a sign and a
 * decimal point. Anything else is text.
 */
export function readCell(text: string): Reading {
  if (text.length > MAX_LENGTH) return read(text);
  // Of large numbers few come again: they would only drive out what does.
  if (text.length > SMALL && isPlainCount(text))
    return { kind: 'number', value: Number(text), plain: true, unit: null };
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const reading = read(text);
  if (known.size >= MEMORY) known.clear();
  known.set(ownCopy(text), reading);
  return reading;
}

/** Whether a text is a whole number of at most nine ASCII digits, without a zero before others: what nearly every value is. */
export function isPlainCount(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > 9 || (length > 1 && text.charCodeAt(0) === ZERO)) return false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}

function read(text: string): Reading {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return TEXT;
  if (PLAIN.test(trimmed)) return { kind: 'number', value: Number(trimmed) + 0, plain: true, unit: null };
  const closed = closedUp(trimmed);
  if (NOTHING.test(closed)) return BLANK;
  const plain = plainNumber(closed);
  if (plain === null) return TEXT;
  return {
    kind: 'number',
    value: Number(plain) + 0,
    plain: false,
    unit: UNIT.exec(withoutRemark(closed))?.[0] ?? null,
  };
}

/** A remark in brackets behind a number. */
const REMARK = /^([^（(]*\d[^（(]*)[（(](?=.*\D.*[）)]$)[^（()）]*[）)]$/;

/** A number's text in ASCII digits alone, without separators, spaces and unit: `１，２３４．５０ 元` as `1234.50`. Null where it is no number. */
export function plainNumber(text: string): string | null {
  const parts = NUMBER.exec(withoutRemark(closedUp(text)).replace(WIDE, narrow));
  if (!parts) return null;
  const [, sign = '', whole = '', decimals = ''] = parts;
  return (signWords.get(sign) ?? sign) + whole.replace(/,/g, '') + decimals;
}

function closedUp(text: string): string {
  return simplified(text.replace(SPACES, ''));
}

function withoutRemark(closed: string): string {
  return REMARK.exec(closed)?.[1] ?? closed;
}

function narrow(character: string): string {
  if (character === '−') return '-';
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
