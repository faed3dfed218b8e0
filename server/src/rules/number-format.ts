import { troubledCells } from '../analysis/cell-trouble.ts';
import { cellName } from '../forms/names.ts';
import type { Cell } from '../report/report.ts';
import { plainNumber } from '../text/cell-value.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const numberFormat: Rule = {
  code: 'number-format',
  group: 'tables',
  severity: 'hint',
  title: { zh: '数的写法不规范', en: 'A number not written plainly' },
  explanation: {
    zh: `格子里的数用了全角数字、千位分隔、空格，前面多写了 0，件数带了小数，或者带了表头已有的单位，如「１２」「1,234」「07」「3.0」「5件」。

数照样读得出来，核对也照常进行；但报送系统和汇总表一般只认半角数字。

请改成半角数字，不带分隔和单位。可以一键改正，不改变数值。

依据：年度报告格式各表的单位已在表头写明。`,
    en: `The number is written with full-width digits, thousands separators or spaces, a zero before it, decimals of a count, or with the unit that the head gives already, such as “１２”, “1,234”, “07”, “3.0” or “5件”.

It is read and checked all the same, but the systems that collect the tables take plain digits.

Write ASCII digits without separator and unit. The fix does so and leaves the value as it is.

Source: the heads of the official tables give the units.`,
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | {{number-format:1,204件}} |
`,
    right: `二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | 1204 |
`,
  },
  *check(subject) {
    for (const { table, cell } of troubledCells(subject, 'number-format')) {
      const plain = plainText(cell);
      yield finding('number-format', {
        span: cell.span,
        data: { table: table.definition.id, row: cell.row.id, column: cell.column.id, plain },
        fixes: () => [
          {
            title: { zh: `改为 ${plain}`, en: `Write ${plain}` },
            edits: [{ span: cell.span, text: plain }],
            certain: true,
          },
        ],
        message: () => {
          const name = cellName(table.definition, cell.row, cell.column);
          return {
            zh: `${name.zh}：「${cell.text}」宜写作 ${plain}`,
            en: `${name.en}: write “${cell.text}” as ${plain}`,
          };
        },
      });
    }
  },
};

/** The number as it should be written; an amount under a head without unit keeps the unit that it has to name. */
function plainText({ text, column: { kind, unit } }: Cell): string {
  const plain = (plainNumber(text) ?? text).replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
  if (kind !== 'amount') return plain.replace(/\.0*$/, '');
  return plain + (unit === null ? (/万?元$/.exec(text)?.[0] ?? '') : '');
}
