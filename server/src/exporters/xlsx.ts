import type { BinaryExporter } from './exporter.ts';

/** A workbook: a sheet for each table as in its form, and one with every value on a row of its own. */
export const xlsx: BinaryExporter = {
  id: 'xlsx',
  extension: '.xlsx',
  title: { zh: 'Excel 工作簿', en: 'Excel workbook' },
  description: { zh: '三张表按规定格式，另附全部数值', en: 'the three tables as in the form, and all values' },
  details: {
    zh: '三张表各一张工作表，与规定格式一致；另有一张「数据」，每个数值一行。',
    en: 'a sheet for each of the three tables, as in the form, and one with a value on each row.',
  },
  published: false,
  text: false,
  write: async (report) => (await import('./workbook.ts')).workbook(report),
};
