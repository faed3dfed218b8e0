// Which year a report is for: what front matter, title and reporting period say, judged together.
import { isReportingYear } from '../forms/front-matter.ts';
import { announcements, copulas, drawnUp, periodNames } from '../forms/prose-words.ts';
import type { Line, Part } from '../syntax/tree.ts';
import { anyOf } from '../text/any-of.ts';
import { overlap } from '../text/span.ts';
import type { FrontMatterEntry, Title, Year } from './report.ts';

/** A year with its 年, in digits of either width or in Chinese ones. */
export const YEAR = /([12１２][0-9０-９]{3}|二[〇○零0ОO][〇○零一二三四五六七八九0-9]{2})[ \u00a0\u3000]*年/;
const ALL_YEARS = new RegExp(YEAR.source, 'g');

/** The year that each of them names; null where it names none, and where a report can’t be for the front matter’s. */
export interface StatedYears {
  readonly frontMatter: Year | null;
  readonly title: Year | null;
  /** Of the first whole year from 1 January to 31 December, or the first year said to be the period, before the second section. */
  readonly period: Year | null;
  readonly periodForm: PeriodForm | null;
}

/** How the period’s year is written. */
interface PeriodForm {
  /** With both of its days. */
  readonly twice: boolean;
  /** As nothing but the period: said to be it without days, or alone on its line. */
  readonly sure: boolean;
}

/** The years that front matter, title and text name; `lines` are those of the whole report. */
export function statedYears(
  frontMatter: readonly FrontMatterEntry[],
  title: Title | null,
  lines: readonly Line[],
): StatedYears {
  const [inTitle, inPeriod] = [yearOf(title, 'title'), yearOfPeriod(lines)];
  return {
    frontMatter: yearOfFrontMatter(frontMatter, [inTitle, inPeriod?.year ?? null]),
    title: inTitle,
    period: inPeriod?.year ?? null,
    periodForm: inPeriod?.form ?? null,
  };
}

/**
 * The year that two of the three name; else that of the front matter, else the title's, unless the period is of
 * another one that more speaks for (`isOddOneOut`). Null where neither names a year.
 */
export function reportYear(stated: StatedYears, lines: readonly Line[]): Year | null {
  const { frontMatter, title, period } = stated;
  if (frontMatter)
    return frontMatter.value !== title?.value && title?.value === period?.value ? (title ?? frontMatter) : frontMatter;
  return title && period && isOddOneOut(title, period, stated.periodForm, lines) ? period : title;
}

/**
 * Whether the title’s year is the wrong one: no report can be for it; or it is an earlier one, which was left, and the text
 * names it no more often than the period’s; or a later one, and the text and the date of signature speak for the period’s.
 * A period of the year before may itself have been left; one further off is a slip, and the year that is written twice holds.
 */
function isOddOneOut(title: Year, period: Year, form: PeriodForm | null, lines: readonly Line[]): boolean {
  if (title.value === period.value) return false;
  if (!isReportingYear(title.value)) return true;
  const others = [...opening(lines)].filter(({ span }) => !overlap(span, title.span) && !overlap(span, period.span));
  const more = timesNamed(period, others) - timesNamed(title, others);
  if (title.value < period.value) return more >= 0;
  const signed = signedAfter(lines, period.value) - signedAfter(lines, title.value);
  const written = title.value - period.value > 1 && form?.twice ? 1 : 0;
  return more + signed + written > 0;
}

const DATE_ALONE = /^[ \u00a0\u3000]*([12１２][0-9０-９]{3})年.{1,8}日[ \u00a0\u3000]*$/;

/** 1 where the last line that is a date alone is of the year after; reports are signed then. */
function signedAfter(lines: readonly Line[], year: number): number {
  const dates = lines.flatMap((line) => (line.kind === 'text' ? (DATE_ALONE.exec(line.content.text)?.[1] ?? []) : []));
  const last = dates.at(-1);
  return last !== undefined && yearValue(last) === year + 1 ? 1 : 0;
}

function timesNamed({ value }: Year, parts: readonly Part[]): number {
  return parts.reduce((sum, { text }) => sum + text.normalize('NFKC').split(`${value}`).length - 1, 0);
}

/** The last that is given; of several that differ the one that another place names too. */
function yearOfFrontMatter(entries: readonly FrontMatterEntry[], others: readonly (Year | null)[]): Year | null {
  const given = entries.flatMap(({ key, entry: { value } }) => (key === 'year' && value ? yearGiven(value) : []));
  return given.findLast(({ value }) => others.some((other) => other?.value === value)) ?? given.at(-1) ?? null;
}

