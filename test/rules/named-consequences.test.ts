import { expect, test } from 'vitest';
import { fixed, offered } from '../support/fixes.ts';

const title = '# 青禾镇2023年政府信息公开工作年度报告\n\n';
const table = (rows: readonly string[]) =>
  `${title}四、政府信息公开行政复议、行政诉讼情况\n\n| 表四 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n${rows.map((row) => `| ${row} |\n`).join('')}`;

const titles = (code: string, text: string) => offered(code, text).map((fix) => fix.title.zh);

test('a blank filled with 0: that a sum then differs', () => {
  const text = table([
    '行政复议 | 1 |  | 0 | 2 | 6',
    '未经复议直接起诉 | 0 | 0 | 0 | 0 | 0',
    '复议后起诉 | 0 | 0 | 0 | 0 | 0',
  ]);
  expect(titles('blank-cell', text)).toEqual(['按勾稽关系填 3', '填 0，填后 1 式不符']);
  expect(offered('blank-cell', text).at(-1)?.title.en).toBe('Write 0: 1 relation then fails');
});

test('a row under the label of another: that it does not add up, or that the other stands twice', () => {
  const rows = [
    '行政复议 | 0 | 0 | 0 | 0 | 0',
    '未经复议直接起诉 | 0 | 0 | 0 | 0 | 0',
    '未经复议直接起诉 | 1 | 0 | 0 | 0 | 2',
  ];
  expect(titles('missing-row', table(rows))).toEqual([
    '将「未经复议直接起诉」改为「复议后起诉」，改后 1 式不符',
    '补上缺少的 1 行（留空待填），「未经复议直接起诉」仍有两行',
  ]);
});

test('a heading twice in a row: that what stands below it was not looked at', () => {
  const heading = '五、存在的主要问题及改进情况\n';
  expect(titles('duplicate-section', `${title}${heading}${heading}公开不够及时。\n`)).toEqual([
    '删去一字不差的后一处，其下的内容此后才核对',
  ]);
  expect(titles('duplicate-section', `${title}${heading}\n无。\n${heading}\n无。\n`)).toEqual(['删去一字不差的后一处']);
});

test('front matter is closed, its key put right, the later of two values taken out', () => {
  const report = '# 青禾镇2023年政府信息公开工作年度报告\n';
  expect(fixed('front-matter', `---\n机关: 青禾镇\n年度: 2023\n\n${report}`)).toEqual([
    `---\n机关: 青禾镇\n年度: 2023\n---\n\n${report}`,
  ]);
  expect(fixed('front-matter', `---\n年渡: 2023\n---\n`)).toEqual(['---\n年度: 2023\n---\n']);
  expect(fixed('front-matter', '---\n年度: 2023\n年度: 2022\n---\n')).toEqual(['---\n年度: 2023\n---\n']);
  expect(fixed('front-matter', `---\r\n年度: 2023\r\n${report}`)).toEqual([`---\r\n年度: 2023\r\n---\r\n${report}`]);
});
