import type { Subject } from '../analysis/subject.ts';
import type { Part } from '../syntax/tree.ts';
import { labelSet, nearestLabel } from '../text/nearest-label.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';
import { suppressionsOf } from './engine/suppressions.ts';

export const unknownCode: Rule = {
  code: 'unknown-code',
  group: 'suppressions',
  severity: 'warning',
  title: { zh: '要忽略的规则不存在', en: 'A suppression of a rule that doesn’t exist' },
  explanation: {
    zh: `nianbao-ignore 或文件头的「忽略」里写了一个不存在的规则名，或者没有写规则名。这一处不起作用。

规则名是问题后面括号里的英文代码，如 applicant-total；几个规则之间用逗号隔开，冒号后面写原因。`,
    en: `A nianbao-ignore comment, or 忽略 in the front matter, names a rule that doesn’t exist, or none at all. It has no effect.

A rule’s name is the code shown with its finding, such as applicant-total. Several are parted by commas; the reason follows a colon.`,
  },
  example: {
    wrong: '// nianbao-ignore {{unknown-code:stale-yaer}}: 引用上年度报告的原文\n2022年的工作已在上年度报告中说明。\n',
    right: '// nianbao-ignore stale-year: 引用上年度报告的原文\n2022年的工作已在上年度报告中说明。\n',
  },
};

/** The codes in suppressions that are none of `codes`. */
export function unknownCodes(subject: Subject, codes: ReadonlySet<string>): readonly Finding[] {
  return suppressionsOf(subject).flatMap((suppression) => {
    if (suppression.codes.length === 0) return [withoutCode(suppression.span)];
    return suppression.codes.filter(({ text }) => !codes.has(text)).map((part) => unknown(part, codes));
  });
}

function unknown({ text, span }: Part, codes: ReadonlySet<string>): Finding {
  const nearest = () => nearestLabel(text.toLowerCase().replace(/_/g, '-'), labelSet(codes));
  return finding('unknown-code', {
    span,
    data: {
      name: text,
      /** Looked for when it is asked for: a text may hold thousands of unknown codes, of which few are shown. */
      get nearest() {
        return nearest() ?? undefined;
      },
    },
    fixes: () => {
      const meant = nearest();
      return meant === null
        ? []
        : [
            {
              title: { zh: `改为 ${meant}`, en: `Change to ${meant}` },
              edits: [{ span, text: meant }],
              certain: false,
            },
          ];
    },
    message: () => {
      const meant = nearest();
      return {
        zh: `没有「${text}」这条规则${meant ? `，是否为 ${meant}？` : ''}`,
        en: `There is no rule “${text}”${meant ? `. Did you mean ${meant}?` : ''}`,
      };
    },
  });
}

function withoutCode(span: Finding['span']): Finding {
  return finding('unknown-code', {
    span,
    message: () => ({
      zh: '没有写要忽略哪条规则，请写上规则名，如 applicant-total',
      en: 'No rule is named: write the code of the rule to ignore, such as applicant-total',
    }),
  });
}
