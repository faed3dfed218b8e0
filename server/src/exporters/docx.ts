import { documentOf } from './document-of.ts';
import type { BinaryExporter } from './exporter.ts';
import { asUsual } from './publication.ts';

/** A Word file in the typography of official documents, with the tables as in their forms. */
export const docx: BinaryExporter = {
  id: 'docx',
  extension: '.docx',
  title: { zh: 'Word 文件', en: 'Word file' },
  description: { zh: '按公文格式排版', en: 'the typography of official documents' },
  details: {
    zh: 'Word 文件，按公文格式排版（标题小标宋、正文三号仿宋、A4），表格合并单元格与规定格式一致；WPS 也能打开。',
    en: 'a Word file in the typography of official documents, A4, its tables merged as in the forms; WPS opens it as well.',
  },
  published: true,
  text: false,
  write: async (report, how = asUsual) => (await import('./docx-file.ts')).docxFile(documentOf(report), how),
};
