import { finding } from './engine/finding.ts';
import type { Finding, Rule, Severity } from './engine/rule.ts';

export const moreFindings: Rule = {
  code: 'more-findings',
  group: 'limits',
  severity: 'information',
  title: { zh: '问题太多，其余没有列出', en: 'Too many findings to list' },
  explanation: {
    zh: `一份报告最多列出 200 处问题，先列错误，再列警告、提示；其余的只报数量。

问题这么多，往往有一个共同的原因：表格整张没有填，用错了年度的表样，或者贴进来的不是年度报告。先改正列出的问题，其余的会随之列出或消失。`,
    en: `At most 200 findings are listed for a report, errors first, then warnings and the rest; the others are only counted.

So many have one reason as a rule: a table that was left blank, the form of another year, or a text that is no annual report. Put right those listed, and the others will be listed or gone.`,
  },
  noFix: {
    zh: '先改正列出的，其余的随后列出。',
    en: 'mend what is listed, and the rest is listed then.',
  },
  example: {
    wrong: '{{more-findings:（五）}}监督保障。\n',
    right: '（一）主动公开。\n',
  },
};

/** Counts the findings that are left out, at the place of the first of them. */
export function leftOut(rest: readonly (Finding & { readonly severity: Severity })[]): Finding | null {
  const [first] = rest;
  if (!first) return null;
  const count = rest.length;
  return finding('more-findings', {
    span: first.span,
    data: { count, errors: rest.filter(({ severity }) => severity === 'error').length },
    message: () => ({
      zh: `另有 ${count} 处问题没有列出`,
      en: count === 1 ? 'One more finding is not listed' : `${count} more findings are not listed`,
    }),
  });
}
