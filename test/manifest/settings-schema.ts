// The schema of nianbao.json, from the lists that its readers go by.
import { bodyLevels } from '../../server/src/forms/body-keys.ts';
import { builtInPacks } from '../../server/src/forms/built-in-packs.ts';
import { mostBases } from '../../server/src/workspace/load-settings.ts';
import { mostPacks } from '../../server/src/workspace/packs.ts';
import { mostRosterBodies } from '../../server/src/workspace/read-roster.ts';
import { severitiesByCode } from './pack-schema.ts';

const text = { type: 'string', minLength: 1 };
/** A place of a snippet to fill in. */
const slot = (at: number, usual: string): string => `$\{${at}:${usual}}`;
const texts = { type: 'array', items: text };

export function settingsSchema() {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'nianbao.json',
    description:
      '年报的核对设置，对本文件夹及其下级文件夹的年报生效。\nSettings for the reports in this folder and below.',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      extends: {
        description:
          '先读这份设置文件，本文件再作改动；写相对于本文件的路径。\nAnother settings file that this one goes on from; a path relative to this file.',
        anyOf: [text, { ...texts, maxItems: mostBases }],
      },
      rules: severitiesByCode(),
      packs: {
        description:
          '补充包：本省本单位另加的行、行名、词语；写自带的名称，或者相对于本文件的路径。\nPacks: what a province adds to the form; names of those built in, or paths relative to this file.',
        type: 'array',
        maxItems: mostPacks,
        items: {
          anyOf: [
            {
              enum: builtInPacks.map(({ id }) => id),
              enumDescriptions: builtInPacks.map(({ about }) => `${about.zh}\n${about.en}`),
            },
            { ...text, pattern: '[./\\\\]' },
          ],
        },
      },
      ignore: {
        description:
          '核对文件夹时不看的文件，写法同 .gitignore。\nFiles that no search of a folder gives, written as in a .gitignore.',
        ...texts,
      },
      baseline: {
        ...text,
        description:
          '基线文件：里面已有的问题只作提示；由 nianbao desk --write-baseline 写出，写相对于本文件的路径。\nA baseline: what it knows already is a hint; nianbao desk --write-baseline writes it. A path relative to this file.',
      },
      roster: {
        description: '应当报送年报的单位名单。\nThe bodies that have to report.',
        type: 'array',
        maxItems: mostRosterBodies,
        items: { anyOf: [text, { $ref: '#/definitions/body' }] },
        defaultSnippets: [
          { label: '单位', description: 'A body', body: { name: slot(1, '青禾镇人民政府') } },
          {
            label: '汇总单位',
            description: 'A body that sums up others',
            body: { name: slot(1, '云岭县人民政府'), children: [slot(2, '*')] },
          },
        ],
      },
    },
    definitions: {
      body: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: { ...text, description: '单位名称，与年报里的一致。\nThe name of the body, as in its report.' },
          level: {
            description: '层级；不写就按名称判断。\nIts level; where absent, what the name shows.',
            enum: bodyLevels.flatMap(({ id, name }) => [name.zh, id]),
            enumDescriptions: bodyLevels.flatMap(({ name }) => [name.en, name.zh]),
          },
          file: {
            ...text,
            description:
              '它的年报在哪里，相对于本文件，可以用 * 和 **；不写就按年报里的机关名称找。\nWhere its reports are, relative to this file, * and ** allowed; where absent they are found by the body that they name.',
          },
          children: {
            description:
              '所属单位：汇总数应等于它们之和；写名称，可以用 *。\nThe bodies whose figures it sums up; names, * allowed.',
            anyOf: [text, texts],
          },
          deadline: {
            type: 'string',
            pattern: '^\\d{1,2}(-|月)\\d{1,2}日?$',
            description:
              '报送期限，报告年度的下一年几月几日，如 01-31。\nThe month and day of the following year by which it has to report: 01-31.',
          },
        },
      },
    },
  };
}
