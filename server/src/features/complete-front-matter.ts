// Completion of the front matter: its keys that are not there yet, and values that are known.
import { type FrontMatterKeyDefinition, frontMatterKeys } from '../forms/front-matter.ts';
import { isSuppressible } from '../rules/engine/rule.ts';
import { rules } from '../rules/index.ts';
import { canonical } from '../text/canonical.ts';
import type { Language } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { blankMark, type Candidate } from './candidates.ts';
import type { Place } from './completion-place.ts';

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

/** The keys that may still be written, or the values of the key before the cursor. */
export function frontMatterCandidates(place: Place, language: Language): readonly Candidate[] {
  const mark = /[:：]/.exec(place.before);
  if (!mark) return keys(place, language);
  const name = canonical(place.before.slice(0, mark.index)).toLowerCase();
  const key = frontMatterKeys.find(({ spellings }) => spellings.some((each) => canonical(each).toLowerCase() === name));
  const value = place.before.slice(mark.index + 1);
  const start = place.offset - value.trimStart().length;
  return key ? values(key, place, { start, end: place.line.end }, language) : [];
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

function values(key: FrontMatterKeyDefinition, { rest }: Place, span: Span, language: Language): readonly Candidate[] {
  const value = (label: string, detail?: string): Candidate => ({
    label,
    kind: 'Value',
    ...(detail ? { detail } : {}),
    span,
  });
  switch (key.key) {
    case 'body':
      return rest.body ? [value(rest.body.text)] : [];
    case 'year':
      return rest.year ? [value(String(rest.year.value))] : [];
    case 'edition':
      return rest.forms.all.map((edition) => value(edition.id, edition.name[language]));
    case 'extra-row':
      return unknownRows(rest).map((label) => value(label));
    case 'ignore':
      return rules
        .filter(isSuppressible)
        .map((rule) => ({ ...value(rule.code, rule.title[language]), insert: `${rule.code}: ` }));
    default:
      return [];
  }
}

function unknownRows(report: Place['rest']): readonly string[] {
  const labels = report.tables
    .flatMap((table) => table.lines)
    .flatMap((line) => (line.kind === 'unknown' && !line.declared && line.label ? [line.label.text] : []));
  return [...new Set(labels)];
}
