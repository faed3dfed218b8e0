import type { ListedCount } from '../analysis/breakdowns.ts';
import { isContradicted } from '../analysis/contradictions.ts';
import { breakdowns } from '../analysis/mentions.ts';
import { exactSum } from '../figures/decimal.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const textBreakdown: Rule = {
  code: 'text-breakdown',
  group: 'text',
  severity: 'warning',
  title: { zh: '文字所列分项之和大于总数', en: 'The parts listed in the text add up to more than their total' },
  explanation: {
    zh: `文字里「共 A 条，其中……x 条、……y 条」，所列的各项加起来比 A 还多。

只提示加起来多出来的：没有列全的不提示；量词不同的、约数、括号里的不算；只要其中有几项之和正好等于总数（后面几项是另一种分法），也不提示。

请核对总数和各项；分项互有重复的，可以在文字里说明。

依据：部分不能多于全部。`,
    en: `In a list “A items in all, of which x … and y …” the parts add up to more than A.

Only what is too much is named: a list may leave some out. Other counters, approximate numbers and those in brackets don’t count, and a list of which some parts make the total exactly (the others being another way to divide it) is left alone.

Check the total and its parts. Where parts overlap, say so in the text.

Source: parts are no more than the whole.`,
  },
  noFix: {
    zh: '是总数错，还是分项错，要核对后才知道。',
    en: 'whether the total or a part is wrong takes the records.',
  },
  example: {
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全年公开政府信息{{text-breakdown:100}}条，其中政策文件20条、工作动态90条。
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全年公开政府信息110条，其中政策文件20条、工作动态90条。
`,
  },
  *check(subject) {
    for (const { total, parts } of breakdowns(subject)) {
      if ([total, ...parts].some(({ span }) => isContradicted(subject, span))) continue;
      const sum = exactSum(parts.map(({ value }) => value));
      yield finding('text-breakdown', {
        span: total.span,
        data: { found: total.value, sum },
        related: () => parts.map((part) => ({ span: part.span, message: () => counted(part) })),
        message: () => ({
          zh: `总数写 ${total.value} ${total.unit}，所列各项合计 ${sum} ${total.unit}，多 ${exactSum([sum, -total.value])}`,
          en: `the total is ${total.value}${total.unit}, the parts listed make ${sum}${total.unit}, ${exactSum([sum, -total.value])} more`,
        }),
      });
    }
  },
};

function counted({ value, unit }: ListedCount) {
  return { zh: `其中 ${value} ${unit}`, en: `of which ${value}${unit}` };
}
