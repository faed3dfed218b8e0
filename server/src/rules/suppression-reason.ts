import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';
import { suppressionsOf } from './engine/suppressions.ts';

export const suppressionReason: Rule = {
  code: 'suppression-reason',
  group: 'suppressions',
  severity: 'warning',
  title: { zh: '忽略规则没有写原因', en: 'A suppression without a reason' },
  explanation: {
    zh: `nianbao-ignore 或文件头的「忽略」后面没有写原因，或者只留着「（理由）」。

被忽略的问题照样不再报告，但审核的人需要知道为什么可以不改：是已经核实、有书面说明，还是另有规定。

请在规则名后加冒号写明原因，例如：// nianbao-ignore applicant-total: 1件由两人共同申请，已核实。`,
    en: `A nianbao-ignore comment, or 忽略 in the front matter, gives no reason, or only the placeholder.

The finding is silenced all the same, but the reviewer has to know why it may stay: the figure was verified, there is a written explanation, another rule applies.

Write a colon and the reason after the rule’s name, such as // nianbao-ignore applicant-total: one request filed by two people, verified.`,
  },
  noFix: {
    zh: '理由只有作者知道。',
    en: 'only the author knows the reason.',
  },
  example: {
    wrong: '{{suppression-reason:// nianbao-ignore stale-year}}\n2022年的工作已在上年度报告中说明。\n',
    right: '// nianbao-ignore stale-year: 引用上年度报告的原文\n2022年的工作已在上年度报告中说明。\n',
  },
  *check(subject) {
    for (const { span, codes, reason } of suppressionsOf(subject)) {
      if (reason !== '' || codes.length === 0) continue;
      const names = codes.map((code) => code.text);
      yield finding('suppression-reason', {
        span,
        data: { codes: names },
        message: () => ({
          zh: `忽略 ${names.join('、')} 没有写原因，请在冒号后写明，供审核时查看`,
          en: `No reason is given for ignoring ${names.join(', ')}: write it after a colon, for whoever reviews this`,
        }),
      });
    }
  },
};
