import type { Localized } from '../../text/language.ts';
import { applyFix, check, type Finding } from '../library.ts';
import { languageIn, languageParameter, reportText, textParameters } from './arguments.ts';
import { type Tool, ToolFailure } from './tool.ts';

const balancing: Localized = {
  zh: '勾稽关系只能说明这几个数不能同时成立，说不出哪个数是对的。改哪一个，要由经办人对照登记台账决定，不要只为了平衡而改。',
  en: 'The relations only tell that these numbers can’t all be right, not which one is. Whoever keeps the register decides which to change; don’t change one just to make the sums come out.',
};

export const fixesTool: Tool = {
  name: 'fixes',
  title: { zh: '一处问题的改法', en: 'The fixes of a finding' },
  description: {
    zh: '给出一处问题（check 结果里的 number）的各种改法，每种都写明改动和改后还剩哪些错误；加上 choose 则给出改后的全文。不写文件。数字的改法不止一种时不要替用户决定。',
    en: 'The ways to mend one finding (its `number` in the result of check), each with its edits and the errors that are left after it; with `choose`, also the whole text after that one. Writes no file. Where a number can be mended in more than one way, don’t decide for the user.',
  },
  parameters: {
    ...textParameters,
    number: { type: 'integer', description: 'The number of the finding in the result of check for the same text.' },
    choose: { type: 'integer', description: 'The number of the fix whose resulting text is wanted, from 0.' },
    language: languageParameter,
  },
  required: ['number'],
  async run(given, around) {
    const text = await reportText(given, around);
    const language = languageIn(given, around);
    const findings = check(text, { language });
    const finding = findings[Number(given.number)];
    if (!finding) throw new ToolFailure(noFinding(findings.length));
    const isNumber = finding.data.expected !== undefined;
    const chosen = given.choose === undefined ? null : (finding.fixes[Number(given.choose)] ?? null);
    if (given.choose !== undefined && !chosen) throw new ToolFailure(noFix(finding));
    return {
      finding: { code: finding.code, message: finding.message, range: finding.range },
      ...(isNumber && finding.fixes.length > 0 ? { caution: balancing[language] } : {}),
      fixes: finding.fixes.map((fix, number) => ({
        number,
        ...fix,
        errorsAfter: errors(applyFix(text, fix), language),
      })),
      ...(chosen ? { text: applyFix(text, chosen) } : {}),
    };
  },
};

function errors(text: string, language: 'zh' | 'en') {
  return check(text, { language })
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, range }) => ({ code, message, line: range.start.line }));
}

function noFinding(count: number): Localized {
  return {
    zh: `没有这个序号：共${count}处问题，从0数起。`,
    en: `no such number: there are ${count} findings, from 0.`,
  };
}

function noFix({ fixes }: Finding): Localized {
  return { zh: `没有这种改法：共${fixes.length}种，从0数起。`, en: `no such fix: there are ${fixes.length}, from 0.` };
}
