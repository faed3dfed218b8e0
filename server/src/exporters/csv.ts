import type { Report } from '../report/report.ts';
import type { TextExporter } from './exporter.ts';
import { figureTables, rowValues } from './table-values.ts';

const HEADER = 'body,year,edition,table,row,column,value,line\n';

/**
 * Tidy data: a record for each value, `line` one-based; quoted as in RFC 4180, lines end with LF. A text that a
 * spreadsheet would take for a formula has an apostrophe before it; numbers never have.
 */
export const csv: TextExporter = {
  id: 'csv',
  extension: '.csv',
  title: { zh: 'CSV', en: 'CSV' },
  description: { zh: '每行一个数值', en: 'one value a line' },
  details: {
    zh: '每个数值一行，列为 body,year,edition,table,row,column,value,line。空白的格子没有值，不当作 0。',
    en: 'a line for each value: body,year,edition,table,row,column,value,line. A blank cell has no value; it is never 0.',
  },
  published: false,
  text: true,
  needsMark: true,
  write: (report) => HEADER + records(report),
  collection: { start: HEADER, item: records, between: '', end: '' },
};

function records(report: Report): string {
  const lines: string[] = [];
  const body = report.body?.text ?? null;
  const year = report.year?.value ?? null;
  for (const table of figureTables(report)) {
    for (const { row, line, values } of rowValues(table)) {
      for (const { column, value } of values) {
        lines.push(record([body, year, table.edition.id, table.definition.id, row.id, column.id, value, line + 1]));
      }
    }
  }
  return lines.join('');
}

/** A line of CSV. */
export function record(fields: readonly (string | number | null)[]): string {
  return `${fields.map(fieldText).join(',')}\n`;
}

function fieldText(field: string | number | null): string {
  if (field === null) return '';
  return typeof field === 'number' ? String(field) : quoted(/^[=+\-@\t\r]/.test(field) ? `'${field}` : field);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
