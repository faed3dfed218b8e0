import type { Edition, SectionDefinition } from '../forms/edition.ts';
import { editions } from '../forms/index.ts';
import type { Line, Part, SectionLine, SubsectionLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { nearestLabel } from '../text/nearest-label.ts';
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
 * to a line (domain.md §0.5), or a sentence rather than a title.
 */
export function findHeadings(lines: readonly Line[]): readonly Heading[] {
  const headings: Heading[] = [];
  for (const line of lines) {
    if (line.kind !== 'section' || isTableLabel(line)) continue;
    const heading = splitHeading(line);
    if (isTitleLike(heading)) headings.push(heading);
  }
  return headings;
}

function isTableLabel(line: SectionLine): boolean {
  const text = `${line.mark.text}${line.content.text}`.replace(/(?:[\s\u00a0]+[\d.,%+-]+)+$/, '');
  return isRowLabel(canonical(text));
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

const allDefinitions = editions.flatMap((edition) => edition.sections);

/** Whether a line is the heading of a section that some form has, in a wording that is known. */
export function isOfficialHeading(line: Line): boolean {
  if (line.kind !== 'section' || isTableLabel(line)) return false;
  const text = canonical(splitHeading(line).title.text);
  return allDefinitions.some((definition) => directMatch(text, definition) !== 'none');
}

function isTitleLike({ title, inlineText }: Heading): boolean {
  if (title.text === '') return false;
  if (inlineText === null && title.text.length <= HEADING_LENGTH && !/[，；,;。！？]/.test(title.text)) return true;
  const text = canonical(title.text);
  return allDefinitions.some((definition) => directMatch(text, definition) !== 'none');
}

/** Binds the headings to the edition's sections: each definition to the heading that names it best, then by its key words. */
export function bindSections(
  headings: readonly Heading[],
  lines: readonly Line[],
  edition: Edition,
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

function matchAll(headings: readonly Heading[], edition: Edition): readonly SectionMatch[] {
  const direct = headings.map((heading) => matchTitle(canonical(heading.title.text), edition.sections));
  const taken = new Set(direct.map((match) => match.definition?.id));
  return direct.map((match, i) => {
    const heading = headings[i];
    if (match.definition || !heading) return match;
    const definition = edition.sections.find(
      (section) => !taken.has(section.id) && holdsKeywords(heading.title.text, section),
    );
    if (!definition) return match;
    taken.add(definition.id);
    return { definition, match: 'variant' as const };
  });
}

/** The section of the form that a heading's title, without its ordinal, names in whatever wording; null where none. */
export function sectionNamed(title: string, edition: Edition): SectionDefinition | null {
  const direct = matchTitle(canonical(title), edition.sections).definition;
  return direct ?? edition.sections.find((section) => holdsKeywords(title, section)) ?? null;
}

function matchTitle(title: string, definitions: readonly SectionDefinition[]): SectionMatch {
  const order: readonly LabelMatch[] = ['official', 'variant', 'misspelt'];
  for (const match of order) {
    const definition = definitions.find((candidate) => directMatch(title, candidate) === match);
    if (definition) return { definition, match };
  }
  return unmatched;
}

/** A title that differs from the official one in these words alone is a variant, not a misspelling. */
function plain(title: string): string {
  return title.replace(/[及和与的、,]/g, '');
}

function directMatch(title: string, definition: SectionDefinition): LabelMatch {
  const { official, variants } = spellingsOf(definition);
  if (title === official) return 'official';
  if (variants.has(title) || plain(title) === plain(official)) return 'variant';
  return nearestLabel(title, [official], TITLE_EDITS) === null ? 'none' : 'misspelt';
}

interface Spellings {
  readonly official: string;
  readonly variants: ReadonlySet<string>;
}

const spellings = new WeakMap<SectionDefinition, Spellings>();

/** What a section's title is compared with, canonically spelt. */
function spellingsOf(definition: SectionDefinition): Spellings {
  const known = spellings.get(definition);
  if (known) return known;
  const made = { official: canonical(definition.title), variants: new Set(definition.variants.map(canonical)) };
  spellings.set(definition, made);
  return made;
}

function holdsKeywords(title: string, definition: SectionDefinition): boolean {
  return definition.keywords.some((words) => words.every((word) => title.includes(word)));
}
