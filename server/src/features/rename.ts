// Rename: the body's name or the report's year, wherever the report says it.
import type { AnnotatedTextEdit, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { namesOfBody } from '../analysis/names-of-body.ts';
import { namesOfYear } from '../analysis/year-names.ts';
import type { Report } from '../report/report.ts';
import type { Language, Localized } from '../text/language.ts';
import { overlap, type Span, touches } from '../text/span.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

export interface RenameOptions {
  readonly offset: number;
  readonly newName: string;
  readonly language: Language;
  /** Whether the client takes edits of a version of the document. */
  readonly versionedEdits: boolean;
  /** Whether the client asks before it makes edits that are marked so. */
  readonly annotations: boolean;
}

export interface PreparedRename {
  readonly range: Range;
  readonly placeholder: string;
}

interface Renamed {
  readonly kind: 'body' | 'year';
  readonly places: readonly Place[];
}

interface Place {
  readonly span: Span;
  /** Whether it has to be this body or this report's year: in the front matter and the title. */
  readonly certain: boolean;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

const failures = {
  year: { zh: '年度要写成四位数字，如 2024。', en: 'A year has four digits, as in 2024.' },
  body: {
    zh: '机关名称不能空着，也不能含有竖线或换行。',
    en: 'A name may not be blank, nor hold a bar or a line break.',
  },
} as const satisfies Readonly<Record<Renamed['kind'], Localized>>;

const annotation = {
  label: { zh: '正文中的名称和年度', en: 'Names and years in the text' },
  description: { zh: '请核对每一处是否都要改', en: 'Look whether each of them changes' },
} as const satisfies Readonly<Record<string, Localized>>;

/** What would be renamed at an offset; null where that is neither the body's name nor the report's year. */
export function prepareRename(snapshot: Snapshot, { offset }: { readonly offset: number }): PreparedRename | null {
  const place = renamedAt(snapshot.report, offset)?.places.find(({ span }) => touches(span, offset));
  if (!place) return null;
  const { start, end } = place.span;
  return { range: rangeOf(snapshot.lines, place.span), placeholder: snapshot.text.slice(start, end) };
}

/**
 * The edits that rename the body or the year through the report; other years and quoted titles stay. Those in the text
 * need a confirmation where the client can ask for it. A new name that can't be one is a failure.
 */
export function rename(
  snapshot: Snapshot,
  options: RenameOptions,
): WorkspaceEdit | { readonly failure: string } | null {
  const { offset, language } = options;
  const renamed = renamedAt(snapshot.report, offset);
  if (!renamed) return null;
  const newName = options.newName.trim();
  const year = renamed.kind === 'year' ? yearOf(newName) : null;
  if (renamed.kind === 'year' ? year === null : newName === '' || /[|｜\r\n\t]/.test(newName))
    return { failure: failures[renamed.kind][language] };
  const edits = renamed.places.map(({ span, certain }) => ({
    range: rangeOf(snapshot.lines, span),
    newText: year === null ? newName : writtenAs(snapshot.text.slice(span.start, span.end), year),
    certain,
  }));
  return editOf(snapshot, edits, options);
}

function editOf(
  { uri, version }: Snapshot,
  edits: readonly (Omit<AnnotatedTextEdit, 'annotationId'> & Pick<Place, 'certain'>)[],
  { language, versionedEdits, annotations }: RenameOptions,
): WorkspaceEdit {
  const plain = edits.map(({ range, newText }) => ({ range, newText }));
  if (!versionedEdits) return { changes: { [uri]: plain } };
  const textDocument = { uri, version };
  if (!annotations || edits.every(({ certain }) => certain))
    return { documentChanges: [{ textDocument, edits: plain }] };
  const marked = edits.map(({ range, newText, certain }) =>
    certain ? { range, newText } : { range, newText, annotationId: 'text' },
  );
  const text = {
    label: annotation.label[language],
    description: annotation.description[language],
    needsConfirmation: true,
  };
  return { documentChanges: [{ textDocument, edits: marked }], changeAnnotations: { text } };
}

function renamedAt(report: Report, offset: number): Renamed | null {
  const holds = ({ places }: Renamed): boolean => places.some(({ span }) => touches(span, offset));
  const body = bodyOf(report);
  if (holds(body)) return body;
  const year = yearNames(report);
  return holds(year) ? year : null;
}

function bodyOf(report: Report): Renamed {
  return { kind: 'body', places: namesOfBody(report) };
}

function yearNames(report: Report): Renamed {
  const { frontMatter, title, year } = report;
  if (!year) return { kind: 'year', places: [] };
  const certain = [...(title ? [title.span] : []), ...frontMatter.map(({ entry }) => entry.span)];
  const places = namesOfYear(report, year.value).map((span) => ({
    span,
    certain: certain.some((each) => overlap(each, span)),
  }));
  return { kind: 'year', places };
}

function yearOf(newName: string): string | null {
  const plain = [...newName.normalize('NFKC').replace(/\s*年度?$/, '')]
    .map((each) => (CHINESE_DIGITS.includes(each) ? String(CHINESE_DIGITS.indexOf(each)) : each))
    .join('');
  return /^[12]\d{3}$/.test(plain) ? plain : null;
}

/** A year in the digits that another is written in. */
function writtenAs(old: string, year: string): string {
  const zero = /^[0-9]/.test(old) ? null : /^[０-９]/.test(old) ? '０１２３４５６７８９' : CHINESE_DIGITS;
  return zero === null ? year : [...year].map((digit) => zero.charAt(Number(digit))).join('');
}
