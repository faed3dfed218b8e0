import {
  actAdverbs,
  announcements,
  carriedOver,
  denials,
  deniedNeeds,
  drawnUp,
  earlierReports,
  nothings,
  numeralCounters,
  onlyDone,
  openingWords,
  otherMatters,
  reportedActs,
  reportedCounters,
  reportedThings,
  requestCounter,
  roundings,
  selves,
  sums,
  takingVerbs,
  thingCounters,
  timeLeads,
  timeOfAct,
  until,
  upTo,
  yearsAttributes,
} from '../forms/prose-words.ts';
import { sectionById } from '../report/lookup.ts';
import type { Report } from '../report/report.ts';
import { type InlineToken, sentencesIn } from '../syntax/inline-tokens.ts';
import { anyOf } from '../text/any-of.ts';
import { append, greatest } from '../text/lists.ts';
import type { Span } from '../text/span.ts';
import { narrowed, type ProseLine, proseLines, sentences, tokensOf } from './prose.ts';

export interface StaleYearPlace {
  /** The year with its 年. */
  readonly span: Span;
  readonly written: number;
  /** Every place of the sentence that names that year, the first included. */
  readonly all: readonly Span[];
}

/** A sentence with one of these speaks, or may speak, of more than this year’s facts. */
const OTHER_MATTER = new RegExp(anyOf(otherMatters));

/** What is said of carried-over requests beside this year’s figures; a sentence that tells of nothing else keeps it. */
const CARRIED = new RegExp(`(?<=\\d\\s?${requestCounter}[^。；;]{0,20})${anyOf(carriedOver)}`, 'g');

/** 12件, 120余条; 三十二条 where the phrase ends there. */
const amountOf = (counters: readonly string[]): string =>
  `(?:\\d[\\d.,]*\\s?${anyOf(roundings)}?\\s?${anyOf(counters)}|(?<!第)[二三四五六七八九十百千两][一二三四五六七八九十百千]{0,6}${anyOf(roundings)}?${anyOf(numeralCounters)}(?=[，,。；;、（()）\\s]|$))`;
const COUNTED = new RegExp(
  `${anyOf(reportedActs)}[^，,。；;]{0,40}?${amountOf(reportedCounters)}|${anyOf(reportedThings)}\\s?${amountOf(thingCounters)}`,
);
const NONE = new RegExp(
  `${anyOf(denials)}[^，,。；;]{0,10}${anyOf([...reportedActs, ...deniedNeeds])}|${anyOf(nothings)}`,
);
/** The end of December as the time up to which is counted; any other day is an event’s. */
const YEAR_END = new RegExp(`${anyOf([...upTo, until])}\\s?$`);
const LAST_DAYS = /^\s?年\s?12\s?月\s?(?:31\s?日|底|末)/;
const TO_DECEMBER = '\\s?月?\\s?份?\\s?(?:[-—–~～－]{1,2}|至|到)\\s?12\\s?月';
/** 2022年1-12月 */
const ALL_MONTHS = new RegExp(`^\\s?年\\s?1${TO_DECEMBER}(?!\\s?\\d)`);
/** 2022年1月1日至2022年12月31日, with the words around it. */
const ALL_DAYS =
  /[自从]?(?:19|20)\d\d\s?年\s?1\s?月\s?1\s?日\s?起?\s?(?:[-—–~～－]{1,2}|至|到)\s?(?:(?:19|20)\d\d\s?年\s?)?12\s?月\s?31\s?日\s?止?/;
