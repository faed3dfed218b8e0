import {
  announcements,
  carriedOver,
  denials,
  deniedNeeds,
  drawnUp,
  earlierReports,
  nothings,
  openingWords,
  otherMatters,
  reportedActs,
  reportedCounters,
  reportedThings,
  requestCounter,
  roundings,
  thingCounters,
  timeLeads,
  until,
  upTo,
  yearsAttributes,
} from '../forms/prose-words.ts';
import { sectionById } from '../report/lookup.ts';
import type { Report } from '../report/report.ts';
import type { InlineToken } from '../syntax/inline-tokens.ts';
import { anyOf } from '../text/any-of.ts';
import type { Span } from '../text/span.ts';
import { narrowed, type ProseLine, proseLines, sentences, tokensOf } from './prose.ts';

export interface StaleYearPlace {
  /** The year with its 年. */
  readonly span: Span;
  readonly written: number;
}

/** A sentence with one of these speaks, or may speak, of more than this year’s facts. */
const OTHER_MATTER = new RegExp(anyOf(otherMatters));

/** What is said of carried-over requests beside this year’s figures; a sentence that tells of nothing else keeps it. */
const CARRIED = new RegExp(`(?<=\\d\\s?${requestCounter}[^。；;]{0,20})${anyOf(carriedOver)}`, 'g');

const COUNTER = anyOf(reportedCounters);
const COUNTED = new RegExp(
  `${anyOf(reportedActs)}[^，,。；;]{0,40}?\\d[\\d.,]*\\s?${anyOf(roundings)}?\\s?${COUNTER}|${anyOf(reportedThings)}\\s?\\d+\\s?${anyOf(thingCounters)}`,
);
const NONE = new RegExp(
  `${anyOf(denials)}[^，,。；;]{0,10}${anyOf([...reportedActs, ...deniedNeeds])}|${anyOf(nothings)}`,
);
/** 2022年12月31日 as the day up to which is counted; any other day is an event’s. */
const YEAR_END = new RegExp(`^${anyOf([...upTo, until])}\\s?$`);
const REPORTED = new RegExp(
  `${announcements.begin}.{0,40}${anyOf(announcements.end)}|${anyOf(drawnUp.acts)}[^，,。]{0,24}${drawnUp.what}`,
);
const EARLIER = new RegExp(anyOf(earlierReports));
const OPENING = new RegExp(anyOf(openingWords));
const HEADING = new RegExp(
  `^(?:[（(][一二三四五六七八九十]+[）)]|\\d+[.．、])?(?:[一二三四五六七八九十]是)?${anyOf(timeLeads)}?\\s?$`,
);
const ATTRIBUTE = new RegExp(`^\\s?年度?${anyOf(yearsAttributes)}`);

/** The places where the year before stands for this one; the reasons why a sentence is left alone are in the rule’s page. */
export function staleYears(report: Report, year: number): readonly StaleYearPlace[] {
  const last = String(year - 1);
  const opening = proseLines(report, report.preface);
  const overview = proseLines(report, sectionById(report, 'overview')?.lines ?? []);
  const other = proseLines(report, sectionById(report, 'other')?.lines ?? []);
  const openings = new Set([firstWithYear(opening), firstWithYear(overview)]);
  const candidates = (lines: readonly ProseLine[]) => lines.filter(({ text }) => text.includes(last));
  const read = (line: ProseLine): readonly Sentence[] => readSentences(report, line);
  const facts = candidates([...opening, ...overview, ...other]).flatMap((line) =>
    inLine(read(line), year, openings.has(line)),
  );
  const reports = candidates(opening).flatMap((line) => read(line).flatMap((each) => inPreface(each, year - 1)));
  const said = new Set(facts.map(({ span }) => span.start));
  return [...facts, ...reports.filter(({ span }) => !said.has(span.start))];
}

function firstWithYear(lines: readonly ProseLine[]): ProseLine | undefined {
  return lines.slice(0, 3).find(({ text }) => /20\d\d/.test(text));
}

/** A sentence without the names and numbers of documents in it, whose years are no statement. */
interface Sentence extends ProseLine {
  readonly years: readonly WrittenYear[];
}

interface WrittenYear {
  readonly year: number;
  /** From the start of the sentence. */
  readonly at: number;
}

