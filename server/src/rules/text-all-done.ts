import { contradictions, isAllDone } from '../analysis/contradictions.ts';
import { mentionFinding } from './engine/mention-findings.ts';
import type { Rule } from './engine/rule.ts';

export const textAllDone: Rule = {
  code: 'text-all-done',
  group: 'text',
  severity: 'warning',
  title: { zh: '称已全部办结，但有结转下年度', en: 'Said to be all closed, while some are carried forward' },
  explanation: {
    zh: `文字说申请已经全部办结（全部办结、办结率100%、所有申请均已办理完成），表三「四、结转下年度继续办理」却不是 0。

均在法定期限内答复、按时办结说的是到期的申请，不等于没有结转，不提示；同一句里说明了其余、结转或者撤回的，也不提示。

请看结转的申请是不是确有其事，再改文字或者表格。

依据：表三「三、本年度办理结果」与「四、结转下年度继续办理」互不重复。`,
    en: `The text says that every request was closed (全部办结, 办结率100%), while table three has some in 四、结转下年度继续办理.

That all were answered in time is said of those that were due: it doesn’t mean that none is carried forward, and is left alone; so are sentences that name what is left, carried forward or withdrawn.

See whether those requests were carried forward indeed, then correct the text or the table.

Source: in table three what was closed and what is carried forward exclude each other.`,
  },
  noFix: {
    zh: '是正文说得过满，还是表里填错，要核对后才知道。',
    en: 'whether the text or the table is wrong takes the records.',
  },
  example: {
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（二）依申请公开。全年共收到政府信息公开申请5件，已{{text-all-done:全部}}办结。

三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（二）依申请公开。全年共收到政府信息公开申请5件，办结4件，结转下年度继续办理1件。

三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
`,
  },
  *check(subject) {
    for (const contradiction of contradictions(subject)) {
      if (isAllDone(contradiction)) yield mentionFinding(subject.report, 'text-all-done', contradiction);
    }
  },
};
