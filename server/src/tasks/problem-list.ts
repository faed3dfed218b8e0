// 问题清单: every finding that is open on a desk, one a row, for spreadsheets and programs.
import { record } from '../exporters/csv.ts';
import { severityNames } from '../rules/engine/rule-page.ts';
import type { Language, Localized } from '../text/language.ts';
import { type Desk, type DeskEntry, stateNames } from './desk.ts';
import { basisText, placeText, remedyText } from './letter.ts';
import type { ReviewedFinding } from './review.ts';

/** The columns of the list, in their order. */
export const problemColumns: readonly { readonly head: Localized; readonly width: number }[] = [
  { head: { zh: '单位', en: 'body' }, width: 26 },
  { head: { zh: '年度', en: 'year' }, width: 7 },
  { head: { zh: '状态', en: 'state' }, width: 12 },
  { head: { zh: '级别', en: 'severity' }, width: 9 },
  { head: { zh: '位置', en: 'place' }, width: 30 },
  { head: { zh: '问题', en: 'problem' }, width: 60 },
  { head: { zh: '修改意见', en: 'remedy' }, width: 44 },
  { head: { zh: '依据', en: 'basis' }, width: 36 },
  { head: { zh: '规则', en: 'rule' }, width: 20 },
  { head: { zh: '文件', en: 'file' }, width: 36 },
  { head: { zh: '行', en: 'line' }, width: 6 },
];

/** A row for each open finding, and one for each body without a report that can be read; bodies that passed have none. */
export function problemRows(desk: Desk, language: Language): readonly (readonly (string | number | null)[])[] {
  return desk.entries.flatMap((entry) => {
    const { body, report, state, unread } = entry;
    const start = [body, report?.year ?? desk.year, stateNames[state][language]];
    if (entry.open.length + entry.remarks.length === 0 && state !== 'missing' && unread === null) return [];
    if (report === null)
      return [[...start, null, null, unread?.[language] ?? null, null, null, null, entry.file, null]];
    return [...entry.open, ...entry.remarks].map((finding) => [...start, ...findingFields(entry, finding, language)]);
  });
}

function findingFields({ report, file }: DeskEntry, finding: ReviewedFinding, language: Language) {
  const { severity, message, code, range } = finding;
  return [
    severityNames[severity][language],
    placeText(finding, report?.imported != null),
    message[language],
    language === 'zh' ? remedyText(finding) : (finding.fixes[0]?.en ?? ''),
    basisText(finding),
    code,
    file,
    report?.imported ? null : range.start.line + 1,
  ];
}

/** The list as CSV, as spreadsheets read it: with a byte order mark. */
export function problemCsv(desk: Desk, language: Language): string {
  const heads = problemColumns.map(({ head }) => head[language]);
  return `\ufeff${[heads, ...problemRows(desk, language)].map(record).join('')}`;
}

/** The list as JSON Lines: an object for each body without a readable report, and for each open finding, with its place as LSP counts. */
export function problemLines(desk: Desk, language: Language): string {
  const objects = desk.entries.flatMap((entry): readonly object[] => {
    const { body, state, file, report, unread } = entry;
    const about = { body, year: report?.year ?? desk.year, state, file };
    if (report === null) return [{ ...about, ...(unread ? { message: unread[language] } : {}) }];
    return [...entry.open, ...entry.remarks].map((finding) => problemObject(about, finding, language));
  });
  return objects.map((each) => `${JSON.stringify(each)}\n`).join('');
}

function problemObject(about: object, finding: ReviewedFinding, language: Language): object {
  const { code, severity, message, range, part, fixes, related, data, key } = finding;
  return {
    ...about,
    code,
    severity,
    message: message[language],
    section: part?.id ?? null,
    range,
    related: related.map((each) => ({ ...each, message: each.message[language] })),
    fixes: fixes.map((title) => title[language]),
    basis: basisText(finding),
    data,
    key,
  };
}
