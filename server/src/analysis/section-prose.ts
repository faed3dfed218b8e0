// What a section says in sentences.
import { sectionById } from '../report/lookup.ts';
import type { Report, Section } from '../report/report.ts';
import type { Line } from '../syntax/tree.ts';
import { isContent } from './section-places.ts';

/** A section's text and its sub-headings, each on a line of its own, and what of it isn't a heading. */
export interface SectionProse {
  readonly section: Section;
  readonly text: string;
  /** Without sub-headings and marks. */
  readonly sentences: string;
}

/** A section with the headings below it that are none of the form's: sub-headings numbered 一、. Null where it is absent. */
export function sectionProse(report: Report, id: string): SectionProse | null {
  const section = sectionById(report, id);
  if (!section) return null;
  const parts = [section, ...strangersBelow(report, section)];
  const pieces = parts.flatMap((part) => [
    { text: part === section ? '' : part.title.text, said: '' },
    { text: part.inlineText?.text ?? '', said: part.inlineText?.text ?? '' },
    ...part.lines.filter(isContent).map((line) => ({ text: textOf(report, line), said: sentenceOf(line) })),
  ]);
  return {
    section,
    text: pieces.map(({ text }) => text).join('\n'),
    sentences: pieces.map(({ said }) => said).join('\n'),
  };
}

/** The headings below a section, up to the next that the form has. */
export function strangersBelow({ sections }: Report, section: Section): readonly Section[] {
  const below = sections.slice(sections.indexOf(section) + 1);
  const next = below.findIndex(({ definition }) => definition !== null);
  return next < 0 ? below : below.slice(0, next);
}

function textOf({ tree }: Report, { span }: Line): string {
  return tree.text.slice(span.start, span.end);
}

function sentenceOf(line: Line): string {
  if (line.kind === 'subsection') return line.content.text.slice(line.title.text.length);
  return line.kind === 'text' || line.kind === 'item' ? line.content.text : '';
}
