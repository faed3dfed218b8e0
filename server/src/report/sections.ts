import type { SectionDefinition } from '../forms/edition.ts';
import type { Form, Forms } from '../forms/form.ts';
import { standardForms } from '../forms/index.ts';
import type { Line, Part, SectionLine, SubsectionLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { isNearLabel } from '../text/nearest-label.ts';
import { isRowLabel } from './label-index.ts';
import type { LabelMatch, Section } from './report.ts';

const HEADING_LENGTH = 40;
const TITLE_EDITS = 2;

/** A heading with the title parted from text that follows on its line. */
export interface Heading {
  readonly line: SectionLine;
  readonly title: Part;
  readonly inlineText: Part | null;
}

/**
 * The top-level headings among the lines. A line `一、…` is none where it is a row label of a table whose cells stand one
 * to a line (docs/form.md), or a sentence rather than a title.
 */
export function findHeadings(lines: readonly Line[], forms: Forms): readonly Heading[] {
  const headings: Heading[] = [];
  for (const line of lines) {
    if (line.kind !== 'section' || isTableLabel(line, forms)) continue;
    const heading = splitHeading(line);
    if (isTitleLike(heading, forms)) headings.push(heading);
  }
  return headings;
}

function isTableLabel(line: SectionLine, forms: Forms): boolean {
  const text = `${line.mark.text}${line.content.text}`.replace(/(?:[\s\u00a0]+[\d.,%+-]+)+$/, '');
  return isRowLabel(canonical(text), forms);
}

function splitHeading(line: SectionLine): Heading {
  const { text, span } = line.content;
  const stop = text.search(/[。：:]/);
  if (stop < 0) return { line, title: line.content, inlineText: null };
  const title = text.slice(0, stop).trimEnd();
  const rest = text.slice(stop + 1).trim();
  const restStart = span.start + text.indexOf(rest, stop + 1);
  return {
    line,
    title: { text: title, span: { start: span.start, end: span.start + title.length } },
    inlineText: rest === '' ? null : { text: rest, span: { start: restStart, end: restStart + rest.length } },
  };
}

/** Whether a line is the heading of a section that some form has, in a wording that is known. */
export function isOfficialHeading(line: Line, forms: Forms): boolean {
  if (line.kind !== 'section' || isTableLabel(line, forms)) return false;
  return isKnownTitle(canonical(splitHeading(line).title.text), forms);
}

function isKnownTitle(canonicalTitle: string, forms: Forms): boolean {
  return forms.all.some((form) =>
    form.derived(spellingsOf).some((each) => directMatch(canonicalTitle, each) !== 'none'),
  );
}

function isTitleLike({ title, inlineText }: Heading, forms: Forms): boolean {
  if (title.text === '') return false;
  if (inlineText === null && title.text.length <= HEADING_LENGTH && !/[，；,;。！？]/.test(title.text)) return true;
  return isKnownTitle(canonical(title.text), forms);
}

/** Binds the headings to the edition's sections: each definition to the heading that names it best, then by its key words. */
export function bindSections(
  headings: readonly Heading[],
  lines: readonly Line[],
  edition: Form,
  textEnd: number,
): readonly Section[] {
  const matches = matchAll(headings, edition);
  const sections: Section[] = [];
  const firsts = new Map<string, Section>();
  headings.forEach((heading, i) => {
    const next = headings[i + 1]?.line.number ?? Number.POSITIVE_INFINITY;
    const own = linesBetween(lines, heading.line.number, next);
    const { definition, match } = matches[i] ?? unmatched;
    const last = own.findLast((line) => line.kind !== 'blank') ?? heading.line;
    const name = definition ? `${definition.id}:` : canonical(heading.title.text);
    const repeats = firsts.get(name) ?? null;
    const section: Section = {
      ...heading,
      definition,
      match,
      span: { start: heading.line.span.start, end: Math.min(last.span.end, textEnd) },
      repeats,
      lines: own,
      subsections: own.filter((line): line is SubsectionLine => line.kind === 'subsection'),
    };
    sections.push(section);
    if (!repeats) firsts.set(name, section);
  });
  return sections;
}

/** The lines after line `from` and before line `to`; `lines` is in order, without gaps. */
function linesBetween(lines: readonly Line[], from: number, to: number): readonly Line[] {
  const offset = lines[0]?.number ?? 0;
  return lines.slice(from - offset + 1, Math.min(to - offset, lines.length));
}

interface SectionMatch {
  readonly definition: SectionDefinition | null;
  readonly match: LabelMatch;
}

const unmatched: SectionMatch = { definition: null, match: 'none' };

function matchAll(headings: readonly Heading[], edition: Form): readonly SectionMatch[] {
  const direct = headings.map((heading) => matchTitle(canonical(heading.title.text), edition));
  const taken = new Set(direct.map((match) => match.definition?.id));
  return direct.map((match, i) => {
    const heading = headings[i];
    if (match.definition || !heading) return match;
    const definition = edition.sections.find(
      (section) => !taken.has(section.id) && holdsKeywords(canonical(heading.title.text), section),
    );
    if (!definition) return match;
    taken.add(definition.id);
    return { definition, match: 'variant' as const };
  });
}

/** The section of the form that a heading's title, without its ordinal, names in whatever wording; null where none. */
export function sectionNamed(title: string, edition: Form): SectionDefinition | null {
  const direct = matchTitle(canonical(title), edition).definition;
  return direct ?? edition.sections.find((section) => holdsKeywords(canonical(title), section)) ?? null;
}

function matchTitle(title: string, form: Form): SectionMatch {
  const spellings = form.derived(spellingsOf);
  const order: readonly LabelMatch[] = ['official', 'variant', 'misspelt'];
  for (const match of order) {
    const found = spellings.find((candidate) => directMatch(title, candidate) === match);
    if (found) return { definition: found.definition, match };
  }
  return unmatched;
}

function directMatch(title: string, { official, plain, variants }: Spellings): LabelMatch {
  if (title === official) return 'official';
  if (variants.has(title) || standardForms().words.withoutConnectives(title) === plain) return 'variant';
  return isNearLabel(title, official, TITLE_EDITS) ? 'misspelt' : 'none';
}

/** What a section's title is compared with, canonically spelt. */
interface Spellings {
  readonly definition: SectionDefinition;
  readonly official: string;
  /** Without the words that make no difference: a title that differs in these alone is a variant, not a misspelling. */
  readonly plain: string;
  readonly variants: ReadonlySet<string>;
}

function spellingsOf({ sections }: Form): readonly Spellings[] {
  return sections.map((definition) => {
    const official = canonical(definition.title);
    const variants = new Set(definition.variants.map(canonical));
    return { definition, official, plain: standardForms().words.withoutConnectives(official), variants };
  });
}

function holdsKeywords(title: string, definition: SectionDefinition): boolean {
  return definition.keywords.some((words) => words.every((word) => title.includes(word)));
}
