import { troubledCells } from '../analysis/cell-trouble.ts';
import { cellName } from '../forms/names.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const notANumber: Rule = {
  code: 'not-a-number',
  group: 'tables',
  severity: 'error',
  title: { zh: '数据格里不是数', en: 'Text where a number belongs' },
  explanation: {
    zh: `表格中填数的格子里写了文字，读不出一个数。

三张表都是统计数据，逐级汇总时按数相加；写成文字就汇总不了，涉及这一格的勾稽关系也无从核对。

请填一个数，没有的填 0；需要说明的写到正文里。「/」「-」「无」等按未填处理，见 blank-cell。

依据：年度报告格式表二、表三、表四。`,
    en: `A cell that takes a number holds text from which no number can be read.

The three tables are statistics: offices above add the numbers up. A text cannot be added, and no relation through the cell can be checked.

Write a number, 0 where there is none, and put what needs explaining into the text. “/”, “-” and 无 count as not filled in, see blank-cell.

Source: tables two, three and four of the official form.`,
  },
  noFix: {
    zh: '这一格的数要查台账。',
    en: 'the number has to be looked up in the records.',
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | {{not-a-number:若干}} | 0 | 5 |
`,
    right: `二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 2 | 0 | 5 |
`,
  },
  *check(subject) {
    for (const { table, cell } of troubledCells(subject, 'not-a-number')) {
      yield finding('not-a-number', {
        span: cell.span,
        data: { table: table.definition.id, row: cell.row.id, column: cell.column.id },
        message: () => {
          const name = cellName(table.definition, cell.row, cell.column);
          return {
            zh: `${name.zh}：应填数，现为「${cell.text}」`,
            en: `${name.en}: a number belongs here, not “${cell.text}”`,
          };
        },
      });
    }
  },
};
