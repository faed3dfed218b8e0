import { bodyLabels, chromeLabels } from '../forms/page-chrome.ts';
import { isEmpty } from '../syntax/lines.ts';
import type { Line, Part, TextLine, TitleLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import type { FrontMatterEntry, FrontMatterKey, Title, Year } from './report.ts';
import { reportYear, statedYears, YEAR, yearValue } from './report-year.ts';

const SENTENCE_MARK = /[。，；！？：:,;]/;
const BODY_END =
  /(?:政府|委员会|办公室|[镇乡局厅委办县区市旗院部所站署社会处队团]|街道|中心|公司|大学|学校|医院|学院|开发区|管委会)$/;

/** What a report says of itself: whose it is and for which year. */
export interface Identity {
  readonly title: Title | null;
  readonly year: Year | null;
  readonly body: Part | null;
}

/**
 * Reads title, year and body. The year comes from front matter, title and period (`reportYear`), else the preface; never
 * from the metadata of a portal page. `preface` holds the lines before the first section.
 */
export function readIdentity(
  frontMatter: readonly FrontMatterEntry[],
  preface: readonly Line[],
  allLines: readonly Line[],
): Identity {
  const found = findTitle(preface, allLines);
  const title = found?.title ?? null;
  return {
    title,
    year: reportYear(statedYears(frontMatter, title, allLines), allLines) ?? yearOfPreface(preface, title),
    body: givenValue(frontMatter, 'body') ?? found?.body ?? bodyOfTitle(title) ?? bodyOfChrome(preface),
  };
}

/** The last value given for a key, or null. */
function givenValue(entries: readonly FrontMatterEntry[], key: FrontMatterKey): Part | null {
  const given = entries.filter((entry) => entry.key === key).at(-1)?.entry.value;
  return given && given.text !== '' ? given : null;
}

interface FoundTitle {
  readonly title: Title;
  readonly body: Part | null;
}

function findTitle(preface: readonly Line[], allLines: readonly Line[]): FoundTitle | null {
  const marked = allLines.find((line): line is TitleLine => line.kind === 'title');
  if (marked) return { title: { ...marked.content, marked: true }, body: null };
  const candidates = preface.filter((line): line is TextLine => line.kind === 'text' && isTitleText(line.content.text));
  const line = candidates.find((candidate) => YEAR.test(candidate.content.text)) ?? candidates[0];
  return line ? withLinesAbove(line, preface) : null;
}

function isTitleText(text: string): boolean {
  return text.length <= 80 && /年度报告$/.test(canonical(text)) && !/[>＞»。]/.test(text);
}

/** A title broken over lines: its year, and above it the body's name, may stand on lines of their own. */
function withLinesAbove(line: TextLine, preface: readonly Line[]): FoundTitle {
  let title: Title = { ...line.content, marked: false };
  let above = textAbove(line, preface);
  if (above && !YEAR.test(title.text) && YEAR.test(above.content.text) && isNameLike(above.content.text)) {
    title = joined(above.content, title);
    above = textAbove(above, preface);
  }
  if (above && isNameLike(above.content.text) && BODY_END.test(canonical(above.content.text)) && !ownBody(title)) {
    return { title: joined(above.content, title), body: above.content };
  }
  return { title, body: null };
}

function ownBody(title: Title): boolean {
  return bodyOfTitle(title) !== null;
}

function joined(above: Part, title: Title): Title {
  return {
    span: { start: above.span.start, end: title.span.end },
    text: above.text + title.text,
    marked: false,
  };
}

function textAbove(line: TextLine, preface: readonly Line[]): TextLine | null {
  for (let i = preface.indexOf(line) - 1; i >= 0; i--) {
    const above = preface[i];
    if (above && isEmpty(above)) continue;
    return above?.kind === 'text' ? above : null;
  }
  return null;
}

function isNameLike(text: string): boolean {
  return text.length <= 40 && !SENTENCE_MARK.test(text);
}

/** In the order of trust: the reporting period, the report named with its year, a year as such. */
const PREFACE_YEARS = [
  /((?:[12１２][0-9０-９]{3}))[ \u00a0]*年[ \u00a0]*[1１][ \u00a0]*月[ \u00a0]*[1１][ \u00a0]*日[ \u00a0]*(?:起|至|到|[-—–~～])/,
  /((?:[12１２][0-9０-９]{3}))[ \u00a0]*年度?(?=(?:政府|政务)?(?:信息)?公开|(?:工作)?年度报告)/,
  /((?:[12１２][0-9０-９]{3}))[ \u00a0]*年度/,
  /((?:[12１２][0-9０-９]{3}))[ \u00a0]*年(?![ \u00a0]*(?:[0-9０-９]|修订|修正|第))/,
];

function yearOfPreface(preface: readonly Line[], title: Title | null): Year | null {
  const texts = preface.filter(
    (line): line is TextLine =>
      line.kind === 'text' && !isChrome(line.content.text) && line.content.span.end !== title?.span.end,
  );
  for (const pattern of PREFACE_YEARS) {
    for (const { content } of texts) {
      const match = pattern.exec(content.text);
      if (!match?.[1]) continue;
      const start = content.span.start + match.index;
      return { value: yearValue(match[1]), span: { start, end: start + match[1].length }, source: 'preface' };
    }
  }
  return null;
}

function bodyOfTitle(title: Title | null): Part | null {
  if (!title) return null;
  const match = YEAR.exec(title.text);
  const upToYear = match
    ? title.text.slice(0, match.index)
    : title.text.replace(/(?:政府信息公开|信息公开|政务公开).*$/u, '');
  const before = trimmedPart(
    upToYear.replace(/^关于/, (word) => ' '.repeat(word.length)),
    title.span.start,
  );
  if (before.text !== '') return before;
  if (!match) return null;
  const after = match.index + match[0].length;
  const between = /^度?(.*?)(?:政府信息公开|信息公开|政务公开)/u.exec(title.text.slice(after));
  const name = trimmedPart(between?.[1] ?? '', title.span.start + after + (between?.[0].startsWith('度') ? 1 : 0));
  return name.text === '' ? null : name;
}

/** `text` without the white space around it, as a part that begins at `start`. */
function trimmedPart(text: string, start: number): Part {
  const trimmed = text.trim();
  const from = start + text.indexOf(trimmed);
  return { text: trimmed, span: { start: from, end: from + trimmed.length } };
}

const chrome = new Set(chromeLabels.map(canonical));
const naming = new Set(bodyLabels.map(canonical));

/** Whether a line of text is metadata of a portal page: 发布日期：…, 浏览次数：… */
export function isChrome(text: string): boolean {
  const label = /^[•·*\s]*([^:：]{1,12})[:：]/.exec(text)?.[1];
  return (
    (label !== undefined && chrome.has(canonical(label))) || /(?:浏览|点击|访问|阅读)(?:次数|量|人数)?[:：]/.test(text)
  );
}

function bodyOfChrome(preface: readonly Line[]): Part | null {
  for (const line of preface) {
    const parts = line.kind === 'row' ? line.cells : line.kind === 'text' ? [line.content] : [];
    for (const part of parts) {
      const match = /([^\s:：]{1,12})[:：]\s*([^\s:：|]+)/gu;
      for (let found = match.exec(part.text); found; found = match.exec(part.text)) {
        const [whole, label = '', name = ''] = found;
        if (!naming.has(canonical(label))) continue;
        const start = part.span.start + found.index + whole.length - name.length;
        return { text: name, span: { start, end: start + name.length } };
      }
    }
  }
  return null;
}
