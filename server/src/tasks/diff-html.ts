// The differences of two reports as a page: what changed in headings and text, then the tables in the official form, each cell with what it was.
import type { DocumentCell, DocumentTable } from '../exporters/document.ts';
import { formTable } from '../exporters/form-table.ts';
import { columnRules, htmlPage, pageDress } from '../exporters/html.ts';
import { elementHtml } from '../exporters/html-elements.ts';
import { pageStyle } from '../exporters/html-style.ts';
import type { Report } from '../report/report.ts';
import { escaped } from '../text/escape.ts';
import type { Language } from '../text/language.ts';
import { diffReports, type ReportDiff, type TextChange, type ValueChange } from './diff.ts';
import { amountOf, diffWords, shownValue } from './diff-words.ts';

const STYLE = `
:root { --gone: #ffe9e7; --come: #e4f6e6; --changed: #fff6d6; }
@media (prefers-color-scheme: dark) { :root { --gone: #4d2521; --come: #1f4023; --changed: #463c14; } }
.versions, .counts { text-indent: 0; text-align: center; }
del, ins { display: block; padding: .15rem .5rem; text-decoration: none; border-inline-start: .25rem solid; }
del { background: var(--gone); border-color: #c5483d; }
ins { background: var(--come); border-color: #3a8a45; }
.change { margin: 0 0 .9rem; }
td.changed { padding-inline: 0; white-space: pre-line; background: var(--changed); font-size: .75rem; }
td.changed::first-line { font-size: .9375rem; font-weight: bold; }
`.trim();

/** A page of the differences between two reports; `names` are what they are called on it. */
export function diffPage(before: Report, after: Report, names: readonly [string, string], language: Language): string {
  const diff = diffReports(before, after);
  const tables = after.tables.filter(({ repeats }) => repeats === null).map(formTable);
  return htmlPage({
    language: language === 'zh' ? 'zh-CN' : 'en',
    title: diffWords.title[language],
    style: `${pageStyle}\n${columnRules(tables)}\n${STYLE}`,
    main: [
      `<h1>${escaped(titleOf(diff, language))}</h1>\n`,
      `<p class="versions">${escaped(names[0])} → ${escaped(names[1])}</p>\n`,
      `<p class="counts">${escaped(countsOf(diff, language))}</p>\n`,
      ...(diff.betweenYears ? [] : textParts(diff, language)),
      ...tableParts(tables, diff, language),
      ...(diff.betweenYears ? textParts(diff, language) : []),
    ].join(''),
  });
}

function titleOf({ before, after, betweenYears }: ReportDiff, language: Language): string {
  const body = after.body ?? before.body ?? '';
  return `${body} ${betweenYears ? `${before.year} → ${after.year}` : diffWords.title[language]}`.trim();
}

function countsOf({ values, texts, headings }: ReportDiff, language: Language): string {
  const isSame = values.length + texts.length + headings.length === 0;
  return isSame
    ? diffWords.nothing[language]
    : diffWords.counts(values.length, texts.length, headings.length)[language];
}

function textParts({ headings, texts }: ReportDiff, language: Language): readonly string[] {
  const parts = [
    [diffWords.headings[language], headings] as const,
    ...Map.groupBy(texts, ({ heading }) => heading ?? diffWords.preface[language]),
  ];
  return parts
    .filter(([, changes]) => changes.length > 0)
    .map(([heading, changes]) => `<h2>${escaped(heading)}</h2>\n${changes.map(changeHtml).join('')}`);
}

function changeHtml({ before, after }: TextChange): string {
  const gone = before.map(({ text }) => `<del>${escaped(text)}</del>`);
  const come = after.map(({ text }) => `<ins>${escaped(text)}</ins>`);
  return `<div class="change">${[...gone, ...come].join('\n')}</div>\n`;
}

/** Every table, each changed cell with what stood there and by how much it changed. Rows that are gone are listed below. */
function tableParts(tables: readonly DocumentTable[], { values }: ReportDiff, language: Language): readonly string[] {
  const changes = new Map(values.map((change) => [keyOf(change), change]));
  const shown = new Set<ValueChange>();
  const changeAt = ({ place }: DocumentCell): ValueChange | null => (place && changes.get(keyOf(place))) ?? null;
  const parts = tables.map((table, i) => {
    const marked = new Set<object>();
    const rows = table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const change = changeAt(cell);
        if (!change) return cell;
        shown.add(change);
        const changed = { ...cell, text: textOf(change, language) };
        marked.add(changed);
        return changed;
      }),
    }));
    const dress: typeof pageDress = {
      ...pageDress,
      attributes: (part, of) => (marked.has(of) ? ' class="value changed"' : pageDress.attributes(part, of)),
    };
    return `<h2>${escaped(table.caption ?? '')}</h2>\n${elementHtml({ ...table, rows }, i, dress)}`;
  });
  const rest = values.filter((change) => !shown.has(change));
  const list = rest.map((change) => `<p>${escaped(lineOf(change, language))}</p>\n`);
  return rest.length > 0 ? [...parts, `<h2>${escaped(diffWords.elsewhere[language])}</h2>\n`, ...list] : parts;
}

function keyOf({ table, row, column }: Pick<ValueChange, 'table' | 'row' | 'column'>): string {
  return `${table} ${row} ${column}`;
}

/** What stands in a changed cell: the value, and below it the one before with the change. */
function textOf(change: ValueChange, language: Language): string {
  const before = shownValue(change.before, language);
  return `${shownValue(change.after, language)}\n${diffWords.was(before)[language]}\n${amountOf(change).replace(' ', '\n')}`.trimEnd();
}

function lineOf(change: ValueChange, language: Language): string {
  const { rowLabel, columnLabel, before, after } = change;
  return `${rowLabel} · ${columnLabel}: ${shownValue(before, language)} → ${shownValue(after, language)}`;
}
