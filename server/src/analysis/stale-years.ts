import { sectionById } from '../report/lookup.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { type ProseLine, proseLines, sentences } from './prose.ts';

export interface StaleYearPlace {
  /** The year with its 年. */
  readonly span: Span;
  readonly written: number;
}

/** Names and numbers of documents: years in them are no statement. */
const NAMES =
  /《[^《》]{0,120}》|〈[^〈〉]{0,120}〉|“[^“”]{0,80}”|"[^"]{0,80}"|[〔[［【(（]\s{0,2}\d{4}\s{0,2}[〕\]］】)）]/g;
const YEARS = /(?<!\d)((?:19|20)\d\d)(?!\d)/g;

/** A sentence with one of these speaks, or may speak, of more than this year’s facts. */
const OTHER_MATTER = new RegExp(
  [
    '较|比|同期|相较|增长|增加|上升|下降|减少|上一?年|去年|前年|今年|本年|当年|历年|近年|往年',
    '结转|转入|转至|跨年|以来|至今|基础上|延续|起至|起，|自20|从20|自 20|从 20|学年|届',
    '预算|决算|要点|公报|年鉴|总结|年报|审计|绩效|计划|规划|方案|考核|评估|测评|评比|排名|通报|表彰|荣获|获评',
    '将|拟|下一步|明年|次年|届时|成立|设立|挂牌|组建|启用',
  ].join('|'),
);

/** What is said of carried-over requests beside this year’s figures; a sentence that tells of nothing else keeps a 结转. */
const CARRIED =
  /(?<=\d\s?件[^。；;]{0,20})(?:其中)?(?:上一?年度?(?:结转|转入)|结转(?:上|至?下)一?年度?|(?:结转|转)至?下一?年度?(?:继续办理)?)/g;

const VERB =
  '收到|受理|接到|接收|办理|办结|答复|处理|公开|发布|公布|制发|制定|印发|出台|废止|开展|举办|召开|编发|更新|推送|转发|回应|解读|收取|发生|审核|上传';
const COUNTED = new RegExp(
  `(?:${VERB})[^，,。；;]{0,40}?\\d[\\d.,]*\\s?(?:余|多|万)?\\s?(?:[件条份篇次期场个项起宗部元]|人次)|(?:信息|文件|申请|案件)\\s?\\d+\\s?[件条份篇起宗]`,
);
const NONE = new RegExp(`(?:未|没有|无)[^，,。；;]{0,10}(?:${VERB}|需要?报告)|零(?:申请|收费|复议|诉讼)`);
/** 2022年12月31日 as the day up to which is counted; any other day is an event’s. */
const YEAR_END = /^(?:截[至止]到?|到)\s?$/;
const REPORTED = /现将.{0,40}(?:报告|公布|公开|汇报)如下|(?:编制|形成|发布|公布)(?:了|本|的)?[^，,。]{0,24}年度报告/;

/** What the opening sentence of a report speaks of. */
const OPENING = /贯彻|落实|坚持|按照|根据|围绕|领导下|指导下|严格|积极|认真|扎实|全面|深入|持续|不断|推进|高度重视/;

/** The places where the year before stands for this one; the reasons why a sentence is left alone are in the rule’s page. */
export function staleYears(report: Report, year: number): readonly StaleYearPlace[] {
  const last = String(year - 1);
  const opening = proseLines(report, report.preface);
  const overview = proseLines(report, sectionById(report, 'overview')?.lines ?? []);
  const other = proseLines(report, sectionById(report, 'other')?.lines ?? []);
  const openings = new Set([firstWithYear(opening), firstWithYear(overview)]);
  const facts = [...opening, ...overview, ...other].flatMap((line) =>
    line.text.includes(last) ? inLine(line, year, openings.has(line)) : [],
  );
  const reports = opening.flatMap((line) => (line.text.includes(last) ? inPreface(line, year - 1) : []));
  const said = new Set(facts.map(({ span }) => span.start));
  return [...facts, ...reports.filter(({ span }) => !said.has(span.start))];
}

function firstWithYear(lines: readonly ProseLine[]): ProseLine | undefined {
  return lines.slice(0, 3).find(({ text }) => /20\d\d/.test(text));
}

/** 现将2022年度政府信息公开工作情况报告如下, or the report itself named with its year. */
function inPreface(line: ProseLine, last: number): readonly StaleYearPlace[] {
  return [...sentences(line)].flatMap((sentence): StaleYearPlace[] => {
    const text = masked(sentence.text);
    const places = yearsOf(text);
    if (places.length === 0 || places.some(({ year }) => year !== last)) return [];
    const reports = REPORTED.test(text) && !/已|按时|按期|较|比/.test(text);
    const [first] = places;
    return first && reports && /^\s?年/.test(text.slice(first.at + 4)) ? [placeAt(sentence.start, text, first.at)] : [];
  });
}

function inLine(line: ProseLine, year: number, opensPart: boolean): readonly StaleYearPlace[] {
  const all = [...sentences(line)].map((sentence) => ({ start: sentence.start, text: masked(sentence.text) }));
  if (compares(all, year)) return [];
  return all.flatMap(({ start, text }, i): StaleYearPlace[] => {
    const places = yearsOf(text);
    const [first] = places;
    if (!first || places.some((place) => place.year !== year - 1) || speaksOfOther(text)) return [];
    const lead = text.slice(0, first.at);
    const rest = text.slice(first.at + 4);
    if (!isTimeOfSentence(lead, rest)) return [];
    const opens = opensPart && i <= 1 && /^[^，,]{0,12}$/.test(lead) && OPENING.test(rest);
    const reports = COUNTED.test(rest) || NONE.test(rest) || opens;
    return reports ? [placeAt(start, text, first.at)] : [];
  });
}

function speaksOfOther(text: string): boolean {
  return OTHER_MATTER.test(text.replace(CARRIED, ''));
}

/** Whether the paragraph gives the figures of both years side by side. */
function compares(all: readonly ProseLine[], year: number): boolean {
  const opening = all.flatMap(({ text }) => (COUNTED.test(text) ? yearsOf(text).map((place) => place.year) : []));
  return opening.includes(year) && opening.includes(year - 1);
}

/** Whether the year is the time of what the sentence tells: at the head of a clause, as a year or as its last day. */
function isTimeOfSentence(lead: string, rest: string): boolean {
  const clause = lead.slice(
    Math.max(...['，', ',', '：', ':', '。', '、', ' '].map((mark) => lead.lastIndexOf(mark))) + 1,
  );
  const heading =
    /^(?:[（(][一二三四五六七八九十]+[）)]|\d+[.．、])?(?:[一二三四五六七八九十]是)?(?:在|其中|截[至止]到?)?\s?$/;
  if (!heading.test(clause)) return false;
  if (/^\s?年\s?\d/.test(rest)) return YEAR_END.test(clause) && /^\s?年\s?12\s?月\s?31\s?日/.test(rest);
  return /^\s?年度?/.test(rest) && !/^\s?年度?(?:的|全国|全省|全市|部门|财政)/.test(rest);
}

function masked(text: string): string {
  return text.replace(NAMES, (name) => '□'.repeat(name.length));
}

function yearsOf(text: string): readonly { readonly year: number; readonly at: number }[] {
  return [...text.matchAll(YEARS)].map((match) => ({ year: Number(match[1]), at: match.index }));
}

function placeAt(start: number, text: string, at: number): StaleYearPlace {
  const mark = text[at + 4] === '年' ? 1 : 0;
  return {
    span: { start: start + at, end: start + at + 4 + mark },
    written: Number(text.slice(at, at + 4)),
  };
}
