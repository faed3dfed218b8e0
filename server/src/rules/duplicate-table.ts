import { contentSpan } from '../analysis/judged-tables.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const duplicateTable: Rule = {
  code: 'duplicate-table',
  group: 'tables',
  severity: 'error',
  title: { zh: '同一张表出现两次', en: 'The same table occurs twice' },
  explanation: {
    zh: `报告里有两张同样的表。只有第一张参加核对、汇总和导出，后一张里的差错不再逐条提示。

两张表并存，数不一致时无法判断以哪张为准，多半是粘贴重复，或者上一年的表忘了删。

请核对后删去多余的一张。

依据：年度报告格式，第二、三、四部分各一张表。`,
    en: `The report holds two tables of the same form. Only the first is checked, added up and exported; nothing further is said about the second.

Where their numbers differ, nobody can tell which of them counts. Usually one was pasted twice, or last year’s was left in.

Compare them and delete one.

Source: parts two, three and four of the official form hold one table each.`,
  },
  noFix: {
    zh: '两张表以哪一张为准，要由作者定。',
    en: 'which of the tables is right is for the author to decide.',
  },
  example: {
    wrong: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 0 | 0 | 0 | 0 | 0 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |

上一年的情况：

{{duplicate-table:|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |}}
| 行政复议 | 1 | 0 | 0 | 0 | 1 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
    right: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 0 | 0 | 0 | 0 | 0 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
  },
  *check({ report }) {
    for (const table of report.tables) {
      const { repeats, definition } = table;
      if (repeats === null) continue;
      const first = table.lines[0]?.line;
      const original = repeats.lines[0]?.line;
      yield finding('duplicate-table', {
        span: first ? contentSpan(report, first) : table.span,
        data: { table: definition.id },
        related: () => [
          {
            span: original ? contentSpan(report, original) : repeats.span,
            message: () => ({ zh: '第一张表在这里，以它为准', en: 'the first table, which counts, begins here' }),
          },
        ],
        message: () => ({
          zh: `${definition.name.zh}出现了两次，只有第一张参加核对和汇总`,
          en: `${definition.name.en} occurs twice; only the first is checked and added up`,
        }),
      });
    }
  },
};
