// Which year a report is for: what front matter, title and reporting period say, judged together.
import { isReportingYear } from '../forms/front-matter.ts';
import type { Line, Part } from '../syntax/tree.ts';
import { overlap } from '../text/span.ts';
import type { FrontMatterEntry, Title, Year } from './report.ts';

/** A year with its 年, in digits of either width or in Chinese ones. */
export const YEAR = /([12１２][0-9０-９]{3}|二[〇○零0ОO][〇○零一二三四五六七八九0-9]{2})[ \u00a0\u3000]*年/;
const ALL_YEARS = new RegExp(YEAR.source, 'g');

/** The year that each of them names; null where it names none, or none that a report can be for. */
export interface StatedYears {
  readonly frontMatter: Year | null;
  readonly title: Year | null;
  /** Of the first whole year from 1 January to 31 December before the second section. */
  readonly period: Year | null;
}

/** The years that front matter, title and text name; `lines` are those of the whole report. */
export function statedYears(
  frontMatter: readonly FrontMatterEntry[],
  title: Title | null,
  lines: readonly Line[],
): StatedYears {
  const [inTitle, inPeriod] = [yearOf(title, 'title'), yearOfPeriod(lines)];
  return { frontMatter: yearOfFrontMatter(frontMatter, [inTitle, inPeriod]), title: inTitle, period: inPeriod };
}

/**
 * The year that two of the three name; else that of the front matter, else the title's, unless the period is of
 * another one, and the text names that one more often; for a title of an earlier year, which was left, no less often. Null where neither names a year.
 */
export function reportYear({ frontMatter, title, period }: StatedYears, lines: readonly Line[]): Year | null {
  if (frontMatter)
    return frontMatter.value !== title?.value && title?.value === period?.value ? (title ?? frontMatter) : frontMatter;
  return title && period && isOddOneOut(title, period, lines) ? period : title;
}

function isOddOneOut(title: Year, period: Year, lines: readonly Line[]): boolean {
  if (title.value === period.value) return false;
  const others = [...opening(lines)].filter(({ span }) => !overlap(span, title.span) && !overlap(span, period.span));
  const more = timesNamed(period, others) - timesNamed(title, others);
  return title.value < period.value ? more >= 0 : more > 0;
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

function yearOfPeriod(lines: readonly Line[]): Year | null {
  for (const content of opening(lines)) {
    const match = /[3３][1１]/.test(content.text) ? WHOLE_YEAR.exec(content.text) : null;
    if (!match?.[1]) continue;
    const value = yearValue(match[1]);
    if (match[2] !== undefined && yearValue(match[2]) !== value) continue;
    const start = content.span.start + match.index;
    return { value, span: { start, end: start + match[1].length }, source: 'preface' };
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
