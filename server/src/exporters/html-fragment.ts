import { documentOf } from './document-of.ts';
import type { TextExporter } from './exporter.ts';
import { documentHtml } from './html-elements.ts';
import { inlineStyles } from './html-style.ts';

/** The report without a page around it, to paste into a portal's editor: styles at the elements, no ids, no classes. */
export const htmlFragment: TextExporter = {
  id: 'html-fragment',
  extension: '.html',
  published: true,
  text: true,
  write: (report) =>
    documentHtml(documentOf(report), {
      attributes: (part) => {
        const style = inlineStyles[part];
        return style === undefined ? '' : ` style="${style}"`;
      },
      column: (share) => ` style="width:${Math.round(share * 1000) / 10}%"`,
      ids: false,
    }),
  collection: null,
};
