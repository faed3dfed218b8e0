const DIGITS = '〇一二三四五六七八九';

/**
 * The value of a Chinese numeral as headings use it: 一 … 九十九, also 〇 and 零 (for 0) and 两. Null for anything else.
 */
export function numeralValue(text: string): number | null {
  const digit = text.length === 1 ? DIGITS.indexOf(text) : -1;
  if (digit >= 0) return digit;
  const plain = text.replace(/零/g, '〇').replace(/两/g, '二');
  if (/^[〇一二三四五六七八九]$/.test(plain)) return DIGITS.indexOf(plain);
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain);
  if (!tens) return null;
  const ten = tens[1] ? DIGITS.indexOf(tens[1]) : 1;
  const one = tens[2] ? DIGITS.indexOf(tens[2]) : 0;
  return ten * 10 + one;
}

/** The numeral of 1 … 99 as headings write it. */
export function numeral(value: number): string {
  const ten = Math.floor(value / 10);
  const one = value % 10;
  if (ten === 0) return DIGITS[one] ?? '';
  return `${ten === 1 ? '' : DIGITS[ten]}十${one === 0 ? '' : DIGITS[one]}`;
}

const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** The value of a Chinese numeral as amounts are written: 零, 十二, 两百零三, 三千一百, 一万二千, or digit by digit (一二〇). Null for anything else. */
export function numeralAmount(text: string): number | null {
  const plain = text.replace(/零/g, '〇').replace(/两/g, '二');
  if (/^[〇一二三四五六七八九]+$/.test(plain)) return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''));
  const [, many, rest = ''] = /^(.+)万(.*)$/.exec(plain) ?? [];
  if (many === undefined) return belowTenThousand(plain);
  const [high, low] = [belowTenThousand(many), rest === '' ? 0 : belowTenThousand(rest)];
  return high === null || low === null ? null : high * 10_000 + low;
}

/** 十二, 三千一百〇五; not 三百五 for 350. */
function belowTenThousand(text: string): number | null {
  let value = 0;
  let unitBefore = 10_000;
  for (const [whole, zero, digit, unit] of text.matchAll(/(〇?)([一二三四五六七八九]?)([十百千]?)/g)) {
    if (whole === '') continue;
    const size = UNITS.get(unit ?? '') ?? 1;
    const isTen = size === 10 && digit === '' && value === 0;
    if (
      (digit === '' && !isTen) ||
      size >= unitBefore ||
      (size === 1 && unitBefore > 10 && unitBefore < 10_000 && zero === '')
    )
      return null;
    value += (isTen ? 1 : DIGITS.indexOf(digit ?? '')) * size;
    unitBefore = size;
  }
  return /^[〇一二三四五六七八九十百千]+$/.test(text) ? value : null;
}
