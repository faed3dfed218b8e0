import type { BinaryExporter } from './exporter.ts';

/** A workbook: a sheet for each table as in its form, and one with every value on a row of its own. */
export const xlsx: BinaryExporter = {
  id: 'xlsx',
  extension: '.xlsx',
  published: false,
  text: false,
  write: async (report) => (await import('./workbook.ts')).workbook(report),
};
