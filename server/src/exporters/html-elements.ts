// The document's elements as HTML, in no particular dress: the page, the fragment and the preview put on their own.

import { standardForms } from '../forms/index.ts';
import { escaped } from '../text/escape.ts';
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

export type HtmlPart =
  | 'title'
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

/** Title and elements. Everything from the report is text: none of it is ever HTML. */
export function documentHtml(document: ReportDocument, dress: Dress): string {
  const elements = document.elements.map((element, i) => elementHtml(element, i, dress));
  return titleElement(document.title, dress) + elements.join('');
}

/** Ends with a line break. */
export function titleElement(title: DocumentTitle, dress: Dress): string {
  return `<h1${dress.attributes('title', title)}>${titleHtml(title, dress)}</h1>\n`;
}

/** The last words of a title stay on one line, so that a long one breaks before them. */
function titleHtml(title: DocumentTitle, dress: Dress): string {
  const end = standardForms().words.titleEndIn(title.text);
  const last = title.text.slice(end);
  if (end === 0 || last === '') return escaped(title.text);
  return `${escaped(title.text.slice(0, end))}<span${dress.attributes('title-end', title)}>${escaped(last)}</span>`;
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
  const lines = rows.map((row, i) => rowHtml(row, i, ids, dress));
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

function rowHtml({ cells }: DocumentRow, index: number, ids: HeaderIds | null, dress: Dress): string {
  return `<tr>${cells.map((cell) => cellHtml(cell, index, ids, dress)).join('')}</tr>`;
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

function partOf({ kind, scope, colspan, place, value, text }: DocumentCell): HtmlPart {
  if (kind === 'value') return place !== null || value !== null || text === '' ? 'value' : 'text-value';
  if (scope === null) return 'corner';
  return scope === 'row' || (scope === 'rowgroup' && colspan === 1) ? 'row-head' : 'head';
}
