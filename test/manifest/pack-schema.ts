// The schema of packs, from the forms that they add to.
import { standardForms } from '../../server/src/forms/index.ts';
import { maxPackRows, packSeverities } from '../../server/src/forms/pack.ts';
import { wordLists } from '../../server/src/forms/words.ts';
import { rules } from '../../server/src/rules/index.ts';

/** The schema of an object with severities by the codes of rules. */
export function severitiesByCode(): object {
  return {
    description: '各规则的级别。\nThe severity of each rule.',
    type: 'object',
    properties: Object.fromEntries(
      rules.map(({ code, title }) => [
        code,
        { description: `${title.zh}\n${title.en}`, enum: packSeverities, title: code },
      ]),
    ),
    additionalProperties: false,
  };
}

export function packSchema() {
  const { all, tables } = standardForms();
  const table = { enum: unique(tables.map(({ id }) => id)) };
  const section = { enum: unique(all.flatMap(({ sections }) => sections.map(({ id }) => id))) };
  const year = { type: 'integer', minimum: 1000, maximum: 9999 };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '*.nianbao-pack.json',
    description: '年报补充包：本省本单位在规定格式之外另加的。\nA pack: what a province adds to the form.',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      name: { ...text, description: '包的名称。\nThe name of the pack.' },
      applies: closed('对哪些报告生效；不写为全部。\nWhose reports it is for; all where absent.', {
        bodies: { ...texts, description: '机关名称里有其中一个词。\nOne of these stands in the body’s name.' },
        years: closed(
          '年度，从 first 到 last；last 为 null 表示至今。\nYears; last is null while it holds.',
          { first: year, last: { anyOf: [year, { type: 'null' }] } },
          ['first'],
        ),
      }),
      rows: {
        ...list(
          closed(
            '另加的一行。\nA further row.',
            {
              table,
              after: { ...text, description: '紧接在哪一行之后（id）。\nThe id of the row or group right above.' },
              id: text,
              label: { ...text, description: '行名。\nThe label.' },
              short: {
                ...text,
                description:
                  '标准写法的表里用的短行名；不写就是行名。\nWhat canonical tables have for it; the label where absent.',
              },
              aliases: { ...texts, description: '行名的其他写法。\nOther labels in use.' },
              columns: {
                ...texts,
                description:
                  '它的列（id），与上一行不同时写；它就自成一块。\nIts columns where they aren’t those of `after`: it has a block of its own then.',
              },
              header: { ...text, description: '这一块表头的第一格。\nThe first cell of that block’s header.' },
              parent: {
                anyOf: [text, { type: 'null' }],
                description:
                  '属于哪一组（id）；不写时与上一行相同。\nThe group it stands under; that of `after` where absent.',
              },
              editions: { type: 'array', items: { enum: all.map(({ id }) => id) } },
              description: { anyOf: [text, closed('说明。\nWhat it counts.', { zh: text, en: text })] },
            },
            ['table', 'after', 'id', 'label'],
          ),
        ),
        maxItems: maxPackRows,
      },
      labels: list({
        ...closed(
          '行名、列名的其他写法。\nFurther labels of a row or column.',
          { table, row: text, column: text, aliases: texts },
          ['table', 'aliases'],
        ),
        oneOf: [{ required: ['row'] }, { required: ['column'] }],
      }),
      headings: list(
        closed('标题的其他写法。\nFurther wordings of a title.', { section, variants: texts }, ['section', 'variants']),
      ),
      words: closed('补充的词语。\nFurther words.', Object.fromEntries(wordLists.map((name) => [name, texts]))),
      limits: closed(
        '各部分文字最多的字数。\nThe most characters of a section’s text.',
        Object.fromEntries(section.enum.map((id) => [id, { type: 'integer', minimum: 1 }])),
      ),
      rules: severitiesByCode(),
    },
    required: ['name'],
    additionalProperties: false,
  };
}

const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };

function list(items: object) {
  return { type: 'array', items };
}

function closed(description: string, properties: object, required: readonly string[] = []) {
  return {
    description,
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
