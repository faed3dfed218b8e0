import { expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { fixAll } from '../../server/src/rules/engine/fix-all.ts';

const size = 300_000;
const overview = '# 青禾镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n';

/** A long text whose rows all differ. */
function rows(head: string, row: (mark: string) => string): string {
  const marks = Array.from({ length: 6_000 }, (_, i) => String.fromCodePoint(0x4e00 + i) + i);
  return head + marks.map(row).join('');
}

test.each([
  [
    'misspelt heads',
    '三、收到和处理政府信息公开申请情况\n',
    (mark: string) =>
      `| 自然${mark} | 商业企${mark} | 科研机${mark} | 社会公益组${mark} | 法律服务机${mark} | 总计 |\n`,
  ],
  [
    'unknown labels',
    '二、主动公开政府信息情况\n| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n',
    (mark: string) => `| 行政某性${mark}文件目录 | 1 | 2 | 3 |\n| 某${mark}事项清单若干 | 1 | 2 | 3 |\n`,
  ],
])('a long text of %s, all different, is checked', (_name, head, row) => {
  const text = rows(head, row);
  expect(text.length).toBeGreaterThan(200_000);
  const { failures } = check(subjectOf(readReport(text)));
  expect(failures).toEqual([]);
});

/** Texts on which a rule that looks at the whole report for each line would take minutes. */
test.each([
  ['misnumbered sub-headings', overview, '（一）甲。\n（三）乙。\n'],
  ['repeated sub-headings', overview, '（一）甲\n'],
  ['repeated parts', '', '一、总体情况\n二、主动公开政府信息情况\n'],
  ['lines that look like headings', overview, 'l六、其他需要报告的事项\n'],
  ['repeated rows', '三、收到和处理政府信息公开申请情况\n', '| 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 2 |\n'],
  ['rows without labels', '三、收到和处理政府信息公开申请情况\n', '| 1 | 0 | 0 | 0 | 0 | 0 | 2 |\n'],
])('a long text of %s is checked', (_name, head, line) => {
  const { failures } = check(subjectOf(readReport(head + line.repeat(size / line.length))));
  expect(failures).toEqual([]);
});

test('a long text of many certain fixes is mended', () => {
  const head = `${overview}二、主动公开政府信息情况\n| 第二十条第（六）项 | 本年处理决定数量 |\n| 行政处罚 | 1 |\n`;
  const row = '| 行政强制 | 1 |\n';
  const count = Math.floor(size / row.length);
  const { fixed, text } = fixAll(head + row.repeat(count), (each) => subjectOf(readReport(each)));
  expect(fixed).toBe(count - 1);
  expect(text.length).toBeLessThan(head.length * 2);
});
