import { expect, test } from 'vitest';
import { isReportName } from '../../server/src/features/report-file-name.ts';
import { standardForms } from '../../server/src/forms/index.ts';

const { words } = standardForms();

test.each([
  '青禾镇2023年政府信息公开工作年度报告.docx',
  '2022年度信息公开年报（定稿）.pdf',
  '青禾镇政务公开工作总结.html',
  '附件：云岭县政府信息公开工作年度报告(1).DOCX',
])('%s looks like a report', (name) => {
  expect(isReportName(name, words)).toBe(true);
});

test.each(['政府信息公开指南.docx', '2023年财务年报.pdf', 'index.html', '年度报告.docx', ''])('%s does not', (name) => {
  expect(isReportName(name, words)).toBe(false);
});