function readSentences(report: Report, line: ProseLine): readonly Sentence[] {
  const tokens = tokensOf(report, line);
  const isName = (token: InlineToken, i: number): boolean => isNamed(token, tokens[i - 1], tokens[i + 1]);
  const text = tokens
    .map((token, i) => (isName(token, i) ? '□'.repeat(token.text.length) : narrowed(token.text)))
    .join('');
  const years = tokens.flatMap((token, i) => (isName(token, i) ? [] : yearIn(token)));
  let next = 0;
  return [...sentences(line)].map(({ start, text: { length } }) => {
    const from = next;
    while ((years[next]?.at ?? Number.POSITIVE_INFINITY) < start + length) next++;
    return {
      start,
      text: text.slice(start - line.start, start - line.start + length),
      years: years.slice(from, next).map(({ year, at }) => ({ year, at: at - start })),
    };
  });
}

/** Whether a token is a name or the number of a document: 《…》, 〔2021〕30号, （2021）. */
function isNamed({ kind, text }: InlineToken, before?: InlineToken, after?: InlineToken): boolean {
  if (kind === 'quotation') return true;
  if (kind === 'document-number') return !isDigit(text);
  return kind === 'number' && text.length === 4 && before?.kind === 'bracket' && after?.kind === 'bracket';
}

function isDigit(text: string): boolean {
  return /^[\d０-９]/.test(text);
}

/** The year in digits that a token begins with, with its place in the report. */
function yearIn({ kind, text, span }: InlineToken): readonly WrittenYear[] {
  if (kind !== 'year' && kind !== 'date' && kind !== 'number' && kind !== 'document-number') return [];
  const digits = /^(?:19|20)\d\d(?!\d)/.exec(narrowed(text))?.[0];
  return digits === undefined ? [] : [{ year: Number(digits), at: span.start }];
}

/** 现将2022年度政府信息公开工作情况报告如下, or the report itself named with its year. */
function inPreface({ start, text, years }: Sentence, last: number): readonly StaleYearPlace[] {
  const [first] = years;
  if (!first || years.some(({ year }) => year !== last)) return [];
  if (!REPORTED.test(text) || EARLIER.test(text) || !/^\s?年/.test(text.slice(first.at + 4))) return [];
  return [placeAt(start, text, first)];
}

function inLine(all: readonly Sentence[], year: number, opensPart: boolean): readonly StaleYearPlace[] {
  if (compares(all, year)) return [];
  return all.flatMap(({ start, text, years }, i): StaleYearPlace[] => {
    const [first] = years;
    if (!first || years.some((each) => each.year !== year - 1) || speaksOfOther(text)) return [];
    const lead = text.slice(0, first.at);
    const rest = text.slice(first.at + 4);
    if (!isTimeOfSentence(lead, rest)) return [];
    const opens = opensPart && i <= 1 && /^[^，,]{0,12}$/.test(lead) && OPENING.test(rest);
    return COUNTED.test(rest) || NONE.test(rest) || opens ? [placeAt(start, text, first)] : [];
  });
}

function speaksOfOther(text: string): boolean {
  return OTHER_MATTER.test(text.replace(CARRIED, ''));
}

/** Whether the paragraph gives the figures of both years side by side. */
function compares(all: readonly Sentence[], year: number): boolean {
  const counted = all.flatMap(({ text, years }) => (COUNTED.test(text) ? years.map((each) => each.year) : []));
  return counted.includes(year) && counted.includes(year - 1);
}

/** Whether the year is the time of what the sentence tells: at the head of a clause, as a year or as its last day. */
function isTimeOfSentence(lead: string, rest: string): boolean {
  const clause = lead.slice(
    Math.max(...['，', ',', '：', ':', '。', '、', ' '].map((mark) => lead.lastIndexOf(mark))) + 1,
  );
  if (!HEADING.test(clause)) return false;
  if (/^\s?年\s?\d/.test(rest)) return YEAR_END.test(clause) && /^\s?年\s?12\s?月\s?31\s?日/.test(rest);
  return /^\s?年度?/.test(rest) && !ATTRIBUTE.test(rest);
}

function placeAt(start: number, text: string, { at, year }: WrittenYear): StaleYearPlace {
  const mark = text[at + 4] === '年' ? 1 : 0;
  return { span: { start: start + at, end: start + at + 4 + mark }, written: year };
}