function yearGiven({ text, span }: Part): readonly Year[] {
  const value = Number(/^(\d{4})\s*年?$/.exec(text.normalize('NFKC'))?.[1]);
  return isReportingYear(value) ? [{ value, span, source: 'front-matter' }] : [];
}

/** Every year that a title names, in its order. */
export function yearsNamed(title: Title | null): readonly number[] {
  return [...(title?.text ?? '').matchAll(ALL_YEARS)].map(([, digits = '']) => yearValue(digits));
}

function yearOf(part: Part | null, source: Year['source']): Year | null {
  const match = part && YEAR.exec(part.text);
  if (!part || !match?.[1]) return null;
  // A joined title isn't a slice of the text: its year is then placed at the whole title.
  const exact = part.span.end - part.span.start === part.text.length;
  const start = exact ? part.span.start + match.index : part.span.start;
  return {
    value: yearValue(match[1]),
    span: { start, end: exact ? start + match[1].length : part.span.end },
    source,
  };
}

/** What four digits of a year say: ASCII, full-width or Chinese ones. */
export function yearValue(digits: string): number {
  const plain = digits
    .normalize('NFKC')
    .replace(/[○零ОO]/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String('〇一二三四五六七八九'.indexOf(digit)));
  return Number(plain);
}

const GAP = '[ \\u00a0\\u3000]{0,3}';
const DATE = (month: string, day: string): string => `${GAP}年${GAP}${month}${GAP}月${GAP}${day}${GAP}日?${GAP}`;
const WHOLE_YEAR = new RegExp(
  `(?<![0-9０-９])([12１２][0-9０-９]{3})${DATE('[0０]?[1１]', '[0０]?[1１]')}(?:起始?|开始)?${GAP}[，,]?${GAP}(?:至|到|[-—–~～－]{1,2})${GAP}` +
    `(?:([12１２][0-9０-９]{3})${GAP}年)?${GAP}[1１][2２]${GAP}月${GAP}[3３][1１]`,
);

/** 统计期限为2023年度 */
const NAMED_YEAR = new RegExp(
  `${anyOf(periodNames)}${GAP}(?:${anyOf(copulas)}|[：:])${GAP}([12１２][0-9０-９]{3})${GAP}年度?(?!${GAP}[0-9０-９])`,
);

/** 现将2023年…, 编制2023年政府信息公开工作年度报告 */
const ANNOUNCED = new RegExp(
  `(?:${announcements.begin}|${anyOf(drawnUp.acts)})[^，,。0-9]{0,16}([12１２][0-9０-９]{3})${GAP}年度?[^，,。]{0,24}?${anyOf([drawnUp.what, ...announcements.end])}`,
);

interface WrittenPeriod {
  readonly year: Year;
  readonly form: PeriodForm;
}

function yearOfPeriod(lines: readonly Line[]): WrittenPeriod | null {
  return writtenPeriod(lines) ?? announcedYear(lines);
}

/** That of the report which the opening announces, as the report is for no other. */
function announcedYear(lines: readonly Line[]): WrittenPeriod | null {
  for (const line of lines) {
    if (line.kind === 'section') return null;
    const match = line.kind === 'text' ? ANNOUNCED.exec(line.content.text) : null;
    if (line.kind !== 'text' || !match?.[1]) continue;
    const start = line.content.span.start + match.index + match[0].indexOf(match[1]);
    const span = { start, end: start + match[1].length };
    return { year: { value: yearValue(match[1]), span, source: 'preface' }, form: { twice: false, sure: false } };
  }
  return null;
}

function writtenPeriod(lines: readonly Line[]): WrittenPeriod | null {
  for (const { text, span } of opening(lines)) {
    const days = /[3３][1１]/.test(text) ? WHOLE_YEAR.exec(text) : null;
    const match = days ?? (text.includes('年') ? NAMED_YEAR.exec(text) : null);
    if (!match?.[1]) continue;
    const value = yearValue(match[1]);
    if (match[2] !== undefined && yearValue(match[2]) !== value) continue;
    const start = span.start + match.index + match[0].indexOf(match[1]);
    const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length);
    return {
      year: { value, span: { start, end: start + match[1].length }, source: 'preface' },
      form: { twice: days?.[2] !== undefined, sure: days === null || /^[\s（()）日止]*$/.test(rest) },
    };
  }
  return null;
}

/** What is written before the second section, line by line, without headings of sections and rows. */
function* opening(lines: readonly Line[]): Generator<Part> {
  let sections = 0;
  for (const line of lines) {
    if (line.kind === 'section' && ++sections > 1) return;
    if (line.kind === 'text' || line.kind === 'subsection' || line.kind === 'item') yield line.content;
  }
}
