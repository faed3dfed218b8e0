// Completion in comments: the word that begins a suppression, the codes after it, and the reason.
import type { RuleSettings } from '../analysis/settings.ts';
import { reviewWords } from '../forms/review-words.ts';
import { suppressionReasons } from '../forms/suppression-reasons.ts';
import { isSuppressible } from '../rules/engine/rule.ts';
import { rules } from '../rules/index.ts';
import { parseSuppression } from '../syntax/parse.ts';
import type { Part } from '../syntax/tree.ts';
import type { Language } from '../text/language.ts';
import type { Candidate } from './candidates.ts';
import type { Place } from './completion-place.ts';

const CODES = /^\/\/\s*nianbao-ignore\s([^:：]*)$/;
const REASON = /^\/\/\s*nianbao-ignore\s([^:：]*)[:：]\s*(.*)$/;

/** The beginning of a suppression, or the codes that it may name, those of findings below it first. */
export function suppressionCandidates(
  place: Place,
  { language, settings }: { readonly language: Language; readonly settings: RuleSettings },
): readonly Candidate[] {
  const reasoned = REASON.exec(place.before);
  if (reasoned) return reasons(place, reasoned[1] ?? '', reasoned[2] ?? '', language);
  const listed = CODES.exec(place.before)?.[1];
  if (listed === undefined) return beginning(place, language);
  const { codes } = parseSuppression({ text: listed, span: { start: 0, end: listed.length } });
  const isTyped = ({ span }: Part): boolean => span.end === listed.length;
  const token = codes.find(isTyped)?.text ?? '';
  const others = codes.filter((code) => !isTyped(code)).map(({ text }) => text);
  const here = codesBelow(place, settings);
  const offered = rules.filter((rule) => isSuppressible(rule) && !others.includes(rule.code));
  const sorted = [...offered.filter(({ code }) => here.has(code)), ...offered.filter(({ code }) => !here.has(code))];
  const written = /^[a-z0-9-]*/.exec(place.after)?.[0] ?? '';
  const colon = /[:：]/.test(place.after) ? '' : ': ';
  return sorted.map(({ code, title }) => ({
    label: code,
    kind: 'EnumMember',
    detail: title[language],
    insert: `${code}${colon}`,
    span: { start: place.offset - token.length, end: place.offset + written.length },
  }));
}

/** The reasons that may be given for the codes, in place of what is typed of one; none where one stands there. */
function reasons({ offset, after }: Place, listed: string, typed: string, language: Language): readonly Candidate[] {
  if (after.trim() !== '') return [];
  const { codes } = parseSuppression({ text: listed, span: { start: 0, end: listed.length } });
  const named = codes.map(({ text }) => text);
  return suppressionReasons
    .filter((reason) => reason.codes.length === 0 || reason.codes.some((code) => named.includes(code)))
    .map(({ text }) => ({
      label: text[language],
      kind: 'Text',
      insert: text[language],
      span: { start: offset - typed.length, end: offset },
    }));
}

function beginning({ before, offset }: Place, language: Language): readonly Candidate[] {
  const typed = /^\/\/\s*([\p{L}-]*)$/u.exec(before)?.[1];
  const word = typed === undefined || /^[a-z-]*$/.test(typed) ? typed : undefined;
  if (typed !== undefined && word === undefined) return reviews(offset, typed, before, language);
  if (word === undefined) return [];
  return [
    {
      label: 'nianbao-ignore',
      kind: 'Keyword',
      detail: { zh: '忽略下一行或下面整张表的某些规则', en: 'Ignore rules on the next line or in the table below' }[
        language
      ],
      insert: `${/\s/.test(before) ? '' : ' '}nianbao-ignore `,
      span: { start: offset - word.length, end: offset },
    },
    ...(word === '' || !'nianbao-ignore'.startsWith(word) ? reviews(offset, word, before, language) : []),
  ];
}

/** The words of reviewers and of those who answer them, in place of what is typed. */
function reviews(offset: number, typed: string, before: string, language: Language): readonly Candidate[] {
  return reviewWords.map(({ text, detail }) => ({
    label: text,
    kind: 'Keyword',
    detail: detail[language],
    insert: `${/\s/.test(before) ? '' : ' '}${text}: `,
    span: { start: offset - typed.length, end: offset },
  }));
}

/** The codes found on the next line, or in the table that begins there. */
function codesBelow({ snapshot, lineNumber }: Place, settings: RuleSettings): ReadonlySet<string> {
  const { lines, report } = snapshot;
  const next = lineNumber + 1;
  const table = report.tables.find(({ span }) => lines.lineAt(span.start) === next);
  const last = table ? lines.lineAt(table.span.end) : next;
  const found = snapshot.check(settings).findings.filter(({ span }) => {
    const line = lines.lineAt(span.start);
    return next <= line && line <= last;
  });
  return new Set(found.map(({ code }) => code));
}
