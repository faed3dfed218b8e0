import { contentSpan } from '../analysis/judged-tables.ts';
import { openRemarks, type Remark } from '../analysis/remarks.ts';
import type { Report } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

const code = 'review-remark';

/** What a reviewer has remarked and nobody has answered. */
export const reviewRemark: Rule = {
  code,
  group: 'text',
  severity: 'information',
  title: { zh: '审核意见还没有答复', en: 'A reviewer’s remark without an answer' },
  explanation: {
    zh: `审核人员写在注释里的意见：「// 审核: 意见」针对下一行，「// 审核 自然人: 意见」针对下一行里「自然人」那一格。

看过、改过以后，删去这条注释；不用改的，在它下面写「// 答复: 说明」。答复以后不再列出。注释不会导出，公布的报告里没有。

nianbao desk 把没有答复的意见写进退回修改意见。

依据：注释是本工具的约定，格式文件没有规定。`,
    en: `What a reviewer has written in a comment: “// 审核: remark” on the next line, “// 审核 自然人: remark” on the cell of that column in it.

Once it is dealt with, delete the comment; where nothing has to change, write “// 答复: why” below it, and it is listed no more. Comments are never exported.

nianbao desk carries open remarks into the letter to the body.

Source: comments are a convention of this tool, not of the form.`,
  },
  noFix: {
    zh: '要由作者修改或者答复。',
    en: 'it is for the author to correct or to answer.',
  },
  example: {
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

// 审核: 请补充政策解读的数量
{{review-remark:（一）主动公开。全年公开信息214条。}}
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

// 审核: 请补充政策解读的数量
// 答复: 本年没有政策解读
（一）主动公开。全年公开信息214条。
`,
  },
  *check(subject) {
    for (const remark of openRemarks(subject)) {
      const { comment, text, cell } = remark;
      const span = placeOf(subject.report, remark);
      yield finding(code, {
        span,
        data: { remark: text, ...(cell ? { row: cell.row.id, column: cell.column.id } : {}) },
        message: () => messageOf(remark),
        related: () =>
          span === comment.span ? [] : [{ span: comment.span, message: () => ({ zh: '审核意见', en: 'the remark' }) }],
      });
    }
  },
};

function placeOf(report: Report, { comment, line, cell }: Remark): Span {
  if (cell) return cell.span;
  return line ? contentSpan(report, line) : comment.span;
}

function messageOf({ text, column, cell }: Remark): Localized {
  const at = column === null ? { zh: '', en: '' } : { zh: `（${column}）`, en: ` (${column})` };
  const unknown = column !== null && cell === null;
  return {
    zh: `审核意见${at.zh}：${text}${unknown ? `（下一行没有「${column}」这一栏）` : ''}`,
    en: `Reviewer’s remark${at.en}: ${text}${unknown ? ` (the next line has no column “${column}”)` : ''}`,
  };
}
