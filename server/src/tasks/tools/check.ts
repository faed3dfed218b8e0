import { check } from '../library.ts';
import { languageIn, languageParameter, reportText, textOf, textParameters } from './arguments.ts';
import type { Tool } from './tool.ts';

export const checkTool: Tool = {
  name: 'check',
  title: { zh: '核对年度报告', en: 'Check a report' },
  description: {
    zh: '按规定格式核对一份政府信息公开工作年度报告：表内勾稽关系、文字与表格、部分和表格是否齐全。给出每处问题的位置（行、字符从0起）、级别、说明和规则代码。改法用 fixes 取。',
    en: 'Checks a government information disclosure annual report against the official form: sums in the tables, text against tables, missing parts. Gives each finding with its place (line and character zero-based), severity, message and code. Ask `fixes` for how to mend one.',
  },
  parameters: { ...textParameters, language: languageParameter },
  required: [],
  async run(given, around) {
    const text = await reportText(given, around);
    const name = textOf(given, 'file');
    const findings = check(text, { language: languageIn(given, around), ...(name ? { name } : {}) });
    return {
      errors: findings.filter(({ severity }) => severity === 'error').length,
      findings: findings.map(({ fixes, ...finding }, number) => ({ number, ...finding, fixes: fixes.length })),
    };
  },
};
