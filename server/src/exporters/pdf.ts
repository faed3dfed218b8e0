import type { PrintedFormat } from './exporter.ts';
import { html } from './html.ts';

/** The page on paper. */
export const pdf: PrintedFormat = {
  id: 'pdf',
  extension: '.pdf',
  title: { zh: 'PDF', en: 'PDF' },
  description: { zh: '由本机的浏览器打印生成', en: 'printed by a browser on this machine' },
  details: {
    zh: '用电脑上的浏览器把网页打印成 PDF，不联网；浏览器也可以用环境变量 NIANBAO_BROWSER 写明。',
    en: 'the page printed by a browser of this machine, offline; the variable NIANBAO_BROWSER may name it, too.',
  },
  published: true,
  text: false,
  via: html,
};
