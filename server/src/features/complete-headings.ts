// Completion at a line's start: title, preface, section headings and sub-headings that are not there yet.

import { citations } from '../forms/citation-text.ts';
import type { AreaDefinition, SectionDefinition } from '../forms/edition.ts';
import { filled, titleTemplate } from '../forms/template.ts';
import { canonical } from '../text/canonical.ts';
import { numeral } from '../text/chinese-numerals.ts';
import type { Language } from '../text/language.ts';
import { blankMark, type Candidate } from './candidates.ts';
import type { Place } from './completion-place.ts';

/** What stands for a body or a year that isn't known: a placeholder that is found when it is left. */
const UNFILLED = '××××';

/** Nothing where the line goes on after the cursor: a heading takes its whole line. */
export function headingCandidates(place: Place, language: Language): readonly Candidate[] {
  if (place.after.trim() !== '') return [];
  const sections = place.rest.edition.sections.length > 0 ? missingSections(place, language) : missingContents(place);
  return [...title(place, language), ...preface(place, language), ...areas(place, language), ...sections];
}

function spanOf({ textStart, line }: Place): Candidate['span'] {
  return { start: textStart, end: line.end };
}

function title(place: Place, language: Language): readonly Candidate[] {
  const { rest } = place;
  if (rest.title || place.section) return [];
  const line = (body: string, year: string) => `# ${filled(titleTemplate, body, year)}`;
  return [
    {
      label: line(rest.body?.text ?? UNFILLED, String(rest.year?.value ?? UNFILLED)),
      kind: 'File',
      detail: { zh: '标题', en: 'Title' }[language],
      insert: line(rest.body?.text ?? blankMark, String(rest.year?.value ?? blankMark)),
      unfilled: UNFILLED,
      span: spanOf(place),
      shortForms: ['bt', '标题'],
    },
  ];
}

function preface(place: Place, language: Language): readonly Candidate[] {
  const { rest, section } = place;
  const written = rest.preface.some((line) => line.kind === 'text' && line.content.text !== rest.body?.text);
  if (section || written || rest.edition.preface === '' || place.before.startsWith('#')) return [];
  const text = filled(rest.edition.preface, rest.body?.text ?? UNFILLED, String(rest.year?.value ?? UNFILLED));
  return [
    {
      label: `${text.slice(0, 24)}…`,
      kind: 'Snippet',
      detail: { zh: '前言', en: 'Preface' }[language],
      documentation: text,
      insert: text,
      span: spanOf(place),
      shortForms: ['qy', '前言'],
    },
  ];
}

/** Those that stand after the section above come first, all in the form's order. */
function missingSections(place: Place, language: Language): readonly Candidate[] {
  const { rest, section } = place;
  const present = new Set(rest.sections.map((each) => each.definition?.id));
  const missing = rest.edition.sections.filter(({ id }) => !present.has(id));
  const above = section?.definition?.ordinal ?? 0;
  const sorted = [
    ...missing.filter(({ ordinal }) => ordinal > above),
    ...missing.filter(({ ordinal }) => ordinal <= above),
  ];
  return sorted.map((definition) => sectionCandidate(definition, place, language));
}

function sectionCandidate(definition: SectionDefinition, place: Place, language: Language): Candidate {
  const table = definition.table === null ? null : place.rest.edition.table(definition.table);
  return {
    label: `${numeral(definition.ordinal)}、${definition.title}`,
    kind: 'Module',
    ...(table ? { detail: table.name[language] } : {}),
    documentation: `${definition.description[language]}\n\n${citations(definition.legal)}`,
    span: spanOf(place),
    shortForms: [`${definition.ordinal}.`],
  };
}

/** Where sections are free: the statutory contents that no heading covers, under the next number. */
function missingContents(place: Place): readonly Candidate[] {
  const { rest, line } = place;
  const titles = rest.sections.map(({ title: { text } }) => canonical(text));
  const number = 1 + rest.sections.filter((section) => section.line.span.start < line.start).length;
  return rest.edition.contents
    .filter(({ keywords }) => !titles.some((text) => keywords.some((set) => set.every((word) => text.includes(word)))))
    .map(({ title: text, legal }) => ({
      label: `${numeral(number)}、${text}`,
      kind: 'Module',
      documentation: citations(legal),
      span: spanOf(place),
      shortForms: [`${number}.`],
    }));
}

function areas(place: Place, language: Language): readonly Candidate[] {
  const { rest, section } = place;
  if (section?.definition?.id !== 'overview') return [];
  const headings = section.subsections.map((each) => canonical(each.title.text));
  const isMissing = ({ names, title: own }: AreaDefinition) =>
    ![own, ...names].some((name) => headings.some((heading) => heading.includes(canonical(name))));
  return rest.edition.areas.filter(isMissing).map((area) => ({
    label: `（${numeral(area.ordinal)}）${area.title}`,
    kind: 'Property',
    documentation: area.description[language],
    insert: `（${numeral(area.ordinal)}）${area.title}。`,
    span: spanOf(place),
    shortForms: [`${area.ordinal}.`],
  }));
}
