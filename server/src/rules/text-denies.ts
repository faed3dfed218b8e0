import { contradictions, isNoneAgainstSome } from '../analysis/contradictions.ts';
import { mentionFinding } from './engine/mention-findings.ts';
import type { Rule } from './engine/rule.ts';

export const textDenies: Rule = {
  code: 'text-denies',
  group: 'text',
  severity: 'warning',
  title: {
    zh: '文字说没有而表中有数，或者相反',
    en: 'The text says none where the table has some, or the other way round',
  },
  explanation: {
    zh: `文字说没有（未收到申请、未发生行政复议，或者 0 件），表格里却有数；或者文字写了几件，表格里是 0。

读者最先看见的就是这种矛盾。只核对读得懂的整句；说的是投诉、败诉、某一种渠道、某一类申请人的，不当作全部来核对。

请对照台账，看哪一边是对的。

依据：《条例》第五十条，文字和表格说的是同一年的同一件事。`,
    en: `The text says that there were none (no request received, no reconsideration, or 0) where the table has a number; or the text names some where the table has 0.

It is the contradiction that readers see first. Only whole clauses that are understood are compared; what is said of complaints, lost cases, one channel or one kind of applicants is not taken for all.

See in your register which side is right.

Source: article 50 of the Regulation: text and tables tell of the same year.`,
  },
  example: {
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（二）依申请公开。本年度{{text-denies:未收到}}政府信息公开申请。

三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（二）依申请公开。本年度收到政府信息公开申请5件。

三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`,
  },
  *check(subject) {
    for (const contradiction of contradictions(subject)) {
      if (isNoneAgainstSome(contradiction)) yield mentionFinding(subject.report, 'text-denies', contradiction);
    }
  },
};
