import { documentOf } from './document-of.ts';
import type { TextExporter } from './exporter.ts';
import { type Dress, documentHtml, isShortLabel } from './html-elements.ts';
import { inlineStyles } from './html-style.ts';
import { asUsual } from './publication.ts';

/** The report without a page around it, to paste into a portal's editor: styles at the elements, no ids, no classes. */
export const htmlFragment: TextExporter = {
  id: 'html-fragment',
  extension: '.html',
  title: { zh: '网站后台文本', en: 'Text for a website' },
  description: { zh: '可粘贴到网站后台编辑器的 HTML', en: "HTML to paste into a portal's editor" },
  details: {
    zh: '不带网页外壳，用来粘贴到网站后台的编辑器。',
    en: "without the page around it, to paste into a portal's editor.",
  },
  published: true,
  text: true,
  write: (report, how = asUsual) => documentHtml(documentOf(report), dress, how),
  collection: null,
};

/** For editors that take the styles out of what is pasted. */
const BORDER = ' border="1"';

const dress: Dress = {
  attributes: (part, of) => {
    const style = inlineStyles[part];
    const rest = `${isShortLabel(part, of) ? ';white-space:nowrap' : ''}"${part === 'table' ? BORDER : ''}`;
    return style === undefined ? '' : ` style="${style}${rest}`;
  },
  column: (share) => ` style="width:${Math.round(share * 1000) / 10}%"`,
  ids: false,
};
