import { troubledCells } from '../analysis/cell-trouble.ts';
import type { ColumnDefinition } from '../forms/edition.ts';
import { cellName } from '../forms/names.ts';
import type { Localized } from '../text/language.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

const ALLOWED: Readonly<Record<ColumnDefinition['kind'], Localized>> = {
  count: { zh: '件数应为不小于 0 的整数', en: 'a count has to be a whole number, 0 or more' },
  change: { zh: '增减数应为整数，减少用负数表示', en: 'a change has to be a whole number, negative for a decrease' },
  amount: { zh: '金额不能小于 0', en: 'an amount has to be 0 or more' },
};

export const notACount: Rule = {
  code: 'not-a-count',
  group: 'tables',
  severity: 'error',
  title: { zh: '件数是负数或小数', en: 'A count that is negative or has decimals' },
  explanation: {
    zh: `件数一格填了负数或带小数的数，或者金额填了负数。

件数是一件一件数出来的，只能是 0 或正整数。行政事业性收费金额、政府采购金额可以有小数；2019、2020 年度表样的「本年增/减」可以是负数，如 -8。

请核对原始台账后改正；小数点多半是千位分隔或两格的数连在了一起。

依据：年度报告格式表二、表三、表四。`,
    en: `A count is negative or has decimals, or an amount is negative.

What is counted one by one is 0 or a positive whole number. Fees and procurement may have decimals, and 本年增/减 of the form for 2019 and 2020 may be negative, such as -8.

Check the figure in your records. A decimal point is often a thousands separator, or two cells run together.

Source: tables two, three and four of the official form.`,
  },
  noFix: {
    zh: '正确的数要查台账。',
    en: 'the right number has to be looked up in the records.',
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | {{not-a-count:-12}} |
| 第二十条第（六）项 | 本年处理决定数量 |
| 行政处罚 | {{not-a-count:3.5}} |
| 行政强制 | 0 |
`,
    right: `二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | 12 |
| 第二十条第（六）项 | 本年处理决定数量 |
| 行政处罚 | 35 |
| 行政强制 | 0 |
`,
  },
  *check(subject) {
    for (const { table, cell } of troubledCells(subject, 'not-a-count')) {
      yield finding('not-a-count', {
        span: cell.span,
        data: { table: table.definition.id, row: cell.row.id, column: cell.column.id },
        message: () => {
          const name = cellName(table.definition, cell.row, cell.column);
          const allowed = ALLOWED[cell.column.kind];
          return {
            zh: `${name.zh}：${allowed.zh}，现填 ${cell.text}`,
            en: `${name.en}: ${allowed.en}, not ${cell.text}`,
          };
        },
      });
    }
  },
};
