import { numeralValue } from '../text/chinese-numerals.ts';

/** A day as a text writes it; what isn't written is null. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** Whether year, month and day are followed by 年, 月 and 日 (or 号), each where the number is written, or parted by one mark. */
  readonly wellFormed: boolean;
}

/** A stretch of time between two days. */
export interface Period {
  /** Offsets in the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly from: WrittenDate;
  readonly to: WrittenDate;
  /** 自 or 从, 起, the word or dash between the days, 止: as written, empty where not. */
  readonly words: { readonly from: string; readonly begin: string; readonly to: string; readonly end: string };
}

const NUMERIC = /\d{4}[.．/-]\d/;
const GAP = '[ \\t\\u00a0\\u3000]{0,3}';
const DIGIT = '[〇○零一二三四五六七八九]';
const YEAR = `(?:(\\d{1,8}|${DIGIT}{4})${GAP}年度?${GAP})?`;
const MONTH = `(\\d{1,3}|[一二三四五六七八九十]{1,3})${GAP}月${GAP}`;
const DAY = `(?:(\\d{1,3}|[一二三四五六七八九十]{1,3})${GAP}([日号])?)?`;
const DATE = YEAR + MONTH + DAY;
const TO = '(至|到|[-—–~～－]{1,2})';

/** 2023.01.01至2023.12.31, 2023/1/1-12/31: one mark parts all the numbers. */
const NUMERIC_PERIOD = new RegExp(
  `(自|从)?${GAP}(?<![\\d.．/-])(\\d{4,8})([.．/-])(\\d{1,3})\\3(\\d{1,3})日?${GAP}(起始?|开始)?${GAP}[，,]?${GAP}${TO}${GAP}` +
    `(?:(\\d{4,8})\\3)?(\\d{1,3})\\3(\\d{1,3})(?![\\d.．/-]*\\d)日?${GAP}(截?止)?`,
  'gu',
);

const PERIOD = new RegExp(
  `(自|从)?${GAP}(?<!\\d)${DATE}${GAP}(起始?|开始)?${GAP}[，,]?${GAP}${TO}${GAP}${DATE}${GAP}(截?止)?`,
  'gu',
);

/** Whether a text may name a period at all. */
export function mayNamePeriod(text: string): boolean {
  return text.includes('月') || NUMERIC.test(text);
}

/**
 * The periods that a text names: 自2023年1月1日起至2023年12月31日止, with or without 自 起 止, in digits or Chinese
 * numerals; then those written 2023.1.1-2023.12.31.
 */
export function* periodsIn(text: string): Generator<Period> {
  if (text.includes('月')) yield* wordedPeriods(text);
  if (NUMERIC.test(text)) yield* numericPeriods(text);
}

function* numericPeriods(text: string): Generator<Period> {
  for (const match of text.matchAll(NUMERIC_PERIOD)) {
    const [whole, from = '', year1, , month1, day1, begin = '', to = '', year2, month2, day2, end = ''] = match;
    yield {
      ...placeOf(match.index, whole),
      from: writtenDate(year1, month1, day1, '.'),
      to: writtenDate(year2, month2, day2, '.'),
      words: { from, begin, to, end },
    };
  }
}

function placeOf(index: number, whole: string): { readonly start: number; readonly end: number } {
  return { start: index + (whole.length - whole.trimStart().length), end: index + whole.trimEnd().length };
}

function* wordedPeriods(text: string): Generator<Period> {
  for (const match of text.matchAll(PERIOD)) {
    const [whole, from = '', year1, month1, day1, mark1, begin = '', to = '', year2, month2, day2, mark2, end = ''] =
      match;
    yield {
      ...placeOf(match.index, whole),
      from: writtenDate(year1, month1, day1, mark1),
      to: writtenDate(year2, month2, day2, mark2),
      words: { from, begin, to, end },
    };
  }
}

function writtenDate(year?: string, month?: string, day?: string, mark?: string): WrittenDate {
  return {
    year: year === undefined ? null : yearOf(year),
    month: numberOf(month ?? ''),
    day: day === undefined ? null : numberOf(day),
    wellFormed: day === undefined || mark !== undefined,
  };
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (numeralValue(text) ?? Number.NaN);
}

function yearOf(text: string): number {
  return /^\d+$/.test(text)
    ? Number(text)
    : Number([...text].map((digit) => numeralValue(digit.replace('○', '〇'))).join(''));
}

/** Whether the calendar has such a day, with a year of four digits. */
export function exists({ year, month, day }: WrittenDate): boolean {
  if (year !== null && (year < 1949 || year > 2100)) return false;
  if (!(month >= 1 && month <= 12)) return false;
  return day === null || (day >= 1 && day <= daysOf(year ?? 2000, month));
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
