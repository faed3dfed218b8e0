import { troubledCells } from '../analysis/cell-trouble.ts';
import { cellName } from '../forms/names.ts';
import type { Cell } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const amountUnit: Rule = {
  code: 'amount-unit',
  group: 'tables',
  severity: 'warning',
  title: { zh: '金额单位不对或缺少单位', en: 'An amount in the wrong unit, or without one' },
  explanation: {
    zh: `格子里写的单位和表头的单位不同（例如表头是万元，填了「8600元」），或者表头没有单位、金额不为 0 又没有写单位（2019、2020 年度表样的采购总金额）。

行政事业性收费按万元填，元和万元相差一万倍，是汇总时最常见的差错之一。

请换算成表头的单位，只填数；表头没有单位的，写明「元」或「万元」。

依据：年度报告格式表二，第二十条第（八）项「本年收费金额（单位：万元）」。`,
    en: `The cell names another unit than its head (8600元 under 万元), or the head gives none and an amount other than 0 names none either (采购总金额 of the form for 2019 and 2020).

Fees are given in 万元. Between 元 and 万元 lies a factor of ten thousand, and the mix-up is among the commonest when reports are added up.

Convert the amount to the unit of the head and write the number alone; where the head has no unit, write 元 or 万元.

Source: table two of the official form, 第二十条第（八）项.`,
  },
  noFix: {
    zh: '是换算还是改单位，要看原始数据。',
    en: 'whether to convert the number or to change the unit, the records tell.',
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（八）项 | 本年收费金额（单位：万元） |
| 行政事业性收费 | {{amount-unit:8600元}} |
`,
    right: `二、主动公开政府信息情况

| 第二十条第（八）项 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 0.86 |
`,
  },
  *check(subject) {
    for (const { table, cell } of troubledCells(subject, 'amount-unit')) {
      yield finding('amount-unit', {
        span: cell.span,
        data: { table: table.definition.id, row: cell.row.id, column: cell.column.id },
        message: () => {
          const name = cellName(table.definition, cell.row, cell.column);
          const trouble = describe(cell);
          return { zh: `${name.zh}：${trouble.zh}`, en: `${name.en}: ${trouble.en}` };
        },
      });
    }
  },
};

function describe({ text, column, reading, value }: Cell): Localized {
  const unit = reading.kind === 'number' ? reading.unit : null;
  if (unit === null)
    return { zh: `「${text}」没有写明元还是万元`, en: `“${text}” doesn’t say whether it is 元 or 万元` };
  const expected = column.unit;
  if (expected === null) {
    return column.kind === 'amount'
      ? { zh: `这一栏填金额，不用「${unit}」`, en: `an amount of money belongs here, not a number of ${unit}` }
      : { zh: `这一栏填数量，不用「${unit}」`, en: `a count belongs here, not an amount in ${unit}` };
  }
  const converted = expected === '万元' && unit === '元' && value !== null ? `${value / 10000}` : null;
  return {
    zh: `这一栏的单位是${expected}，现写「${text}」${converted === null ? '' : `，折合 ${converted} ${expected}`}`,
    en: `the unit here is ${expected}, not ${unit}${converted === null ? '' : `; “${text}” is ${converted} ${expected}`}`,
  };
}
