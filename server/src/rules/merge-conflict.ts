import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const mergeConflict: Rule = {
  code: 'merge-conflict',
  group: 'structure',
  severity: 'error',
  title: { zh: '改动冲突尚未取舍', en: 'An unsettled merge conflict' },
  explanation: {
    zh: `两个人改了同一处，合并时留下了冲突标记（<<<<<<<、=======、>>>>>>>），还没有决定用哪一边。

这一段里其他问题不再提示，经过这一段的勾稽关系也不核对：用哪一边还没有定，对错无从说起。暂按上面一边（<<<<<<< 之后）读。有冲突的报告不能导出。

请比较两边，留下对的，删去另一边和三行标记。`,
    en: `Two people changed the same lines, and merging left its marks (<<<<<<<, =======, >>>>>>>): nobody has decided which side holds.

Nothing else is said about this stretch, and relations through it are not checked: as long as it is open which side holds, nothing there is right or wrong. The upper side (after <<<<<<<) is read meanwhile. A report with a conflict is not exported.

Compare the sides, keep what is right, and delete the rest with the marks.`,
  },
  noFix: {
    zh: '留哪一方的内容，只有作者能定。',
    en: 'which side stays is for the author to decide.',
  },
  example: {
    wrong: `一、总体情况

{{merge-conflict:<<<<<<< 本地
全年主动公开政府信息126条。
=======
全年主动公开政府信息128条。
>>>>>>> 王科}}
`,
    right: `一、总体情况

全年主动公开政府信息128条。
`,
  },
  *check({ report }) {
    for (const { span } of report.conflicts) {
      yield finding('merge-conflict', {
        span,
        message: () => ({
          zh: '两处改动冲突，尚未取舍（合并冲突）：请留下对的一边，删去另一边和标记',
          en: 'merge conflict: keep the right side and delete the other with the marks',
        }),
      });
    }
  },
};
