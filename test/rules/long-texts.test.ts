import { expect, test } from 'vitest';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/check.ts';

const size = 300_000;
const overview = '# 青禾镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n';

/** Texts on which a rule that looks at the whole report for each line would take minutes. */
test.each([
  ['misnumbered sub-headings', overview, '（一）甲。\n（三）乙。\n'],
  ['repeated sub-headings', overview, '（一）甲\n'],
  ['repeated parts', '', '一、总体情况\n二、主动公开政府信息情况\n'],
  ['lines that look like headings', overview, 'l六、其他需要报告的事项\n'],
  ['repeated rows', '三、收到和处理政府信息公开申请情况\n', '| 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 2 |\n'],
  ['rows without labels', '三、收到和处理政府信息公开申请情况\n', '| 1 | 0 | 0 | 0 | 0 | 0 | 2 |\n'],
])('a long text of %s is checked', (_name, head, line) => {
  const { failures } = check(readReport(head + line.repeat(size / line.length)));
  expect(failures).toEqual([]);
});
