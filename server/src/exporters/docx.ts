import { documentOf } from './document-of.ts';
import type { BinaryExporter } from './exporter.ts';

/** A Word file in the typography of official documents, with the tables as in their forms. */
export const docx: BinaryExporter = {
  id: 'docx',
  extension: '.docx',
  published: true,
  text: false,
  write: async (report) => (await import('./docx-file.ts')).docxFile(documentOf(report)),
};
