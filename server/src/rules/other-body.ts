import { reportProse } from '../analysis/prose.ts';
import { isOwnUse, isParty } from '../forms/across-files.ts';
import { bodyKind } from '../forms/bodies.ts';
import { bodyKey, isSameKey } from '../forms/body-keys.ts';
import { quotationsIn } from '../syntax/inline-tokens.ts';
import { canonical } from '../text/canonical.ts';
import { overlapsAny, type Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

const code = 'other-body';

/** The name of another body of the folder is left in the text. */
export const otherBody: Rule = {
  code,
  group: 'across-files',
  severity: 'warning',
  title: { zh: '误留其他单位名称', en: 'The name of another body is left in' },
  explanation: {
    zh: `正文里出现了另一个单位的名称，说的却是本单位自己的事，例如青禾镇的报告里写着「红旗镇专栏」。只核对文件夹里别的报告的机关和 nianbao.json 名单（roster）里的单位。

照着别的单位的报告改写时，最容易漏改名称；一公布，就看得出是照抄的。

提到别的单位而不是说自己的（「会同县财政局」「赴红旗镇学习」），上级单位提到所属单位，文件名称里的，都不提示。确实要这样写的，可以用 nianbao-ignore 写明原因。

依据：年度报告应当如实报告本机关的情况。`,
    en: `The text names another body where it speaks of this one’s own work, such as 红旗镇专栏 in the report of 青禾镇. Only the bodies of the folder’s other reports and of the roster in nianbao.json are looked for.

A report that was rewritten from another’s keeps its name easily, and shows then that it was copied.

Nothing is said where the other body is a party (会同县财政局), where a body above speaks of those below it, and in names of documents. Where the name belongs there, say so in a nianbao-ignore comment.

Source: a report tells of its own body.`,
  },
  noFix: { zh: '该写本单位的什么名称，只有作者知道。', en: 'only the author knows how this body calls it.' },
  example: {
    others: { '红旗镇-2023.nianbao': '# 红旗镇人民政府2023年政府信息公开工作年度报告\n' },
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。在县政府网站{{other-body:红旗镇}}专栏公开信息 86 条。
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。在县政府网站青禾镇专栏公开信息 86 条。
`,
  },
  knows: ({ bodies }) => bodies !== null,
  *check(subject) {
    const { report, bodies } = subject;
    const own = report.body?.text;
    if (!bodies || own === undefined) return;
    const ownKey = bodyKey(own);
    for (const { start, text } of reportProse(subject)) {
      const named = bodies.in(text);
      const quoted = named.length > 0 ? quotationsIn(report.tree.text, { start, end: start + text.length }) : [];
      for (const { name, key, span } of named) {
        if (isSameKey(key, ownKey) || ownKey.includes(key) || canonical(own).includes(key)) continue;
        const place: Span = { start: start + span.start, end: start + span.end };
        if (!isLeftIn(own, name, text, span) || overlapsAny(quoted, place)) continue;
        yield finding(code, {
          span: place,
          data: { body: name },
          message: () => ({
            zh: `这里写的是「${name}」，本报告是「${own}」的，请核对是不是误留的`,
            en: `This names “${name}”, but the report is that of “${own}”; it may be left over from another`,
          }),
        });
      }
    }
  },
};

/** Whether the text speaks of its own work where it names the other body, which is of the same kind. */
function isLeftIn(own: string, other: string, text: string, { start, end }: Span): boolean {
  if (isAbove(own, other) || isAbove(other, own)) return false;
  return isOwnUse(text.slice(end, end + 20)) && !isParty(text.slice(Math.max(0, start - 8), start));
}

/** A government and its office speak of the bodies below them, and these of them. */
function isAbove(one: string, other: string): boolean {
  const isGovernment = (name: string): boolean => {
    const kind = bodyKind(name);
    return kind === 'government' || kind === 'government-office';
  };
  return isGovernment(one) && !isGovernment(other);
}
