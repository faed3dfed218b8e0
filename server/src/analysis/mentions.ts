import { paragraphCues, proseCounters } from '../forms/clause-words.ts';
import type { Form } from '../forms/form.ts';
import type { Report, Section } from '../report/report.ts';
import type { Line } from '../syntax/tree.ts';
import { anyOf } from '../text/any-of.ts';
import { beginningWith } from '../text/first-units.ts';
import type { Span } from '../text/span.ts';
import { type TextMemory, textMemory } from '../text/text-memory.ts';
import type { Breakdown, ListedCount } from './breakdowns.ts';
import type { Mention } from './mention.ts';
import { type ParagraphReading, readParagraph } from './paragraph-mentions.ts';
import { fact } from './subject.ts';

/** A paragraph of prose that says something, with its place. */
interface SaidParagraph {
  readonly start: number;
  readonly section: Section | null;
  readonly reading: ParagraphReading;
}

/** In UTF-16 units. Reports as a whole are shorter: what is longer is no paragraph, and nothing is taken from it. */
const LONGEST_PARAGRAPH = 100_000;

const saidParagraphs = fact(({ report }): readonly SaidParagraph[] => {
  const year = report.year?.value;
  if (year === undefined || report.edition.tables.length === 0) return [];
  return paragraphs(report).flatMap(({ line, section }) => {
    const text = report.tree.text.slice(line.span.start, line.span.end);
    if (text.length > LONGEST_PARAGRAPH) return [];
    return saysSomething(text) ? [{ start: line.span.start, section, reading: remembered(report, text, year) }] : [];
  });
});

/** The numbers, denials and claims of a whole that the prose of a report makes, in the order of the text. */
export const mentions = fact((subject): readonly Mention[] =>
  saidParagraphs(subject).flatMap(({ start, section, reading }) =>
    reading.mentions.map((mention) => ({
      ...mention,
      section,
      paragraph: start,
      span: moved(mention.span, start),
      sentence: moved(mention.sentence, start),
    })),
  ),
);

/** The lists of the prose whose parts add up to more than their total. */
export const breakdowns = fact((subject): readonly Breakdown[] =>
  saidParagraphs(subject).flatMap(({ start, reading }) =>
    reading.breakdowns.map(({ total, parts }) => {
      const place = (count: ListedCount): ListedCount => ({ ...count, span: moved(count.span, start) });
      return { total: place(total), parts: parts.map(place) };
    }),
  ),
);

const DIGITS = '0123456789０１２３４５６７８９';
const NUMERALS = '〇零一二两三四五六七八九十百千万';
const saysSomething = beginningWith(
  DIGITS + NUMERALS + paragraphCues.map((cue) => cue.charAt(0)).join(''),
  `[${DIGITS}]|[${NUMERALS}]${anyOf(proseCounters)}|${anyOf(paragraphCues)}`,
);

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

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** A paragraph is read once: what it says depends on its text, the form and the year alone. */
function remembered({ edition, forms }: Report, text: string, year: number): ParagraphReading {
  const recall = edition.derived(paragraphMemory);
  return recall(text, (own) => readParagraph(own, { form: edition, words: forms.words, year }), year);
}

function paragraphMemory(_form: Form): TextMemory<ParagraphReading> {
  return textMemory();
}
