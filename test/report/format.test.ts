import { describe, expect, test } from 'vitest';
import { editions } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { formatting } from '../../server/src/report/format.ts';
import { Revision } from '../../server/src/text/edit.ts';
import { corpus } from '../support/corpus.ts';
import { reportOf } from '../support/figures.ts';
import { printTables } from '../support/print-report.ts';

function formatted(text: string): string {
  return Revision.of(text).with(formatting(readReport(text))).text;
}

describe('the canonical form', () => {
  test.each(
    editions.flatMap((edition) =>
      edition.tables.map((table) => [`${edition.id} ${table.id}`, edition, table] as const),
    ),
  )('%s is formatted as tables are written', (_, edition, table) => {
    const [row] = table.blocks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'row'));
    const text = reportOf(edition, table.id, { [row?.id ?? '']: ['12345678901', '', '无'] });
    expect(formatted(text)).toBe(text);
    expect(formatted(text.replace(/ *\| */g, '|'))).toBe(text);
  });

  test('full-width bars become narrow ones, and what is drawn between rows stays', () => {
    expect(
      formatted(`二、主动公开政府信息情况
｜第二十条第（一）项｜本年制发件数｜本年废止件数｜现行有效件数｜
|---|--:|--:|--:|
规章｜0 | 1｜—
`),
    ).toBe(`二、主动公开政府信息情况
| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
|---|--:|--:|--:|
| 规章               |            0 |            1 |           — |
`);
  });

  test('labels left, values right, each block with its own columns, groups with their label alone', () => {
    expect(
      formatted(`二、主动公开政府信息情况
|第二十条第（一）项|本年制发件数|本年废止件数|现行有效件数|
|规章|0|1234567890123|-|
|第二十条第（五）项|本年处理决定数量
|行政许可||
`),
    ).toBe(`二、主动公开政府信息情况
| 第二十条第（一）项 | 本年制发件数 | 本年废止件数  | 现行有效件数 |
| 规章               |            0 | 1234567890123 |            - |
| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可           |                  |
`);
  });
});

describe('what published reports hold', () => {
  test('TABs become bars; merged cells keep theirs', () => {
    const text = [
      '二、主动公开政府信息情况',
      '第二十条第（一）项\t\t\t',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t0\t0\t12',
      '第二十条第（五）项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      '行政许可\t316\t\t',
    ].join('\n');
    expect(formatted(text)).toBe(`二、主动公开政府信息情况
| 第二十条第（一）项 |              |              |              |
| 信息内容           | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章               |            0 |            0 |           12 |
| 第二十条第（五）项 |                  |||
| 信息内容           | 本年处理决定数量 |||
| 行政许可           |              316 |||`);
  });

  test('labels of groups beside those of rows, and a label that fills the room of both', () => {
    const zeros = '|0|0|0|0|0|0|0|';
    expect(
      formatted(
        `三、收到和处理政府信息公开申请情况\n（七）总计|${zeros}\n|（三）不予公开|1.属于国家秘密${zeros}\n||2.其他法律行政法规禁止公开${zeros}`,
      ),
    ).toBe(`三、收到和处理政府信息公开申请情况
| （七）总计                                 || 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| （三）不予公开 | 1.属于国家秘密             | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
|                | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |`);
  });

  test('a row of fifteen under heads that are fewer', () => {
    const text = `四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 ||
1 | 2 | 3 | 4 | 10 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |`;
    expect(formatted(text)).toBe(`四、政府信息公开行政复议、行政诉讼情况
| 行政复议 | 行政诉讼 ||||
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |   |
|        1 |        2 |        3 |        4 |   10 |                0 |          0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |`);
  });

  test('rows with too many or too few values, rows of nobody, and remarks', () => {
    expect(
      formatted(`二、主动公开政府信息情况
|第二十条第（六）项|本年处理决定数量|
|行政处罚|1|22|
|其他对外便民事项|4|
|行政强制|7|
|注：行政处罚含当场作出的，按决定书的份数统计，不按案件数统计|
|第二十条第（八）项|本年收费金额|
|行政事业性收费|
`),
    ).toBe(`二、主动公开政府信息情况
| 第二十条第（六）项 | 本年处理决定数量 |
| 行政处罚           |                1 | 22 |
| 其他对外便民事项   |                4 |
| 行政强制           |                7 |
| 注：行政处罚含当场作出的，按决定书的份数统计，不按案件数统计 |
| 第二十条第（八）项 | 本年收费金额 |
| 行政事业性收费     |
`);
  });

  test('one cell beyond measure doesn’t widen the others', () => {
    const long = '9'.repeat(500);
    expect(
      formatted(`二、主动公开政府信息情况\n|第二十条第（六）项|本年处理决定数量|\n|行政处罚|${long}|\n|行政强制|1|`),
    ).toBe(
      `二、主动公开政府信息情况\n| 第二十条第（六）项 | 本年处理决定数量 |\n| 行政处罚           | ${long} |\n| 行政强制           |                1 |`,
    );
  });
});

describe('what stays', () => {
  test('rows of no table, and every other line', () => {
    const text = `索 引 号: 1|发文机关: 青禾镇|
  # 青禾镇2023年政府信息公开工作年度报告
甲|乙\t丙
\\|规章|0|0|0|
// |规章|0|0|0|
一、总体情况   
`;
    expect(formatted(text)).toBe(text);
  });

  test('byte order mark, line breaks of every kind, comments between rows', () => {
    const text =
      '\ufeff二、主动公开政府信息情况\r\n|第二十条第（六）项|本年处理决定数量|\r// 说明\n\n  行政处罚|1\r\n　|行政强制 |22';
    expect(formatted(text)).toBe(
      '\ufeff二、主动公开政府信息情况\r\n| 第二十条第（六）项 | 本年处理决定数量 |\r// 说明\n\n| 行政处罚           |                1 |\r\n| 行政强制           |               22 |',
    );
  });

  test('a text without tables has no edits', () => {
    expect(formatting(readReport(''))).toEqual([]);
    expect(formatting(readReport('一、总体情况\n|||\n'))).toEqual([]);
  });

  test.each(corpus.map(({ name, text }) => [name, text]))(
    '%s: the same tables, and formatting once is enough',
    (_, text) => {
      const once = formatted(text);
      expect(formatted(once)).toBe(once);
      expect(printTables(readReport(once))).toBe(printTables(readReport(text)));
    },
  );
});
