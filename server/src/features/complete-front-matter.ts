// Completion of the front matter: its keys that are not there yet, and values that are known.
import type { IndexedReport } from '../analysis/indexed-report.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import {
  type FrontMatterKey,
  type FrontMatterKeyDefinition,
  frontMatterKey,
  frontMatterKeys,
} from '../forms/front-matter.ts';
import { isSuppressible, type RunnableRule } from '../rules/engine/rule.ts';
import { rules } from '../rules/index.ts';
import type { Language } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { blankMark, type Candidate } from './candidates.ts';
import { knownBodies, knownPaths, knownYears } from './complete-known-reports.ts';
import type { Place } from './completion-place.ts';
import type { Snapshot } from './snapshot.ts';

/** The keys whose values other reports tell. */
const told: ReadonlySet<FrontMatterKey | null> = new Set<FrontMatterKey>(['body', 'year', 'previous', 'children']);

/** Whether what can stand at the offset depends on the other reports of the folder. */
export function asksForReports({ report, lines, text }: Snapshot, offset: number): boolean {
  const { frontMatter, unclosedFrontMatter } = report.tree;
  if (!unclosedFrontMatter && !(frontMatter && offset <= frontMatter.span.end)) return false;
  const before = text.slice(lines.lineStart(lines.lineAt(offset)), offset);
  const mark = before.search(/[:：]/);
  return mark >= 0 && told.has(frontMatterKey(before.slice(0, mark)));
}

/** Whether the cursor stands between `---` and `---`, or below an unclosed one with nothing but entries between. */
export function isInFrontMatter({ snapshot, line, lineNumber }: Place): boolean {
  const { tree, lines, text } = snapshot;
  if (lineNumber === 0) return false;
  if (tree.frontMatter) return line.start > tree.frontMatter.span.start && line.end < tree.frontMatter.span.end;
  if (!tree.unclosedFrontMatter) return false;
  const between = text.slice(lines.lineStart(1), line.start);
  return between.split(/\r\n|\r|\n/).every((each) => each.trim() === '' || /^[^:：]{1,12}[:：]/.test(each));
}

/** The whole front matter, offered on the first line. */
export function frontMatterStart(
  { rest, lineNumber, textStart, line, after }: Place,
  language: Language,
): readonly Candidate[] {
  if (lineNumber !== 0 || rest.tree.frontMatter || after.trim() !== '') return [];
  const [body, year] = frontMatterKeys.filter(({ key }) => key === 'body' || key === 'year').map(spelling);
  return [
    {
      label: '---',
      kind: 'Snippet',
      detail: { zh: '文件头：机关、年度', en: 'Front matter: body, year' }[language],
      insert: `---\n${body}: ${rest.body?.text ?? blankMark}\n${year}: ${rest.year?.value ?? blankMark}\n---\n`,
      span: { start: textStart, end: line.end },
    },
  ];
}

export interface FrontMatterOptions {
  readonly language: Language;
  readonly settings: RuleSettings;
  /** The reports of the folder, as far as they are asked for. */
  readonly reports?: readonly IndexedReport[];
}

/** The keys that may still be written, or the values of the key before the cursor. */
export function frontMatterCandidates(place: Place, options: FrontMatterOptions): readonly Candidate[] {
  const mark = /[:：]/.exec(place.before);
  if (!mark) return keys(place, options.language);
  const name = frontMatterKey(place.before.slice(0, mark.index));
  const value = place.before.slice(mark.index + 1);
  const start = place.offset - value.trimStart().length;
  return name ? values(name, place, { start, end: place.line.end }, options) : [];
}

function spelling({ spellings }: FrontMatterKeyDefinition): string {
  return spellings[0];
}

function keys({ snapshot, lineNumber, textStart, offset, after }: Place, language: Language): readonly Candidate[] {
  const { lines } = snapshot;
  const present = snapshot.report.frontMatter
    .filter(({ entry }) => lines.lineAt(entry.span.start) !== lineNumber)
    .map(({ key }) => key);
  const key = /^[^:：]*/.exec(after)?.[0] ?? '';
  return frontMatterKeys
    .filter((definition) => definition.repeatable || !present.includes(definition.key))
    .map((definition) => ({
      label: spelling(definition),
      kind: 'Property',
      detail: definition.example,
      documentation: definition.description[language],
      insert: key.length < after.length ? spelling(definition) : `${spelling(definition)}: `,
      span: { start: textStart, end: offset + key.length },
      shortForms: definition.spellings.map((each) => each.toLowerCase()),
    }));
}

function values(
  key: FrontMatterKey,
  { rest, snapshot }: Place,
  span: Span,
  { language, settings, reports = [] }: FrontMatterOptions,
): readonly Candidate[] {
  const value = (label: string, detail?: string): Candidate => ({
    label,
    kind: 'Value',
    ...(detail ? { detail } : {}),
    span,
  });
  switch (key) {
    case 'body':
      return knownBodies(rest, reports, language).map(({ text, detail }) => value(text, detail));
    case 'year':
      return knownYears(rest, reports, language).map(({ text, detail }) => value(text, detail));
    case 'previous':
    case 'children':
      return knownPaths(rest, { key, reports, uri: snapshot.uri }, language).map(({ text, detail }) => ({
        ...value(text, detail),
        kind: 'File',
      }));
    case 'edition':
      return rest.forms.all.map((edition) => value(edition.id, edition.name[language]));
    case 'extra-row':
      return unknownRows(rest).map((label) => value(label));
    case 'ignore':
      return codesToIgnore(snapshot, settings).map((rule) => ({
        ...value(rule.code, rule.title[language]),
        insert: `${rule.code}: `,
      }));
  }
}

/** Those of what is found in the report first. */
function codesToIgnore(snapshot: Snapshot, settings: RuleSettings): readonly RunnableRule[] {
  const found = new Set(snapshot.check(settings).findings.map(({ code }) => code));
  const offered = rules.filter(isSuppressible);
  return [...offered.filter(({ code }) => found.has(code)), ...offered.filter(({ code }) => !found.has(code))];
}

function unknownRows(report: Place['rest']): readonly string[] {
  const labels = report.tables
    .flatMap((table) => table.lines)
    .flatMap((line) => (line.kind === 'unknown' && !line.declared && line.label ? [line.label.text] : []));
  return [...new Set(labels)];
}