const REPORTED = new RegExp(
  `${announcements.begin}.{0,40}${anyOf(announcements.end)}|${anyOf(drawnUp.acts)}[^，,。]{0,24}${drawnUp.what}`,
);
const EARLIER = new RegExp(anyOf(earlierReports));
const OPENING = new RegExp(anyOf(openingWords));
/** What stands before the year at the head of a clause: a mark, whose year it is, a word of time. */
const HEADING = new RegExp(
  `^(?:[（(][一二三四五六七八九十]+[）)]|\\d+[.．、])?(?:[一二三四五六七八九十]是)?(?<self>[\\u4e00-\\u9fff]{0,16}?)(?<lead>${anyOf(timeLeads)})?\\s?$`,
);
const SELF = new RegExp(`^${anyOf(selves)}$`);
/** Where more than a word of time stands before the year, it is the time of an act that follows at once. */
const ACTS = new RegExp(`^\\s?年度?[，,]?\\s?${anyOf(actAdverbs)}{0,3}${anyOf(reportedActs)}`);
const SUMMED = new RegExp(anyOf([...sums, ...onlyDone]));
const ATTRIBUTE = new RegExp(
  `^\\s?年度?(?:${anyOf(yearsAttributes)}|(?!${anyOf(takingVerbs)})[^，,。；;：:我本全共各\\d]{1,6}的(?![^，,。；;\\d]{0,8}${anyOf(sums)}\\s?\\d))`,
);

/** The places where the year before, or the next, stands for this one; the reasons why a sentence is left alone are in the rule’s page. */
export function staleYears(report: Report, year: number): readonly StaleYearPlace[] {
  const years = [String(year - 1), String(year + 1)];
  const opening = proseLines(report, report.preface);
  const overview = proseLines(report, sectionById(report, 'overview')?.lines ?? []);
  const other = proseLines(report, sectionById(report, 'other')?.lines ?? []);
  const openings = new Set([firstWithYear(opening), firstWithYear(overview)]);
  const candidates = (lines: readonly ProseLine[]) =>
    lines.filter(({ text }) => years.some((each) => text.includes(each)));
  const read = (line: ProseLine): readonly Sentence[] => readSentences(report, line);
  const facts = candidates([...opening, ...overview, ...other]).flatMap((line) =>
    inLine(read(line), { year, opensPart: openings.has(line), body: report.body?.text ?? '' }),
  );
  const reports = candidates(opening).flatMap((line) => read(line).flatMap((each) => inPreface(each, year - 1)));
  const said = new Set(facts.map(({ span }) => span.start));
  return [...facts, ...reports.filter(({ span }) => !said.has(span.start))];
}

function firstWithYear(lines: readonly ProseLine[]): ProseLine | undefined {
  return lines.slice(0, 3).find(({ text }) => /20\d\d/.test(text));
}

/** A sentence without the names and numbers of documents in it, whose years are no statement. */
export interface Sentence extends ProseLine {
  readonly years: readonly WrittenYear[];
}

export interface WrittenYear {
  readonly year: number;
  /** From the start of the sentence. */
  readonly at: number;
}

/** The sentences of a line with the years that they state. */
export function readSentences(report: Report, line: ProseLine): readonly Sentence[] {
  const { text, years } = readLine(report, line);
  let next = 0;
  return sentences(line).map(({ start, text: { length } }) => {
    const from = next;
    while ((years[next]?.at ?? Number.POSITIVE_INFINITY) < start + length) next++;
    return {
      start,
      text: text.slice(start - line.start, start - line.start + length),
      years: years.slice(from, next).map(({ year, at }) => ({ year, at: at - start })),
    };
  });
}

/** A line without the names in its sentences that may state a year, and the years, with their places in the report. */
function readLine(report: Report, line: ProseLine): Pick<Sentence, 'text' | 'years'> {
  const parts: string[] = [];
  const years: WrittenYear[] = [];
  for (const { start, end } of sentencesIn(line.text, { start: 0, end: line.text.length })) {
    const text = line.text.slice(start, end);
    const tokens = MAY_STATE.test(text) ? tokensOf(report, { start: line.start + start, text }) : null;
    if (!tokens) parts.push(text);
    for (const [i, token] of (tokens ?? []).entries()) {
      const isName = isNamed(token, tokens?.[i - 1], tokens?.[i + 1]);
      parts.push(isName ? '□'.repeat(token.text.length) : narrowed(token.text));
      if (!isName) append(years, yearIn(token));
    }
  }
  return { text: parts.join(''), years };
}

