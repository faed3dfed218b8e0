import { expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { tokensLegend } from '../../server/src/features/semantic-tokens-legend.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { cleanReport, uri } from './support.ts';

/** Each token as `text type.modifier`. */
function tokens(text: string, within?: { start: number; end: number }): readonly string[] {
  const snapshot = createSnapshot(uri, 1, text);
  const { data } = semanticTokens(snapshot, { settings: defaultSettings, ...(within ? { within } : {}) });
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const start = snapshot.lines.offsetAt({ line, character });
    const own = tokensLegend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    const written = text.slice(start, start + length);
    found.push(`${written} ${[tokensLegend.tokenTypes[type], ...own].join('.')}`);
  }
  return found;
}

const report = `---
年度: 2023
---
# 青禾镇2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全年公开126条。
1.推进公开。
// 待核
四、政府信息公开行政复议、行政诉讼情况

|                  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
// nianbao-ignore dispute-total: 已核实
| 行政复议         |        1 |        0 |       无 |        x |    2 |
`;

test('headings, labels, values, comments and front matter', () => {
  expect(tokens(report)).toEqual([
    '年度 property.frontMatterKey',
    '2023 string',
    '青禾镇2023年政府信息公开工作年度报告 class.heading',
    '一、 keyword.heading',
    '总体情况 class.heading',
    '（一） keyword.heading',
    '主动公开 class.heading',
    '1. keyword',
    '// 待核 comment',
    '四、 keyword.heading',
    '政府信息公开行政复议、行政诉讼情况 class.heading',
    '结果维持 property.label.head',
    '结果纠正 property.label.head',
    '其他结果 property.label.head',
    '尚未审结 property.label.head',
    '总计 property.label.head',
    '// nianbao-ignore  macro',
    'dispute-total decorator',
    '已核实 comment',
    '行政复议 property.label',
    '1 number.value',
    '0 number.value',
    '无 number.value.blank',
    'x string.value',
    '2 number.value.total',
  ]);
});

test('a value that a suppression silences', () => {
  const found = tokens(report.replace('无', '0').replace('x', '0'));
  expect(found.at(-1)).toBe('2 number.value.total.suppressed');
});

test('a title without a mark, and an unsettled merge', () => {
  expect(tokens('青禾镇2023年政府信息公开\n\n<<<<<<< a\n126条\n=======\n128条\n>>>>>>> b\n')).toEqual([
    '<<<<<<< a operator.conflict',
    '======= operator.conflict',
    '>>>>>>> b operator.conflict',
  ]);
  expect(tokens('青禾镇2023年政府信息公开工作年度报告\n')).toEqual([
    '青禾镇2023年政府信息公开工作年度报告 class.heading',
  ]);
});

test('the other side of an unsettled merge is coloured as ours is, what both came from is set back', () => {
  const row = '| 行政复议 | 1 | 0 | 0 | 0 | 1 |';
  const merge = `<<<<<<< a\n${row}\n||||||| c\n${row}\n=======\n${row.replaceAll('1', '2')}\n>>>>>>> b\n`;
  const found = tokens(report.replace(/\| 行政复议.*\n$/m, merge));
  const values = (n: number) => [
    '行政复议 property.label',
    `${n} number.value`,
    ...Array<string>(3).fill('0 number.value'),
    `${n} number.value.total`,
  ];
  expect(found.slice(found.indexOf('<<<<<<< a operator.conflict'))).toEqual([
    '<<<<<<< a operator.conflict',
    ...values(1),
    '||||||| c operator.conflict',
    `${row} comment.conflict`,
    '======= operator.conflict',
    ...values(2),
    '>>>>>>> b operator.conflict',
  ]);
});

test('a range gives the tokens that the whole gives there', () => {
  const all = tokens(cleanReport);
  expect(all.length).toBeGreaterThan(250);
  const middle = cleanReport.indexOf('| 行政强制');
  const part = tokens(cleanReport, { start: middle, end: middle + 3 });
  expect(part).toEqual(['行政强制 property.label']);
  expect(all).toEqual(expect.arrayContaining([...part]));
});
