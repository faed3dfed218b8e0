import { isContradicted } from '../analysis/contradictions.ts';
import type { Mention } from '../analysis/mention.ts';
import { imbalances } from '../analysis/text-balance.ts';
import { finding } from './engine/finding.ts';
import { saidMessage } from './engine/mention-findings.ts';
import type { Rule } from './engine/rule.ts';

export const textBalance: Rule = {
  code: 'text-balance',
  group: 'text',
  severity: 'warning',
  title: {
    zh: '文字中新收、结转、办结件数不平',
    en: 'Requests received, carried and closed don’t balance in the text',
  },
  explanation: {
    zh: `同一段文字里，新收、上年结转、办结、结转下年四个数都写了，新收加上年结转却不等于办结加结转下年。

四个数都读得懂、都只写了一次，也没有说撤回或者其他情形，才提示；新收的数本身已含上年结转、因而平的，不提示。与表格不符的数由 text-table 提示，不重复提示。

请对照台账核对这四个数。

依据：表三勾稽关系：第一项加第二项之和，等于第三项加第四项之和。`,
    en: `One paragraph says how many requests were received, carried over, closed and carried forward, and what came in isn’t what was closed or carried on.

Named only where all four are understood, said once, and nothing is said of withdrawals or the like. Where the number received already holds those of last year, and so balances, nothing is said. A number that differs from the tables is text-table’s.

Check the four numbers in your register.

Source: the relation printed in table three.`,
  },
  noFix: {
    zh: '四个数里哪一个错，要核对后才知道。',
    en: 'which of the four numbers is wrong takes the records.',
  },
  example: {
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（二）依申请公开。全年新收政府信息公开申请{{text-balance:8}}件，上年结转1件；办结6件，结转下年度继续办理2件。
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（二）依申请公开。全年新收政府信息公开申请8件，上年结转1件；办结7件，结转下年度继续办理2件。
`,
  },
  *check(subject) {
    for (const { received, carriedOver, closed, carriedForward } of imbalances(subject)) {
      if ([received, carriedOver, closed, carriedForward].some(({ span }) => isContradicted(subject, span))) continue;
      const [a, b, c, d] = [received, carriedOver, closed, carriedForward].map(({ value }) => value ?? 0) as [
        number,
        number,
        number,
        number,
      ];
      const place = (mention: Mention) => ({ span: mention.span, message: () => saidMessage(subject.report, mention) });
      yield finding('text-balance', {
        span: received.span,
        data: { received: a, carriedOver: b, closed: c, carriedForward: d },
        related: () => [carriedOver, closed, carriedForward].map(place),
        message: () => ({
          zh: `文字中新收 ${a}＋上年结转 ${b}＝${a + b}，办结 ${c}＋结转下年 ${d}＝${c + d}，不相等`,
          en: `the text has ${a} received + ${b} carried over = ${a + b}, but ${c} closed + ${d} carried forward = ${c + d}`,
        }),
      });
    }
  },
};
