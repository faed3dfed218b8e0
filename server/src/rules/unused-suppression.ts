import type { Report } from '../report/report.ts';
import type { Part } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Edit, Finding, Rule } from './engine/rule.ts';
import type { Suppression } from './engine/suppressions.ts';

export const unusedSuppression: Rule = {
  code: 'unused-suppression',
  group: 'suppressions',
  severity: 'hint',
  title: { zh: '忽略没有起作用', en: 'A suppression that silences nothing' },
  explanation: {
    zh: `nianbao-ignore 或文件头的「忽略」所指的地方，并没有这条规则的问题：多半是问题已经改正，或者写的位置不对。

nianbao-ignore 写在有问题的那一行的上一行；写在表格前一行时，对整张表起作用；写在文件头的「忽略」对全文起作用。

问题已经改正的，请删去，以免以后的错误也被忽略。`,
    en: `Where a nianbao-ignore comment, or 忽略 in the front matter, applies, the rule finds nothing: most often the problem was put right, or the comment stands in the wrong place.

A nianbao-ignore comment stands on the line before the one with the problem; before a table it applies to the whole table. 忽略 in the front matter applies to the whole file.

Delete it once the problem is gone, so that later mistakes aren’t silenced too.`,
  },
  example: {
    wrong:
      '四、政府信息公开行政复议、行政诉讼情况\n\n// nianbao-ignore {{unused-suppression:dispute-total}}: 已核实\n|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n',
    right:
      '四、政府信息公开行政复议、行政诉讼情况\n\n|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n',
  },
};

/** A code of a suppression that silenced nothing. */
export function unusedCode(report: Report, suppression: Suppression, code: Part): Finding {
  const { text, span } = code;
  return finding('unused-suppression', {
    span,
    data: { name: text },
    fixes: () => [
      {
        title: { zh: '删去不起作用的忽略', en: 'Remove the unused suppression' },
        edits: [removal(report, suppression, code)],
        certain: false,
      },
    ],
    message: () => ({
      zh: `这里没有 ${text} 的问题，忽略没有起作用`,
      en: `${text} finds nothing here, so nothing is silenced`,
    }),
  });
}

/** Takes a code out of its suppression or, where it is the only one, the whole line. */
function removal(report: Report, suppression: Suppression, { span }: Part): Edit {
  const { codes, span: whole } = suppression;
  return {
    span: codes.length > 1 ? withSeparator(span, suppression) : lineAround(whole, report.tree.text),
    text: '',
  };
}

function withSeparator(span: Span, { codes }: Suppression): Span {
  const index = codes.findIndex((code) => code.span.start === span.start);
  const next = codes[index + 1];
  if (next) return { start: span.start, end: next.span.start };
  return { start: codes[index - 1]?.span.end ?? span.start, end: span.end };
}

function lineAround(span: Span, text: string): Span {
  let { start, end } = span;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  if (text.startsWith('\r\n', end)) end += 2;
  else if (end < text.length) end++;
  return { start, end };
}
