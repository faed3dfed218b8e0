import { periodWords } from '../forms/prose-words.ts';
import type { DateToken, InlineToken } from '../syntax/inline-tokens.ts';
import { anyOf } from '../text/any-of.ts';
import type { Span } from '../text/span.ts';

/** A day as a text writes it; what isn't written is null. */
export type WrittenDate = Pick<DateToken, 'year' | 'month' | 'day' | 'wellFormed'>;

/** A stretch of time between two days. */
export interface Period {
  /** From the word before the first day, if any, to the one after the second. */
  readonly span: Span;
  readonly from: WrittenDate;
  readonly to: WrittenDate;
  /** 自 or 从, 起, the word or dash between the days, 止: as written, empty where not. */
  readonly words: { readonly from: string; readonly begin: string; readonly to: string; readonly end: string };
}

const GAP = '[ \\t\\u00a0\\u3000]{0,3}';
const BEFORE = new RegExp(`(${anyOf(periodWords.from)})${GAP}$`);
const BETWEEN = new RegExp(
  `^日?${GAP}(${anyOf(periodWords.begin)})?${GAP}[，,]?${GAP}(${anyOf(periodWords.to)}|[-—–~～－]{1,2})${GAP}$`,
);
const AFTER = new RegExp(`^日?${GAP}(${anyOf(periodWords.end)})`);
/** The longest of what stands before and after the days, in UTF-16 units, and the most tokens between them. */
const REACH = 24;
const TOKENS_BETWEEN = 9;
const DAY_MARK = '日';
const NUMERIC = /\d{4}[.．/-]\d/;

/** Whether a text, in ASCII digits, may name a period at all. */
export function mayNamePeriod(text: string): boolean {
  return text.includes('月') || NUMERIC.test(text);
}

/**
 * The periods that a line of `text` with these tokens names: 自2023年1月1日起至2023年12月31日止, with or without 自 起 止,
 * in digits or Chinese numerals, or written 2023.1.1-2023.12.31.
 */
export function periodsIn(text: string, tokens: readonly InlineToken[]): readonly Period[] {
  const periods: Period[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'date' || token.span.start < (periods.at(-1)?.span.end ?? 0)) continue;
    const period = periodFrom(text, token, tokens.slice(i + 1, i + 1 + TOKENS_BETWEEN));
    if (period) periods.push(period);
  }
  return periods;
}

function periodFrom(text: string, first: DateToken, next: readonly InlineToken[]): Period | null {
  const second = next.find(({ kind }) => kind === 'date' || kind === 'number');
  if (!second) return null;
  const between = BETWEEN.exec(text.slice(first.span.end, second.span.start));
  const last = second.kind === 'date' && second.mark === first.mark ? second : shortDate(text, second, first.mark);
  if (!between || !last) return null;
  const before = BEFORE.exec(text.slice(Math.max(0, first.span.start - REACH), first.span.start));
  const after = AFTER.exec(text.slice(last.span.end, last.span.end + REACH));
  return {
    span: {
      start: first.span.start - (before?.[0].length ?? 0),
      end: last.span.end + (after?.[0] ?? dayMark(text, last)).length,
    },
    from: first,
    to: last,
    words: { from: before?.[1] ?? '', begin: between[1] ?? '', to: between[2] ?? '', end: after?.[1] ?? '' },
  };
}

/** A 日 after a day that one mark parts from its month. */
function dayMark(text: string, { span: { end } }: { readonly span: Span }): string {
  return text[end] === DAY_MARK ? DAY_MARK : '';
}

/** 12.31 after 2023.1.1: a second day without its year. */
function shortDate(
  text: string,
  { span: { start } }: InlineToken,
  mark: string | null,
): (WrittenDate & { readonly span: Span }) | null {
  const [whole, month, found, day] =
    /^([\d０-９]{1,3})([.．/-])([\d０-９]{1,3})(?![\d０-９])/.exec(text.slice(start, start + REACH)) ?? [];
  if (whole === undefined || found !== mark) return null;
  const span = { start, end: start + whole.length };
  return { span, year: null, month: plainNumber(month), day: plainNumber(day), wellFormed: true };
}

function plainNumber(digits = ''): number {
  return Number(digits.normalize('NFKC'));
}

/** Every month has so many. */
const FEWEST_DAYS = 28;

/** Whether the calendar has such a day, with a year of four digits. */
export function exists({ year, month, day }: WrittenDate): boolean {
  if (year !== null && (year < 1949 || year > 2100)) return false;
  if (!(month >= 1 && month <= 12)) return false;
  return day === null || (day >= 1 && (day <= FEWEST_DAYS || day <= daysOf(year ?? 2000, month)));
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
