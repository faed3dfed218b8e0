import { escaped } from '../text/escape.ts';
import type { DocumentElement, ReportDocument } from './document.ts';
import { documentOf } from './document-of.ts';
import type { TextExporter } from './exporter.ts';
import { type Dress, documentHtml, type HtmlPart, type HtmlSource, isShortLabel } from './html-elements.ts';
import { pageStyle } from './print-style.ts';
import { asUsual, type Publication } from './publication.ts';
import { signatureOf, signatureRights } from './signature-place.ts';
import { fitTable, NARROW_MARGIN } from './table-fit.ts';

/** Nothing is loaded and nothing runs, whatever the report holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page as a file of its own: accessible, for screen and A4 paper, without scripts and without anything from elsewhere. */
export const html: TextExporter = {
  id: 'html',
  extension: '.html',
  title: { zh: '网页', en: 'Web page' },
  description: { zh: '一个文件，可打开、打印或发布', en: 'one file, to open, to print or to publish' },
  details: {
    zh: '一份报告一个网页，不含脚本，可直接打开或打印成 A4。',
    en: 'a page for each report, without scripts, to open or to print on A4.',
  },
  published: true,
  text: true,
  write: (report, how = asUsual) => documentPage(documentOf(report), how),
  collection: null,
};

/** A document as a page of its own. */
export function documentPage(document: ReportDocument, how: Publication = asUsual): string {
  return htmlPage({
    language: document.language,
    title: document.title.text,
    style: [pageStyle(how), columnRules(document.elements), signatureRules(document.elements)].join('\n').trimEnd(),
    main: documentHtml(document, pageDress, how),
  });
}

/** A page around what stands in it. `main` and `style` are HTML and CSS and go in as they are; `title` is text. */
export function htmlPage({
  language,
  title,
  style,
  main,
}: Readonly<Record<'language' | 'title' | 'style' | 'main', string>>): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`;
}

/** The dress of the page: a class for each part that `pageStyle` knows by one. */
export const pageDress: Dress = {
  attributes: (part, of) => {
    const names = classNames(part, of);
    return names === '' ? '' : ` class="${names}"`;
  },
  column: (share) => ` class="${columnClass(share)}"`,
  ids: true,
};

const MANY_COLUMNS = 6;
const byElement: ReadonlySet<HtmlPart> = new Set(['title', 'heading', 'subheading', 'paragraph', 'caption', 'head']);

/** The classes of a part, which the style sheet dresses; '' where the element tells. */
function classNames(part: HtmlPart, of: HtmlSource): string {
  const names = [
    ...(part === 'table' ? tableClasses(of) : byElement.has(part) ? [] : [part]),
    ...(isShortLabel(part, of) ? ['whole'] : []),
  ];
  return names.join(' ');
}

/** `fit-…` and `narrow` say how it is set on paper. */
function tableClasses(of: HtmlSource): readonly string[] {
  if (!('columnShares' in of)) return [];
  const { size, sideMargin } = fitTable(of);
  return [
    ...(of.columnShares.length > MANY_COLUMNS ? ['wide'] : []),
    `fit-${size}`,
    ...(sideMargin === NARROW_MARGIN ? ['narrow'] : []),
  ];
}

/** The rules for the column widths of tables: no style stands at an element, so that a policy may forbid it. */
export function columnRules(elements: readonly DocumentElement[]): string {
  const shares = elements.flatMap((element) => (element.kind === 'table' ? element.columnShares : []));
  const rules = new Map(shares.map((share) => [columnClass(share), `{width:${percent(share)}%}`]));
  return [...rules].map(([name, rule]) => `.${name}${rule}`).join('\n');
}

/** The rules for the places of body and date on paper. */
function signatureRules(elements: readonly DocumentElement[]): string {
  const selectors = [':not(.signature) + .signature', '.signature + .signature'];
  return signatureRights(signatureOf(elements))
    .map((right, i) => `${selectors[i]}{--right:${right}em}`)
    .join('\n');
}

function columnClass(share: number): string {
  return `share-${percent(share)}`.replace('.', '-');
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
