// What docs/data.md and schemas/report.schema.json say of the forms, from the editions.
import { exportFormats } from '../../server/src/exporters/index.ts';
import type { Citation, ColumnDefinition, RowDefinition, TableId } from '../../server/src/forms/edition.ts';
import type { Form, FormTable } from '../../server/src/forms/form.ts';
import type { Language, Localized } from '../../server/src/text/language.ts';
import { editions } from './forms.ts';

const withTables = editions.filter(({ tables }) => tables.length > 0);
const tableIds: readonly TableId[] = [...new Set(withTables.flatMap(({ tables }) => tables.map(({ id }) => id)))];

const words = {
  format: { zh: '格式', en: 'format' },
  command: { zh: '命令', en: 'command' },
  holds: { zh: '内容', en: 'what it holds' },
  edition: { zh: '格式', en: 'edition' },
  years: { zh: '年度', en: 'years' },
  notice: { zh: '依据', en: 'issued by' },
  id: { zh: 'id', en: 'id' },
  unit: { zh: '数值', en: 'value' },
  legal: { zh: '依据', en: 'legal basis' },
  meaning: { zh: '填什么', en: 'what is counted' },
  rows: { zh: '行', en: 'Rows' },
  columns: { zh: '列', en: 'Columns' },
  section: { zh: '部分', en: 'section' },
  count: { zh: '整数', en: 'whole number' },
  change: { zh: '整数，减少为负', en: 'whole number, negative for fewer' },
  amount: { zh: '金额，可有小数', en: 'amount, decimals allowed' },
  of: { zh: '年格式的名称', en: 'label' },
} satisfies Record<string, Localized>;

/** The formats of export that hold data, as a table in Markdown. */
export function dataFormats(language: Language): string {
  const file = { zh: '文件', en: 'FILE' }[language];
  return markdownTable(
    [words.format[language], words.command[language], words.holds[language]],
    exportFormats
      .filter(({ published }) => !published)
      .map(({ id, text, title, details }) => [
        title[language],
        code(`--to ${id}${text ? '' : ` -o ${file}`}`),
        details[language],
      ]),
  );
}

/** The dictionary in Markdown: editions, sections, and of each table its columns and rows. */
export function dictionary(language: Language): string {
  return [editionsTable(language), sectionsTable(language), ...tableIds.map((id) => tablePart(id, language))].join(
    '\n\n',
  );
}

function editionsTable(language: Language): string {
  return markdownTable(
    ['edition', 'years', 'notice'].map((key) => words[key as keyof typeof words][language]),
    editions.map(({ id, years, notice }) => [
      code(id),
      `${years.first}–${years.last ?? ''}`,
      `《${notice.title.replace(/《/g, '〈').replace(/》/g, '〉')}》${notice.number === '' ? '' : `（${notice.number}）`}`,
    ]),
  );
}

function sectionsTable(language: Language): string {
  const ids = [...new Set(withTables.flatMap(({ sections }) => sections.map(({ id }) => id)))];
  return markdownTable(
    [words.section[language], ...withTables.map((edition) => labelHead(edition, language))],
    ids.map((id) => [
      code(id),
      ...withTables.map(({ sections }) => sections.find((section) => section.id === id)?.title ?? '—'),
    ]),
  );
}

function tablePart(id: TableId, language: Language): string {
  const tables = withTables.map((edition) => edition.tables.find((table) => table.id === id) ?? null);
  const name = tables.find((table) => table)?.name[language] ?? id;
  return [
    `### ${name}：${code(id)}`.replace('：', language === 'zh' ? '：' : ': '),
    words.columns[language],
    definitionsTable(
      tables.map((table) => table?.columns ?? []),
      language,
      unitOf,
    ),
    words.rows[language],
    definitionsTable(
      tables.map((table) => rowsOf(table)),
      language,
      legalOf,
    ),
  ].join('\n\n');
}

type Definition = RowDefinition | ColumnDefinition;

/** A line for each id, with its label in each edition; `—` where that has none. */
function definitionsTable(
  byEdition: readonly (readonly Definition[])[],
  language: Language,
  last: (definitions: readonly Definition[], language: Language) => string,
): string {
  const ids = [...new Set(byEdition.flatMap((definitions) => definitions.map(({ id }) => id)))];
  const isRow = byEdition.flat().some((definition) => 'legal' in definition);
  return markdownTable(
    [
      words.id[language],
      ...withTables.map((edition) => labelHead(edition, language)),
      words[isRow ? 'legal' : 'unit'][language],
      words.meaning[language],
    ],
    ids.map((id) => {
      const found = byEdition.map((definitions) => definitions.find((definition) => definition.id === id));
      const known = found.flatMap((definition) => definition ?? []);
      const meanings = new Set(known.map(({ description }) => description[language]));
      return [code(id), ...found.map((each) => each?.label ?? '—'), last(known, language), [...meanings].join(' / ')];
    }),
  );
}

function unitOf(definitions: readonly Definition[], language: Language): string {
  const units = definitions.flatMap((definition) => {
    if (!('kind' in definition) || definition.kind === 'row') return [];
    return [`${words[definition.kind][language]}${definition.unit ? ` (${definition.unit})` : ''}`];
  });
  return [...new Set(units)].join(' / ');
}

