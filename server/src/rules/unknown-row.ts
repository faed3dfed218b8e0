import { contentSpan, judgedTables } from '../analysis/judged-tables.ts';
import { mistakenRows } from '../analysis/missing-rows.ts';
import { remark } from '../forms/remarks.ts';
import type { Report, UnknownRow } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import { lineBreak } from '../text/line-breaks.ts';
import { finding } from './engine/finding.ts';
import type { Edit, Fix, Rule } from './engine/rule.ts';

/** The value that some local rows carry in their label: …总数量：62 */
const VALUE_AT_END = /[:：]\s*\d+\s*\p{Script=Han}?$/u;

export const unknownRow: Rule = {
  code: 'unknown-row',
  group: 'tables',
  severity: 'warning',
  title: { zh: '表样没有的行', en: 'A row that the form doesn’t have' },
  explanation: {
    zh: `表格里多出了表样没有的一行，也没有在文件头里声明为附加行。

有的地方要求在表内加报一两行（如本地区信息公开发布总数量），这类行不参加核对和汇总；但更多时候，多出的行是行名写错、串了表，或者旧表样留下的。

如果是上级要求加报的，用快速修复在文件头里写上「附加行: 行名」；如果不是，请改正行名或者删去这一行。

依据：年度报告格式表二、表三、表四的固定行。`,
    en: `The table holds a row that is none of the form’s, and the front matter doesn’t declare it as a local extra row.

Some places ask for a row or two more, such as the total number of items published; these take no part in checks and sums. More often, though, the label is wrong, or the row comes from another table or an older form.

If your supervising office asks for the row, let the fix declare it (附加行). Otherwise mend its label or delete it.

Source: the rows of tables two, three and four of the official form.`,
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | 0 |
| {{unknown-row:其他对外便民事项}} | 3 |
`,
    right: `---
附加行: 其他对外便民事项
---
二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | 0 |
| 其他对外便民事项 | 3 |
`,
  },
  *check(subject) {
    const { report } = subject;
    for (const table of judgedTables(subject)) {
      const unknown = table.lines.filter((line): line is UnknownRow => line.kind === 'unknown' && !line.declared);
      if (unknown.length === 0) continue;
      const mistaken = mistakenRows(subject);
      for (const row of unknown) {
        if (mistaken.has(row) || isRemark(row)) continue;
        yield finding('unknown-row', {
          span: row.label?.span ?? contentSpan(report, row.line),
          data: { table: table.definition.id, ...(row.label ? { label: row.label.text } : {}) },
          fixes: () => fixes(report, row),
          message: () => {
            const { name } = table.definition;
            return row.label
              ? {
                  zh: `${name.zh}的表样没有「${row.label.text}」这一行；属本地加报的，请在文件头里声明为附加行`,
                  en: `${name.en} has no row “${row.label.text}”; if your office asks for it, declare it as 附加行`,
                }
              : {
                  zh: `${name.zh}中这一行只有数，没有行名，不知道填的是哪一项`,
                  en: `${name.en}: this row has values but no label, so nobody knows what they count`,
                };
          },
        });
      }
    }
  },
};

function fixes(report: Report, { label }: UnknownRow): readonly Fix[] {
  if (!label || report.tree.unclosedFrontMatter) return [];
  return [
    {
      title: { zh: '声明为附加行', en: 'Declare it as a local extra row' },
      edits: [declaration(report, label.text)],
      certain: false,
    },
  ];
}

function isRemark({ label, values }: UnknownRow): boolean {
  return label !== null && values.length === 0 && remark.test(canonical(label.text)) && !VALUE_AT_END.test(label.text);
}

function declaration({ tree }: Report, label: string): Edit {
  const eol = lineBreak(tree.text);
  const entry = `附加行: ${label}${eol}`;
  if (!tree.frontMatter) {
    const start = tree.text.startsWith('\ufeff') ? 1 : 0;
    return { span: { start, end: start }, text: `---${eol}${entry}---${eol}` };
  }
  const { span } = tree.frontMatter;
  const closing = tree.text.slice(span.start, span.end).lastIndexOf('---') + span.start;
  return { span: { start: closing, end: closing }, text: entry };
}
