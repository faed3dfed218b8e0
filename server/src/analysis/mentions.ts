import { paragraphCues, proseCounters } from '../forms/clause-words.ts';
import type { Form } from '../forms/form.ts';
import type { Report, Section } from '../report/report.ts';
import type { Line } from '../syntax/tree.ts';
import { anyOf } from '../text/any-of.ts';
import type { Span } from '../text/span.ts';
import type { Mention } from './mention.ts';
import { mentionsIn, type ParagraphMention } from './paragraph-mentions.ts';
import { fact } from './subject.ts';

/** The numbers, denials and claims of a whole that the prose of a report makes, in the order of the text. */
export const mentions = fact(({ report }): readonly Mention[] => {
  const year = report.year?.value;
  if (year === undefined || report.edition.tables.length === 0) return [];
  return paragraphs(report).flatMap(({ line, section }) => {
    const text = report.tree.text.slice(line.span.start, line.span.end);
    return CUE.test(text) ? placed(remembered(report, text, year), line.span.start, section) : [];
  });
});

const CUE = new RegExp(`\\d|[０-９]|[〇零一二两三四五六七八九十百千万]${anyOf(proseCounters)}|${anyOf(paragraphCues)}`);

/** Of what these sections tell no cell of this year’s tables counts: what is planned, and what else there is. */
const OTHER_SECTIONS = ['problems', 'other'];

interface Paragraph {
  readonly line: Line;
  readonly section: Section | null;
}

function paragraphs(report: Report): readonly Paragraph[] {
  const sections = report.sections.filter(({ definition }) => !OTHER_SECTIONS.includes(definition?.id ?? ''));
  const all = [
    ...report.preface.map((line) => ({ line, section: null })),
    ...sections.flatMap((section) => section.lines.map((line) => ({ line, section }))),
  ];
  return all.filter(({ line }) => line.kind === 'text' || line.kind === 'subsection' || line.kind === 'item');
}

function placed(found: readonly ParagraphMention[], by: number, section: Section | null): readonly Mention[] {
  return found.map((mention) => ({
    ...mention,
    section,
    span: moved(mention.span, by),
    sentence: moved(mention.sentence, by),
  }));
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** How many paragraphs a form remembers. */
const MEMORY = 4000;

/** A paragraph is read once: what it says depends on its text, the form and the year alone. */
function remembered({ edition, forms }: Report, text: string, year: number): readonly ParagraphMention[] {
  const memory = edition.derived(paragraphMemory);
  const key = `${year}:${text}`;
  const known = memory.get(key);
  if (known) return known;
  const found = mentionsIn(text, { form: edition, words: forms.words, year });
  if (memory.size >= MEMORY) memory.clear();
  memory.set(key, found);
  return found;
}

function paragraphMemory(_form: Form): Map<string, readonly ParagraphMention[]> {
  return new Map();
}