const MAY_STATE = /(?:19|20)\d\d/;

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
  return placeAt(start, text, years);
}

/** What a line is read by. */
interface Reading {
  readonly year: number;
  /** Whether the line opens the report or part 一. */
  readonly opensPart: boolean;
  readonly body: string;
}

function inLine(all: readonly Sentence[], reading: Reading): readonly StaleYearPlace[] {
  const counted = countedYears(all);
  return all.flatMap((sentence, i): readonly StaleYearPlace[] => {
    const [first] = sentence.years;
    if (!first || Math.abs(first.year - reading.year) !== 1) return [];
    // The paragraph gives the figures of both years side by side.
    if (counted.has(reading.year) && counted.has(first.year)) return [];
    if (sentence.years.some((each) => each.year !== first.year)) return [];
    return isStale(sentence, first, i, reading) ? placeAt(sentence.start, sentence.text, sentence.years) : [];
  });
}

/** Whether a sentence that names one other year reports facts as of that year. */
function isStale({ text }: Sentence, first: WrittenYear, i: number, { year, opensPart, body }: Reading): boolean {
  const period = ALL_DAYS.exec(text)?.[0] ?? '';
  if (speaksOfOther(text.replace(period, ''))) return false;
  const lead = text.slice(0, first.at);
  const rest = text.slice(first.at + 4);
  const time = timeOf(lead, rest, body);
  if (time === 'none') return false;
  const tells = COUNTED.test(rest) || NONE.test(rest);
  // The next year’s facts can’t be known: only what is summed up or denied is a slip.
  if (first.year > year) return tells && (time === 'whole' || SUMMED.test(rest) || NONE.test(rest));
  return tells || (time !== 'act' && opensPart && i <= 1 && /^[^，,]{0,12}$/.test(lead) && OPENING.test(rest));
}

function speaksOfOther(text: string): boolean {
  return OTHER_MATTER.test(text.replace(CARRIED, ''));
}

/** The years of which a paragraph counts something. */
function countedYears(all: readonly Sentence[]): ReadonlySet<number> {
  return new Set(
    all.flatMap(({ text, years }) => (years.length > 0 && COUNTED.test(text) ? years.map(({ year }) => year) : [])),
  );
}

/**
 * Whether the year is the time of what the sentence tells: at the head of a `clause`, or after whose it is, of the `act`
 * that follows; or the `whole` of it, as all its months or up to its last day.
 */
function timeOf(lead: string, rest: string, body: string): 'clause' | 'whole' | 'act' | 'none' {
  const clause = lead.slice(
    greatest(['，', ',', '：', ':', '。', '、', ' '].map((mark) => lead.lastIndexOf(mark))) + 1,
  );
  const { self = '', lead: word = '' } = HEADING.exec(clause)?.groups ?? { self: '?' };
  const isOwn = self === '' || SELF.test(self) || (self.length >= 2 && body.includes(self));
  if (!isOwn) return 'none';
  if (/^\s?年\s?\d/.test(rest)) {
    const whole =
      ALL_MONTHS.test(rest) ||
      ALL_DAYS.exec(`2000${rest}`)?.index === 0 ||
      (YEAR_END.test(clause) && LAST_DAYS.test(rest));
    return whole ? 'whole' : 'none';
  }
  if (!/^\s?年度?/.test(rest) || ATTRIBUTE.test(rest)) return 'none';
  if (self === '' && word !== timeOfAct) return 'clause';
  return ACTS.test(rest) ? 'act' : 'none';
}

/** The place of the first of a sentence's years, which are all the same. */
export function placeAt(start: number, text: string, years: readonly WrittenYear[]): readonly StaleYearPlace[] {
  const all = years.map(({ at }) => {
    const mark = text[at + 4] === '年' ? 1 : 0;
    return { start: start + at, end: start + at + 4 + mark };
  });
  const [span] = all;
  const [first] = years;
  return span && first ? [{ span, written: first.year, all }] : [];
}
