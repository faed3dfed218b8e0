import { standardForms } from '../../forms/index.ts';
import type { Words } from '../../forms/words.ts';
import { paragraphsOf } from '../../recognise/paragraphs.ts';
import { anyOf } from '../../text/any-of.ts';

const LONGEST_TITLE = 60;
const LONGEST_HEAD = 400;
const DATE = /\d{4}\s*[-/年]\s*\d{1,2}\s*[-/月]\s*\d{1,2}(?!\d{1,2}年)日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/;
/** What no title goes on over: marks, dates, numbers of pages, spaces but those beside its year. */
const TITLE_BORDER = new RegExp(
  `[。！？；，,：:>＞»|｜]\\s*|${DATE.source}\\s*|[-—–]\\s*\\d{1,3}\\s*[-—–]\\s*|(?<![\\d年])\\s+(?![\\d年])`,
  'g',
);

/** What stands before the first heading of a report on one line: its title by itself, what a page has around it, paragraphs. */
export function openingParagraphs(text: string): readonly string[] {
  const { words } = standardForms();
  const title = titleIn(text, words);
  if (!title) return belowTitle(text, words);
  const before = text.slice(0, title.from).trim();
  const after = text.slice(title.to).trim();
  const first = before === '' ? [] : withoutMetadata(before, words);
  const own = text.slice(title.from, title.to).trim();
  // A page has its title above that of the report, and between them what else it has to say.
  const again = after.slice(0, LONGEST_HEAD).indexOf(own);
  const rest =
    again < 0
      ? belowTitle(after, words)
      : [...withoutMetadata(after.slice(0, again), words), own, ...belowTitle(after.slice(again + own.length), words)];
  return [...first, own, ...rest];
}

function belowTitle(text: string, words: Words): readonly string[] {
  return paragraphsOf(text).flatMap((paragraph) => withoutMetadata(paragraph, words));
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** The first title in a text: from what closes something before it to the words that titles end in. */
function titleIn(text: string, words: Words): Place | null {
  const { end, border } = words.derived(titlePatterns);
  for (const { index, 0: found } of text.matchAll(end)) {
    const to = index + found.length;
    const start = text.slice(Math.max(0, to - LONGEST_TITLE), to);
    const cut = [...start.matchAll(border)].at(-1);
    const from = to - start.length + (cut ? cut.index + cut[0].length : 0);
    const title = text.slice(from, to);
    const isQuoted = start.lastIndexOf('《') > start.lastIndexOf('》');
    const isWhole = (cut !== undefined || to <= LONGEST_TITLE) && !isQuoted;
    if (isWhole && /[12１２][0-9０-９]{3}\s*年/.test(title) && !words.beginsAsSentence(title)) return { from, to };
  }
  return null;
}

function titlePatterns({ titleEndings }: Words): { readonly end: RegExp; readonly border: RegExp } {
  return { end: new RegExp(anyOf(titleEndings), 'g'), border: TITLE_BORDER };
}

/** Labels of a page's metadata, each with its value in a paragraph of its own. */
function withoutMetadata(text: string, words: Words): readonly string[] {
  const places = [...text.matchAll(words.derived(metadataLabel))].flatMap(({ index, 0: label, 1: date }) =>
    date === undefined ? [index] : [index, index + label.length],
  );
  const cuts = [0, ...places.filter((place) => place > 0), text.length];
  return cuts
    .slice(1)
    .map((cut, i) => text.slice(cuts[i], cut).trim())
    .filter((part) => part !== '')
    .flatMap((part) => (words.isPageLine(part) ? valueAndText(part) : [part]));
}

/** A label with its value, and sentences that follow it behind a space. */
function valueAndText(part: string): readonly string[] {
  const [, value, text] = /^([^\s:：]+[:：]\s*\S+)\s+(.*。.*)$/s.exec(part) ?? [];
  return value !== undefined && text !== undefined ? [value, text] : [part];
}

function metadataLabel({ pageLabels }: Words): RegExp {
  const longest = [...pageLabels].sort((a, b) => b.length - a.length);
  return new RegExp(`${anyOf(longest)}\\s*[:：]\\s*(${DATE.source})?`, 'g');
}
