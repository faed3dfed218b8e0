import { expect, test } from 'vitest';
import { readReport } from '../../server/src/report/bind.ts';
import { printOutline } from '../support/print-report.ts';

const sections = (text: string): string =>
  printOutline(readReport(`# 青禾镇2023年政府信息公开工作年度报告\n${text}`))
    .split('\n')
    .slice(1)
    .join('\n');

test('official titles, wordings in use, misspellings and strangers are told apart', () => {
  const text = `一、总体情况
二、主动公开政府政府信息情况
三、行政机关收到和处理政府信息公开申请情况
四、因政府信息公开工作被申请行政复议、提起行政诉讼情况
五、存在的主要问题和改进情况
六、其他需要报告事项
七、2024年工作思路`;
  expect(sections(text)).toBe(`overview official: 总体情况
disclosure misspelt: 主动公开政府政府信息情况
requests variant: 行政机关收到和处理政府信息公开申请情况
disputes variant: 因政府信息公开工作被申请行政复议、提起行政诉讼情况
problems variant: 存在的主要问题和改进情况
other variant: 其他需要报告事项
? none: 2024年工作思路`);
});

test('text on the line of a heading is not part of its title', () => {
  expect(sections('六、其他需要报告的事项。无。')).toBe('other official: 其他需要报告的事项 + 无。');
});

test('a sentence that begins with a numeral is a paragraph', () => {
  expect(
    sections('五、存在的主要问题及改进情况\n一、公开不够及时，更新较慢。\n二、加强培训。我镇将举办三期培训班。'),
  ).toBe('problems official: 存在的主要问题及改进情况');
});

test('a section that comes again repeats the first', () => {
  expect(sections('一、总体情况\n一、总体情况')).toBe('overview official: 总体情况\noverview official again: 总体情况');
});

test('row labels of a torn table are no sections', () => {
  expect(
    sections(
      '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n4\n三、本年度办理结果\n四、结转下年度继续办理 0 0 0',
    ),
  ).toBe('requests official: 收到和处理政府信息公开申请情况');
});

test('TABs behind a heading or a sentence make no row of it', () => {
  expect(sections('一、总体情况\t\t\n二、主动公开政府信息情况\t')).toBe(
    'overview official: 总体情况\ndisclosure official: 主动公开政府信息情况',
  );
  const { tree } = readReport('甲\n（一）主动公开。公开信息12条。\t\t\n二、总体情况\t|');
  expect(tree.lines.map(({ kind }) => kind)).toEqual(['text', 'subsection', 'row']);
  expect(tree.lines[1]).toMatchObject({
    span: { start: 2, end: 20 },
    number: 1,
    title: { text: '主动公开', span: { start: 5, end: 9 } },
  });
});

test('a row label with blank cells behind it stays a row', () => {
  const { tables } = readReport(
    '三、收到和处理政府信息公开申请情况\n三、本年度办理结果\t\t\t\t\t\t\t\n（一）予以公开\t1\t0\t0\t0\t0\t0\t1',
  );
  expect(tables[0]?.lines.map(({ kind }) => kind)).toEqual(['group', 'value']);
});

test('the edition of 2008 takes headings as they come', () => {
  const report = readReport('# 青禾镇2016年政府信息公开工作年度报告\n一、概述\n十二、需要说明的事项与附表');
  expect(printOutline(report)).toBe(`青禾镇 | 2016 title | 2008 | 青禾镇2016年政府信息公开工作年度报告
? none: 概述
? none: 需要说明的事项与附表`);
});
