import type { SubsectionLine } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { DocumentElement, DocumentHeading, DocumentParagraph } from './document.ts';

/** A longer sub-heading is a sentence. */
const LEAD_LENGTH = 30;
const SENTENCE_MARK = /[。；;！？!?：:]/;
const DATE =
  /^[（(]?\s*(?:[12]\d{3}|二[〇○零一二三四五六七八九]{3})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日)?\s*[）)]?$/;
const NAME_LENGTH = 40;

/** A plain paragraph; `span` is its place in the report's text. */
export function paragraphOf(text: string, span: Span): DocumentParagraph {
  return { kind: 'paragraph', lead: null, text, role: 'text', span };
}

/** `（一）…`: a heading where it is a title alone, else a paragraph that the title leads, where it isn't a sentence itself. */
export function subsectionElement({ mark, title, content, span }: SubsectionLine): DocumentHeading | DocumentParagraph {
  const isTitle = title.text.length <= LEAD_LENGTH && title.text !== '';
  const rest = content.text.slice(title.text.length);
  if (isTitle && /^[。：:]?$/.test(rest)) {
    return { kind: 'heading', level: 3, text: mark.text + content.text, section: null, span };
  }
  const [stop = ''] = rest;
  if (!isTitle) return paragraphOf(mark.text + content.text, span);
  return { ...paragraphOf(rest.slice(stop.length).trimStart(), span), lead: mark.text + title.text + stop };
}

/** Marks the date alone below the title, and body and date at the end. */
export function withDates(elements: readonly DocumentElement[]): readonly DocumentElement[] {
  const result = [...elements];
  const [first] = result;
  if (first && isDate(first)) result[0] = { ...first, role: 'dateline' };
  const end = result.length - 1;
  const [name, last] = [result[end - 1], result[end]];
  if (end < 1 || !last || !isDate(last)) return result;
  result[end] = { ...last, role: 'signature' };
  if (name && isName(name)) result[end - 1] = { ...name, role: 'signature' };
  return result;
}

function isDate(element: DocumentElement): element is DocumentParagraph {
  return element.kind === 'paragraph' && element.lead === null && DATE.test(element.text);
}

function isName(element: DocumentElement): element is DocumentParagraph {
  if (element.kind !== 'paragraph' || element.lead !== null) return false;
  return element.text.length <= NAME_LENGTH && !SENTENCE_MARK.test(element.text);
}
