import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormTable } from '../../server/src/forms/form.ts';
import type { LabelStyle } from '../../server/src/forms/labels.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { canonicalTable } from '../../server/src/report/canonical-table.ts';
import { formatting } from '../../server/src/report/format.ts';
import { Revision } from '../../server/src/text/edit.ts';
import { editions } from '../support/forms.ts';
import { barRows, canonicalRows, gridRows, type Shape, tabRows } from '../support/shapes.ts';

const tables = editions.flatMap((edition) => edition.tables.map((table) => ({ edition, table })));
const shapes: readonly (readonly [string, Shape])[] = [
  ['bars', barRows],
  ['a grid of bars', gridRows],
  ['a grid of TABs', tabRows],
];

/** A report of one table, under its heading. */
function under(table: FormTable, year: number, markup: string): string {
  const ordinal = { disclosure: '二', requests: '三', disputes: '四' }[table.id];
  const title = {
    disclosure: '主动公开政府信息情况',
    requests: '收到和处理政府信息公开申请情况',
    disputes: '政府信息公开行政复议、行政诉讼情况',
  }[table.id];
  return `---\n年度: ${year}\n---\n${ordinal}、${title}\n${markup}\n`;
}

/** The text with its only table made canonical, or why it can't be. */
function rewritten(text: string, style: LabelStyle = 'short'): string {
  const report = readReport(text);
  const [table] = report.tables;
  if (!table) throw new Error('no table');
  const result = canonicalTable(report, table, style);
  if (result.kind === 'edits') return Revision.of(text).with(result.edits).text;
  return result.kind === 'same' ? text : result.reason.zh;
}

function values(text: string): unknown {
  return readReport(text).tables.map(({ edition, rows }) => [
    edition.id,
    [...rows].map(([id, { cells }]) => [id, cells.map((cell) => cell.text)]),
  ]);
}

describe.each(shapes)('from %s', (_, shape) => {
  test('every table of every edition, with any figures', () => {
    const figures = fc.array(fc.constantFrom('0', '1', '23', '456', '1,234'), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...tables), figures, ({ edition, table }, texts) => {
        const textOf = (row: string, column: string) =>
          texts[(row.length * 7 + column.length * 3) % texts.length] ?? '';
        const text = under(table, edition.years.first, shape(table, textOf));
        const result = rewritten(text);
        const official = under(table, edition.years.first, canonicalRows(table, textOf));
        expect(values(result)).toEqual(values(official));
        expect(formatting(readReport(result))).toEqual([]);
        const [, ...lines] = result.split('\n').slice(4);
        const [, ...due] = official.split('\n').slice(4);
        expect(lines).toHaveLength(due.length);
        expect(lines.map(trimmed)).toEqual(due.map(trimmed));
        expect(rewritten(result)).toBe(result);
      }),
      { numRuns: 60 },
    );
  });
});

function trimmed(line: string): string {
  return line.replace(/ +/g, '');
}

test('labels and heads are written in a style, other wordings stay; a group is opened once', () => {
  expect(
    rewritten(`三、收到和处理政府信息公开申请情况
(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 |||||||||
自然人 | 法人或其他组织 | 总计 |||||||
商业 企业 | 科研 机构 | 社会公益组织 | 法律服务机构 | 其他 |||||
三、本年度办理结果 | （三） 不予公开 | 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
3.危及"三安全一稳定" | 0 | 0 | 0 | 0 | 0 | 0 | 0 |||
（四）无法提供 | 1.本机关不掌握相关信息 | 2 | 0 | 0 | 0 | 0 | 0 | 2 ||`),
  ).toBe(`三、收到和处理政府信息公开申请情况
| 表三                   | 自然人 | 企业 | 科研 | 公益 | 法律服务 | 其他 | 总计 |
| 三、本年度办理结果     |
| （三）不予公开         |
| 1.国家秘密             |      1 |    0 |    0 |    0 |        0 |    0 |    1 |
| 3.三安全一稳定         |      0 |    0 |    0 |    0 |        0 |    0 |    0 |
| （四）无法提供         |
| 1.本机关不掌握相关信息 |      2 |    0 |    0 |    0 |        0 |    0 |    2 |`);
});

test('comments, extra rows and other lines stay in their places', () => {
  expect(
    rewritten(
      [
        '二、主动公开政府信息情况',
        '// 初稿',
        '第二十条第（六）项 | |',
        '// 表头',
        '信息内容 | 本年处理决定数量 |',
        '',
        '行政处罚 | 12 |',
        '|||',
        '// nianbao-ignore unknown-row: 本地加报',
        '其他对外便民事项 | 3 ||',
        '行政强制 | 4 |',
      ].join('\r\n'),
    ),
  ).toBe(
    [
      '二、主动公开政府信息情况',
      '// 初稿',
      '| 第二十条第（六）项 | 本年处理决定 |',
      '// 表头',
      '',
      '| 行政处罚           |           12 |',
      '// nianbao-ignore unknown-row: 本地加报',
      '| 其他对外便民事项   |            3 |',
      '| 行政强制           |            4 |',
    ].join('\r\n'),
  );
});

test('a comment stays right above the row that it belongs to', () => {
  expect(
    rewritten(
      '三、收到和处理政府信息公开申请情况\n（七）总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n// nianbao-ignore applicant-total: 已核实\n（三）不予公开 | 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 2 |',
    ),
  ).toBe(`三、收到和处理政府信息公开申请情况
| （七）总计     | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| （三）不予公开 |
// nianbao-ignore applicant-total: 已核实
| 1.国家秘密     | 1 | 0 | 0 | 0 | 0 | 0 | 2 |`);
});

describe('not where something would be lost', () => {
  test.each([
    [
      'a row of other than the form’s length',
      '|第二十条第（六）项||\n|信息内容|本年处理决定数量|\n|行政处罚|1|2|3|4|',
      '第4行的格数与表样不一致',
    ],
    [
      'a column of nobody’s',
      '|第二十条第（六）项||\n|信息内容|本年处理决定数量|同比增幅情况说明|\n|行政处罚|1|',
      '表样没有「同比增幅情况说明」这一列',
    ],
  ])('%s', (_, table, reason) => {
    expect(rewritten(`二、主动公开政府信息情况\n${table}`)).toBe(reason);
  });

  test('a figure beside a group', () => {
    expect(rewritten('三、收到和处理政府信息公开申请情况\n|（三）不予公开|5|\n|（七）总计|1|0|0|0|0|0|1|||')).toBe(
      '第2行是标题行，却有数',
    );
  });
});
