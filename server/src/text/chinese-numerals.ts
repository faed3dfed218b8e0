const DIGITS = '〇一二三四五六七八九';

/**
 * The value of a Chinese numeral as headings use it: 一 … 九十九, also 〇 and 零 (for 0) and 两. Null for anything else.
 */
export function numeralValue(text: string): number | null {
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
