import { explain, rules } from '../library.ts';
import { languageIn, languageParameter, textOf } from './arguments.ts';
import { type Tool, ToolFailure } from './tool.ts';

export const explainTool: Tool = {
  name: 'explain',
  title: { zh: '说明一条规则', en: 'Explain a rule' },
  description: {
    zh: '一条规则什么时候提示、为什么、怎么改，有对错两例。',
    en: 'When a rule fires, why, and what to do, with a wrong and a right example.',
  },
  parameters: {
    code: { type: 'string', description: 'The code of the rule, such as `outcome-total`.' },
    language: languageParameter,
  },
  required: ['code'],
  async run(given, around) {
    const page = explain(textOf(given, 'code') ?? '', languageIn(given, around));
    if (page !== null) return { page };
    const codes = rules.map(({ code }) => code).join(', ');
    throw new ToolFailure({ zh: `没有这条规则。规则有：${codes}`, en: `no such rule. There are: ${codes}` });
  },
};
