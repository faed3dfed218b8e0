import { agrees } from '../analysis/contradictions.ts';
import { mentions } from '../analysis/mentions.ts';
import { subjectOf } from '../analysis/subject.ts';
import type { Report, Table } from '../report/report.ts';
import { LineIndex } from '../text/line-index.ts';
import type { TextExporter } from './exporter.ts';
import { sectionText } from './section-text.ts';
import { figureTables, rowValues } from './table-values.ts';

type RowRecord = readonly (number | null)[] | Readonly<Record<string, number | null>>;

/** The report as one object; several as an array, one to a line. */
export const json: TextExporter = {
  id: 'json',
  extension: '.json',
  title: { zh: 'JSON', en: 'JSON' },
  description: { zh: '全部文字和数值', en: 'all texts and values' },
  details: {
    zh: '一份报告一个对象，含各部分文字、文字中的数和三张表的数值；多份报告或文件夹为数组，每份一行。格式见 schemas/report.schema.json。',
    en: 'an object for a report, with the text of its sections, the numbers said in it and the values of its tables; an array for several or a folder, one to a line. See schemas/report.schema.json.',
  },
  published: false,
  text: true,
  write: (report) => `${indented(record(report))}\n`,
  collection: { start: '[\n', item: (report) => JSON.stringify(record(report)), between: ',\n', end: '\n]\n' },
};

function record(report: Report) {
  return {
    body: report.body?.text ?? null,
    year: report.year?.value ?? null,
    edition: report.edition.id,
    title: report.title?.text ?? null,
    mentions: mentionRecords(report),
    sections: report.sections.map((section) => ({
      id: section.definition?.id ?? null,
      title: section.line.mark.text + section.title.text,
      text: sectionText(report, section),
    })),
    values: { requests: {}, disclosure: {}, disputes: {}, ...tableRecords(report) },
  };
}

/** The quantities that the prose says, with the formulas over cells that each may mean. */
function mentionRecords(report: Report) {
  const said = mentions(subjectOf(report));
  const lines = said.length > 0 ? new LineIndex(report.tree.text) : null;
  return said.map((mention) => ({
    text: report.tree.text.slice(mention.span.start, mention.span.end),
    section: mention.section?.definition?.id ?? null,
    range: lines?.rangeOf(mention.span),
    value: mention.value,
    unit: mention.unit,
    says: mention.says,
    approx: mention.approx,
    weak: mention.weak,
    readings: mention.readings.map(({ text }) => text),
    agrees: agrees(report, mention),
  }));
}

function tableRecords(report: Report): Readonly<Record<string, Readonly<Record<string, RowRecord>>>> {
  return Object.fromEntries(figureTables(report).map((table) => [table.definition.id, rowRecords(table)]));
}

/** Where all rows share their columns a row is an array, else an object by column. */
function rowRecords(table: Table): Readonly<Record<string, RowRecord>> {
  const uniform = table.definition.blocks.length === 1;
  return Object.fromEntries(
    rowValues(table).map(({ row, values }) => [
      row.id,
      uniform
        ? values.map(({ value }) => value)
        : Object.fromEntries(values.map(({ column, value }) => [column.id, value])),
    ]),
  );
}

/** Indented JSON with each row of numbers on one line. */
function indented(value: object): string {
  return JSON.stringify(value, null, 2).replace(/\[\n[\s\d.,+eEnul-]*\]/g, (numbers) =>
    numbers.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  );
}