function legalOf(definitions: readonly Definition[]): string {
  const citations = definitions.flatMap((definition): readonly Citation[] =>
    'legal' in definition ? definition.legal : [],
  );
  return [...new Set(citations.map(({ work, article }) => `${shortName(work)}${article}`))].join('、') || '—';
}

/** The regulation by the name that everybody calls it. */
function shortName(work: string): string {
  return work === '《中华人民共和国政府信息公开条例》' ? '《条例》' : work;
}

function labelHead({ id }: Form, language: Language): string {
  return language === 'zh' ? `${id}${words.of.zh}` : `${words.of.en} of ${id}`;
}

function rowsOf(table: FormTable | null): readonly RowDefinition[] {
  return table?.blocks.flatMap(({ lines }) => lines.filter((line) => line.kind === 'row')) ?? [];
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

const number = { type: ['number', 'null'] };

/** The JSON Schema of what `export --to json` writes. */
export function reportSchema(): object {
  const nullable = (type: string): object => ({ type: [type, 'null'] });
  const sectionIds = [...new Set(editions.flatMap(({ sections }) => sections.map(({ id }) => id)))];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'nianbao export --to json',
    description:
      '政府信息公开工作年度报告的文字和数值；各 id 见 docs/data.md。\nThe texts and values of annual reports on government information disclosure; ids as in docs/data.md.',
    oneOf: [
      { $ref: '#/definitions/report' },
      { type: 'array', items: { $ref: '#/definitions/report' }, description: '多份报告。\nSeveral reports.' },
    ],
    definitions: {
      report: {
        ...closed({
          body: { ...nullable('string'), description: '机关。\nThe body.' },
          year: { ...nullable('integer'), description: '年度。\nThe reporting year.' },
          edition: {
            enum: editions.map(({ id }) => id),
            description: '报告所用的格式。\nThe form that the report has.',
          },
          title: { ...nullable('string'), description: '标题。\nThe title.' },
          mentions: { type: 'array', items: { $ref: '#/definitions/mention' } },
          sections: { type: 'array', items: { $ref: '#/definitions/section' } },
          values: { $ref: '#/definitions/values' },
        }),
      },
      mention: closed({
        text: {
          type: 'string',
          description:
            '原文：数，或者「未收到」「全部」这样的词。\nAs written: a number, or the words that deny or claim a whole.',
        },
        section: { enum: [...sectionIds, null], description: '所在的部分。\nThe section that it stands in, or null.' },
        range: { $ref: '#/definitions/range' },
        value: {
          ...number,
          description: '数值；说没有的是 0，说全部的是 null。\nThe number; 0 of a denial, null of a claim of a whole.',
        },
        unit: { ...nullable('string'), description: '量词。\nThe counter.' },
        says: {
          enum: ['number', 'none', 'all'],
          description: '一个数，没有，或者全部如此。\nA number, none, or that it is so of all.',
        },
        approx: { type: 'boolean', description: '是不是约数。\nWhether it is only about so much.' },
        weak: { type: 'boolean', description: '读法没有把握，只作参考。\nWhether the readings are uncertain.' },
        readings: {
          type: 'array',
          items: { type: 'string' },
          description:
            '可能说的是哪些格子，每种读法一个算式，如 requests.received.total+requests.carried-over.total、sum(requests.refused.*.total)、A=B；没有或者读不懂的为空。\nThe cells that it may mean, a formula for each way to read it; empty where it means none or isn’t understood.',
        },
        agrees: {
          type: ['boolean', 'null'],
          description:
            '与表格是否相符；格子空着、没有读法或者没有把握的为 null。\nWhether the tables agree; null where that isn’t known.',
        },
      }),
      range: closed({ start: { $ref: '#/definitions/position' }, end: { $ref: '#/definitions/position' } }),
      position: closed({ line: { type: 'integer' }, character: { type: 'integer' } }),
      section: closed({
        id: {
          enum: [...sectionIds, null],
          description: '格式规定的部分；不是的为 null。\nThe section of the form, or null.',
        },
        title: { type: 'string', description: '标题，连同序号。\nThe heading with its ordinal.' },
        text: {
          type: 'string',
          description: '文字，一段一行，不含表格。\nThe prose, a line for each paragraph, without tables.',
        },
      }),
      values: closed(Object.fromEntries(tableIds.map((id) => [id, tableSchema(id)]))),
    },
  };
}

function tableSchema(id: TableId): unknown {
  const tables = withTables.flatMap(({ tables: all }) => all.filter((table) => table.id === id));
  const ids = [...new Set(tables.flatMap((table) => rowsOf(table).map((row) => row.id)))];
  const rows = ids.map((row) => {
    const forms = tables.flatMap((table) => rowSchema(table, row) ?? []);
    const different = [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()];
    return [row, different.length === 1 ? different[0] : { anyOf: different }];
  });
  return { type: 'object', properties: Object.fromEntries(rows), additionalProperties: false };
}

/** An array where all rows of the table share their columns, else an object by column. */
function rowSchema(table: FormTable, row: string): object | null {
  const block = table.blocks.find(({ lines }) => lines.some(({ id }) => id === row));
  if (!block) return null;
  if (table.blocks.length > 1) return closed(Object.fromEntries(block.columns.map((column) => [column, number])));
  return { type: 'array', items: number, minItems: block.columns.length, maxItems: block.columns.length };
}

function closed(properties: Readonly<Record<string, unknown>>): object {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
