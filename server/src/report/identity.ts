import type { Words } from '../forms/words.ts';
import { isEmpty } from '../syntax/lines.ts';
import type { Line, Part, TextLine, TitleLine } from '../syntax/tree.ts';
import { anyOf } from '../text/any-of.ts';
import { canonical } from '../text/canonical.ts';
import type { FrontMatterEntry, FrontMatterKey, Title, Year } from './report.ts';
import { reportYear, statedYears, YEAR, yearValue } from './report-year.ts';

const SENTENCE_MARK = /[。，；！？：:,;]/;
/** A short label before a colon, without a year. */
const LABELLED = /^[^\d０-９:：。，,]{1,10}[:：]/;
const PATH = /[/\\]/;
/** What is left on a line of its own of a title that is broken within its last word. */
const LONGEST_REST = 3;

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
  words: Words,
): Identity {
  const found = findTitle(preface, allLines, words);
  const title = found?.title ?? null;
  return {
    title,
    year: reportYear(statedYears(frontMatter, title, allLines), allLines) ?? yearOfPreface(preface, title, words),
    body: givenValue(frontMatter, 'body') ?? found?.body ?? bodyOfTitle(title, words) ?? bodyOfChrome(preface, words),
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

function findTitle(preface: readonly Line[], allLines: readonly Line[], words: Words): FoundTitle | null {
  const marked = allLines.find((line): line is TitleLine => line.kind === 'title');
  if (marked) return { title: { ...marked.content, marked: true }, body: null };
  const all = preface.filter((line) => line.kind === 'text');
  const texts = all.filter(({ content }) => !words.isPageLine(content.text));
  const candidates = texts.filter((line) => endsTitle(line, preface, words) && !isLabelled(line.content.text));
  const dated = candidates.filter(({ content }) => YEAR.test(content.text));
  const variants = texts.filter(({ content }) => isTitleVariant(content.text, words));
  for (const line of [...dated, ...candidates, ...variants]) {
    const found = withLinesAbove(line, preface, words);
    if (YEAR.test(found.title.text) || words.topicIn(found.title.text) >= 0) return found;
  }
  return titleInMetadata(preface, words);
}

/** The title that a page's metadata tells, 标题：…, where the text has none; where no known label tells it, one that another has. */
function titleInMetadata(preface: readonly Line[], words: Words): FoundTitle | null {
  const labelled = preface
    .flatMap((line) => labelledValues(line, words))
    .filter(({ value: { text } }) => isTitleText(text, words) && YEAR.test(text) && !PATH.test(text));
  const found = labelled.find(({ isKnown }) => isKnown) ?? labelled[0];
  return found ? { title: { ...found.value, marked: false }, body: null } : null;
}

interface LabelledValue {
  readonly value: Part;
  /** Whether its label is one of those that pages have. */
  readonly isKnown: boolean;
}

/** What follows a label, behind a colon or in the next cell. */
function labelledValues(line: Line, words: Words): readonly LabelledValue[] {
  const parts = line.kind === 'row' ? line.cells : line.kind === 'text' ? [line.content] : [];
  return parts.flatMap((part, i): readonly LabelledValue[] => {
    if (isLabelled(part.text)) {
      const from = part.text.search(/[:：]/) + 1;
      const value = trimmedPart(part.text.slice(from), part.span.start + from);
      return [{ value, isKnown: words.isPageLine(part.text) }];
    }
    const label = parts[i - 1]?.text.replace(/[:：]$/, '') ?? '';
    return words.isPageLabel(canonical(label)) ? [{ value: part, isKnown: true }] : [];
  });
}

/** Whether a line is a label and its value, as those of a page's metadata are. */
function isLabelled(text: string): boolean {
  return LABELLED.test(text);
}

/** Whether a line is a title, or the end of one that is broken within its last word. */
function endsTitle(line: TextLine, preface: readonly Line[], words: Words): boolean {
  const { text } = line.content;
  if (text.length > LONGEST_REST) return isTitleText(text, words);
  const above = textAbove(line, preface)?.content.text ?? '';
  return isNameLike(above) && isTitleText(above + text, words);
}

function isTitleText(text: string, words: Words): boolean {
  return text.length <= 80 && words.endsAsTitle(canonical(text)) && !/[>＞»。]/.test(text);
}

/** In other words a line is a title only with its year, and where it is no sentence. */
function isTitleVariant(text: string, words: Words): boolean {
  return (
    text.length <= 60 &&
    YEAR.test(text) &&
    !SENTENCE_MARK.test(text) &&
    !/[>＞»]/.test(text) &&
    words.endsAsTitleVariant(canonical(text))
  );
}

/** A title broken over lines: what it is about, its year and the body's name may stand on lines above its last one. */
function withLinesAbove(line: TextLine, preface: readonly Line[], words: Words): FoundTitle {
  let title: Title = { ...line.content, marked: false };
  let body: Part | null = null;
  for (let above = textAbove(line, preface); above; above = textAbove(above, preface)) {
    const added = addedBy(above.content.text, title, words);
    if (!added) break;
    if (added === 'body') body = above.content;
    title = joined(above.content, title);
  }
  return { title, body };
}

/** What the line above a title adds that it has not got; null where it is no part of it. */
function addedBy(above: string, title: Title, words: Words): 'topic' | 'year' | 'body' | null {
  if (!isNameLike(above)) return null;
  const hasYear = YEAR.test(title.text);
  const isNameless = bodyOfTitle(title, words) === null;
  const lacksTopic = words.topicIn(title.text) < 0 && (!hasYear || isNameless);
  if (lacksTopic && words.topicIn(above + title.text) >= 0) return 'topic';
  if (!hasYear && YEAR.test(above)) return 'year';
  return !lacksTopic && isNameless && words.endsAsBody(canonical(above)) ? 'body' : null;
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
function prefaceYears({ reportNames }: Words): readonly RegExp[] {
  const year = '((?:[12１２][0-9０-９]{3}))[ \\u00a0]*年';
  return [
    `${year}[ \\u00a0]*[1１][ \\u00a0]*月[ \\u00a0]*[1１][ \\u00a0]*日[ \\u00a0]*(?:起|至|到|[-—–~～])`,
    `${year}度?(?=${anyOf(reportNames)})`,
    `${year}度`,
    `${year}(?![ \\u00a0]*(?:[0-9０-９]|修订|修正|第))`,
  ].map((pattern) => new RegExp(pattern));
}

function yearOfPreface(preface: readonly Line[], title: Title | null, words: Words): Year | null {
  const texts = preface.filter(
    (line): line is TextLine =>
      line.kind === 'text' && !words.isPageLine(line.content.text) && line.content.span.end !== title?.span.end,
  );
  for (const pattern of words.derived(prefaceYears)) {
    for (const { content } of texts) {
      const match = pattern.exec(content.text);
      if (!match?.[1]) continue;
      const start = content.span.start + match.index;
      return { value: yearValue(match[1]), span: { start, end: start + match[1].length }, source: 'preface' };
    }
  }
  return null;
}

/** The name of the body that a title begins with, or has after its year; null where it names none. */
export function bodyOfTitle(title: Title | null, words: Words): Part | null {
  if (!title) return null;
  const match = YEAR.exec(title.text);
  const upToYear = match ? title.text.slice(0, match.index) : title.text;
  const isName = match !== null && words.endsAsBody(canonical(upToYear));
  const name = isName ? upToYear : untilTopic(upToYear, words);
  const before = trimmedPart(words.withoutPrefix(name), title.span.start);
  if (before.text !== '') return before;
  if (!match) return null;
  const after = match.index + match[0].length;
  const rest = title.text.slice(after).replace(/^度/, ' ');
  if (words.topicIn(rest) < 0) return null;
  const behind = trimmedPart(untilTopic(rest, words), title.span.start + after);
  return behind.text === '' ? null : behind;
}

/** What stands before the words that say what a report is about; all of the text where there are none. */
function untilTopic(text: string, words: Words): string {
  const topic = words.topicIn(text);
  return topic < 0 ? text : text.slice(0, topic);
}

/** `text` without the white space around it, as a part that begins at `start`. */
function trimmedPart(text: string, start: number): Part {
  const trimmed = text.trim();
  const from = start + text.indexOf(trimmed);
  return { text: trimmed, span: { start: from, end: from + trimmed.length } };
}

function bodyOfChrome(preface: readonly Line[], words: Words): Part | null {
  for (const line of preface) {
    const parts = line.kind === 'row' ? line.cells : line.kind === 'text' ? [line.content] : [];
    for (const part of parts) {
      const match = /([^\s:：]{1,12})[:：]\s*([^\s:：|]+)/gu;
      for (let found = match.exec(part.text); found; found = match.exec(part.text)) {
        const [whole, label = '', name = ''] = found;
        if (!words.labelsBody(canonical(label))) continue;
        const start = part.span.start + found.index + whole.length - name.length;
        return { text: name, span: { start, end: start + name.length } };
      }
    }
  }
  return null;
}
