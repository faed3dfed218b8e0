// Where in a source the reports begin that it holds one below the other.

import type { Forms } from '../../forms/form.ts';
import type { Words } from '../../forms/words.ts';
import { HEADING } from '../../recognise/costs.ts';
import { type Stream, Strength, spelt, streamOf } from '../../recognise/stream.ts';
import { type TitlePlace, titlePlaces } from '../../recognise/title-places.ts';
import type { Token } from '../../recognise/token.ts';
import { anyOf } from '../../text/any-of.ts';
import { least } from '../../text/lists.ts';

/** Where a report begins, with what a page has above its title. */
export interface ReportStart {
  /** The index of a token, and a place in its text. */
  readonly token: number;
  readonly offset: number;
}

const LONGEST_TITLE = 60;
/** The name of a body on a line of its own, above the rest of its title. */
const LONGEST_NAME = 30;
const LONGEST_HEAD = 400;
const YEAR = /(?:19|20)\d\d/;
const MARK = /[。!?;:,>|]/;

/**
 * The starts of all reports below the first: where the parts of the form begin again under another title. Linear in the length
 * of the tokens' texts.
 */
export function reportStarts(tokens: readonly Token[], forms: Forms): readonly ReportStart[] {
  const stream = streamOf(tokens);
  const starts: ReportStart[] = [];
  let [ordinal, end]: [number, number] = [0, 0];
  let current: string | null = null;
  for (const place of headingsIn(stream, forms)) {
    const title = titleAbove(stream, end, place.from, forms.words);
    const begins = title && ordinal >= place.section.ordinal && (current === null || !isSame(current, title.text));
    if (begins) starts.push(startAt(stream, headStart(stream, end, title, forms.words)));
    if (title && (begins || current === null)) current = title.text;
    ordinal = place.section.ordinal;
    end = place.to;
  }
  return starts;
}

/** The headings that stand where headings do, each once. */
function headingsIn(stream: Stream, forms: Forms): readonly TitlePlace[] {
  const places = titlePlaces(stream, forms).filter(({ cost }) => cost < HEADING.inside);
  places.sort((a, b) => a.from - b.from);
  return places.filter(({ from }, i) => from !== places[i - 1]?.from);
}

interface Title {
  readonly from: number;
  readonly text: string;
}

/** The last title between two places. */
function titleAbove(stream: Stream, from: number, to: number, words: Words): Title | null {
  const { ending } = words.derived(patterns);
  const ends = [...stream.text.slice(from, to).matchAll(ending)].map((match) => from + match.index + match[0].length);
  for (const end of ends.reverse()) {
    const start = titleStart(stream, from, end);
    const text = stream.text.slice(start, end);
    const isTitle = YEAR.test(text) && words.topicIn(text) >= 0 && !words.beginsAsSentence(text);
    if (isTitle && !/^[。;,》)”]/.test(stream.text.slice(end, end + 1))) return { from: start, text };
  }
  return null;
}

/** Where a title begins: behind a mark, a figure or a border, and with the name of its body. */
function titleStart({ text, border }: Stream, least: number, end: number): number {
  let start = end;
  let found = -1;
  while (start > Math.max(least, end - LONGEST_TITLE)) {
    start--;
    const before = text.charAt(start - 1);
    const isParted = MARK.test(before) || (/\d/.test(before) && !/[\d年.]/.test(text.charAt(start)));
    const strength = border[start] ?? 0;
    const isBeside = strength >= Strength.space && !/[\d年]/.test(before) && !/[\d年]/.test(text.charAt(start));
    const isBorder = isParted || isBeside || strength >= Strength.line;
    if (!isBorder || !YEAR.test(text.slice(start, end))) continue;
    if (found >= 0 && (isParted || start <= found - LONGEST_NAME)) return start > found - LONGEST_NAME ? start : found;
    if (isParted || !/^(?:19|20)\d\d/.test(text.slice(start, end))) return start;
    found = start;
  }
  return found >= 0 ? found : start;
}

/** Where the labels of a page's metadata above a title begin, or the same title before it. */
function headStart(stream: Stream, end: number, title: Title, words: Words): number {
  const { label } = words.derived(patterns);
  const from = Math.max(end, title.from - LONGEST_HEAD);
  const above = stream.text.slice(from, title.from);
  const sentence = above.lastIndexOf('。') + 1;
  const again = above.indexOf(title.text, sentence);
  const labelled = above.slice(sentence).search(label);
  const found = [again, labelled < 0 ? -1 : sentence + labelled].filter((at) => at >= 0);
  return found.length > 0 ? from + least(found) : title.from;
}

function startAt({ tokens, token, offset }: Stream, at: number): ReportStart {
  const index = token[at] ?? 0;
  const before = tokens[index]?.text.slice(0, offset[at] ?? 0) ?? '';
  return { token: index, offset: before.replace(/[#*《\s]+$/, '').length };
}

function isSame(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one);
}

function patterns({ titleEndings, pageLabels }: Words): { readonly ending: RegExp; readonly label: RegExp } {
  const labels = [...pageLabels].sort((a, b) => b.length - a.length).map(spelt);
  return { ending: new RegExp(anyOf(titleEndings.map(spelt)), 'g'), label: new RegExp(`${anyOf(labels)}:`) };
}
