// The document's elements as HTML, in no particular dress: the page, the fragment and the preview put on their own.

import { standardForms } from '../forms/index.ts';
import { escaped } from '../text/escape.ts';
import { readsFromLeft } from './cell-side.ts';
import type {
  DocumentCell,
  DocumentElement,
  DocumentParagraph,
  DocumentRow,
  DocumentTable,
  DocumentTitle,
  ReportDocument,
} from './document.ts';
import { type HeaderIds, headerIds } from './html-headers.ts';
import { type RowPart, rowParts } from './kept-rows.ts';
import { draftMark, type Publication } from './publication.ts';

export type HtmlPart =
  | 'draft'
  | 'title'
  | 'title-line'
  | 'title-end'
  | 'heading'
  | 'subheading'
  | 'paragraph'
  | 'dateline'
  | 'addressee'
  | 'signature'
  | 'lead'
  | 'item'
  | 'table-box'
  | 'table'
  | 'caption'
  | RowPart
  | 'head'
  | 'corner'
  | 'row-head'
  | 'value'
  | 'text-value';

export type HtmlSource = DocumentTitle | DocumentElement | DocumentRow | DocumentCell;

/** How the elements are dressed. Attributes are escaped, each with a blank before it; '' for none. */
export interface Dress {
  /** Class, style, or data such as the place in the source. `of` is what the part is made of; a table's parts know it. */
  readonly attributes: (part: HtmlPart, of: HtmlSource) => string;
  /** Of a `<col>` with this share of the width. */
  readonly column: (share: number) => string;
  /** Whether cells name their headers by id: not where other pages' ids may stand beside. */
  readonly ids: boolean;
}

/** In characters: shorter ones may well stand in two lines, longer ones have to. */
const SHORT_LABEL = /^\S{5,9}$/;

/** Whether a screen has a label on one line: 三、本年度办理结果, 法律服务机构. */
export function isShortLabel(part: HtmlPart, of: HtmlSource): boolean {
  return (part === 'head' || part === 'row-head') && 'text' in of && SHORT_LABEL.test(of.text);
}

/** Title and elements, a draft's mark above them. Everything from the report is text: none of it is ever HTML. */
export function documentHtml(document: ReportDocument, dress: Dress, how: Publication): string {
  const { title } = document;
  const mark = draftMark(how);
  const draft = mark === null ? '' : `<p${dress.attributes('draft', title)}>${escaped(mark)}</p>\n`;
  const elements = document.elements.map((element, i) => elementHtml(element, i, dress));
  return draft + titleElement(title, dress) + elements.join('');
}

/** Ends with a line break. */
export function titleElement(title: DocumentTitle, dress: Dress): string {
  return `<h1${dress.attributes('title', title)}>${titleHtml(title, dress)}</h1>\n`;
}

/** Each line of the title; its last words stay on one line, so that a screen breaks a long one before them. */
function titleHtml(title: DocumentTitle, dress: Dress): string {
  const { lines } = title;
  if (lines.length === 1) return lineHtml(title, title.text, dress);
  return lines
    .map((line) => `<span${dress.attributes('title-line', title)}>${lineHtml(title, line, dress)}</span>`)
    .join('');
}

function lineHtml(title: DocumentTitle, line: string, dress: Dress): string {
  const end = standardForms().words.titleEndIn(line);
  const last = line.slice(end);
  if (end === 0 || last === '') return escaped(line);
  return `${escaped(line.slice(0, end))}<span${dress.attributes('title-end', title)}>${escaped(last)}</span>`;
}

/** One element; `index` is its place in the document, for ids. Ends with a line break. */
export function elementHtml(element: DocumentElement, index: number, dress: Dress): string {
  switch (element.kind) {
    case 'heading': {
      const part = element.level === 2 ? 'heading' : 'subheading';
      return `<h${element.level}${dress.attributes(part, element)}>${escaped(element.text)}</h${element.level}>\n`;
    }
    case 'paragraph':
      return paragraphHtml(element, dress);
    case 'item':
      return `<p${dress.attributes('item', element)}>${escaped(element.mark + element.text)}</p>\n`;
    case 'table':
      return tableHtml(element, `table-${index}`, dress);
  }
}

function paragraphHtml(paragraph: DocumentParagraph, dress: Dress): string {
  const { role, lead, text } = paragraph;
  const opening = lead === null ? '' : `<strong${dress.attributes('lead', paragraph)}>${escaped(lead)}</strong>`;
  const attributes = dress.attributes(role === 'text' ? 'paragraph' : role, paragraph);
  return `<p${attributes}>${opening}${escaped(text)}</p>\n`;
}

function tableHtml(table: DocumentTable, id: string, dress: Dress): string {
  const { caption, columnShares, rows, headerRows } = table;
  const label = caption === null ? '' : ` aria-label="${escaped(caption)}"`;
  const columns = columnShares.map((share) => `<col${dress.column(share)}>`).join('');
  const ids = dress.ids && caption !== null ? headerIds(table, id) : null;
  const cells = (row: DocumentRow, i: number) => row.cells.map((cell) => cellHtml(cell, i, ids, dress)).join('');
  const parts = rowParts(table);
  const lines = rows.map((row, i) => {
    const part = parts[i] ?? null;
    return `<tr${part === null ? '' : dress.attributes(part, row)}>${cells(row, i)}</tr>`;
  });
  return [
    `<div${dress.attributes('table-box', table)} role="group" tabindex="0"${label || ' aria-label="表格"'}>`,
    `<table${dress.attributes('table', table)}>`,
    ...(caption === null ? [] : [`<caption${dress.attributes('caption', table)}>${escaped(caption)}</caption>`]),
    `<colgroup>${columns}</colgroup>`,
    ...(headerRows > 0 ? ['<thead>', ...lines.slice(0, headerRows), '</thead>'] : []),
    ...bodies(table, lines),
    '</table>',
    '</div>\n',
  ].join('\n');
}

function bodies({ rows, headerRows }: DocumentTable, lines: readonly string[]): readonly string[] {
  return [
    '<tbody>',
    ...lines
      .slice(headerRows)
      .flatMap((line, i) => (i > 0 && rows[headerRows + i]?.startsGroup ? ['</tbody>', '<tbody>', line] : [line])),
    '</tbody>',
  ];
}

function cellHtml(cell: DocumentCell, row: number, ids: HeaderIds | null, dress: Dress): string {
  const { scope, colspan, rowspan } = cell;
  const tag = scope === null ? 'td' : 'th';
  const attributes = [
    dress.attributes(partOf(cell), cell),
    scope === null ? '' : ` scope="${scope}"`,
    colspan > 1 ? ` colspan="${colspan}"` : '',
    rowspan > 1 ? ` rowspan="${rowspan}"` : '',
    ids?.attribute(cell, row) ?? '',
  ].join('');
  return `<${tag}${attributes}>${escaped(cell.text)}</${tag}>`;
}

function partOf(cell: DocumentCell): HtmlPart {
  const isLeft = readsFromLeft(cell);
  if (cell.kind === 'value') return isLeft ? 'text-value' : 'value';
  if (cell.scope === null) return 'corner';
  return isLeft ? 'row-head' : 'head';
}
