import { headingSpan } from '../analysis/section-places.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const tornTable: Rule = {
  code: 'torn-table',
  group: 'tables',
  severity: 'error',
  title: { zh: '表格散成一格一行', en: 'A table torn into one cell per line' },
  explanation: {
    zh: `这一部分的表格散开了：行名和数各占一行，看不出哪个数属于哪一格。

从网页或 PDF 复制文字时常会这样。散开的表无法核对，所以这一部分只提示这一条。

请对原文件运行「导入」（命令行 nianbao import 文件名，或在编辑器里选「导入」），会把散开的表重新排成一行一行；也可以从 Word、Excel 里重新复制表格。

依据：年度报告格式表二、表三、表四。`,
    en: `The table of this part has come apart: labels and numbers stand one to a line, so that nobody can tell which cell a number belongs to.

Text copied from web pages or PDF files often looks so. A torn table cannot be checked; this finding stands in place of all others about the part.

Run import on the file (nianbao import FILE, or the command in the editor), which puts the rows together again, or copy the table once more from Word or Excel.

Source: tables two, three and four of the official form.`,
  },
  noFix: {
    zh: '散开的表要通读后重排，请用「导入」打开原文件，或者「粘贴为年报」。',
    en: 'a torn table takes reading the whole anew: import the original file, or use Paste as Report.',
  },
  example: {
    wrong: `{{torn-table:四、政府信息公开行政复议、行政诉讼情况}}

行政复议

行政诉讼

结果维持

结果纠正

其他结果

尚未审结

总计

0

0

0

0

0
`,
    right: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 0 | 0 | 0 | 0 | 0 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
  },
  *check({ report }) {
    for (const { table, section, span } of report.tornParts) {
      yield finding('torn-table', {
        span: section ? headingSpan(section) : { start: span.start, end: span.start },
        data: { table: table.id, ...(section?.definition ? { section: section.definition.id } : {}) },
        message: () => ({
          zh: `${table.name.zh}散成了一格一行，无法核对；请对这个文件运行「导入」（nianbao import）`,
          en: `${table.name.en} is torn into one cell per line and can’t be checked; run import on the file (nianbao import)`,
        }),
      });
    }
  },
};
