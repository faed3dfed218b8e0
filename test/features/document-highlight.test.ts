import { expect, test } from 'vitest';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { documentHighlight } from '../../server/src/features/document-highlight.ts';
import { remark } from '../support/marks.ts';
import { at, cleanReport, outcomes, withLine } from './support.ts';

const names = {
  [DocumentHighlightKind.Text]: 'text',
  [DocumentHighlightKind.Read]: 'read',
  [DocumentHighlightKind.Write]: 'write',
};

/** The lines on which something is lit, with marks around it; `null` where the editor is left to itself. */
function lit(marked: string): readonly string[] | null {
  const { snapshot, offset } = at(marked);
  const highlights = documentHighlight(snapshot, { offset });
  if (!highlights) return null;
  const found = highlights.map(({ range, kind }) => ({
    code: names[kind ?? DocumentHighlightKind.Text],
    span: { start: snapshot.lines.offsetAt(range.start), end: snapshot.lines.offsetAt(range.end) },
  }));
  return remark(snapshot.text, found)
    .split('\n')
    .filter((line) => line.includes('{{'))
    .map((line) => line.replace(/ {2,}/g, ' '));
}

const disputes = `四、政府信息公开行政复议、行政诉讼情况

|                  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议         |        1 |        0 |        0 |        0 |    1 |
| 未经复议直接起诉 |        0 |        0 |        0 |        0 |    0 |
| 复议后起诉       |        0 |        0 |        0 |        0 |    0 |
`;

test('a value: its total and the other addends, its label and its head', () => {
  expect(lit(disputes.replace('| 行政复议         |        1', '| 行政复议         |        $01'))).toEqual([
    '| | {{text:结果维持}} | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
    '| {{text:行政复议}} | {{read:1}} | {{read:0}} | {{read:0}} | {{read:0}} | {{write:1}} |',
  ]);
});

test('a total in two relations: its column, its row, and what the balance says of it', () => {
  const found = lit(withLine('| （七）总计', '| （七）总计 | $06 | 1 | 0 | 0 | 1 | 0 | 8 |')) ?? [];
  // The head, what came in, what went on, and the total itself.
  expect(found).toHaveLength(outcomes.length + 5);
  expect(found.slice(0, 5)).toEqual([
    '| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | {{text:自然人}} | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |',
    '| 一、本年新收政府信息公开申请数量 | {{read:6}} | 1 | 0 | 0 | 1 | 0 | 8 |',
    '| 二、上年结转政府信息公开申请数量 | {{read:1}} | 0 | 0 | 0 | 0 | 0 | 1 |',
    '| （一）予以公开 | {{read:3}} | 1 | 0 | 0 | 0 | 0 | 4 |',
    '| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | {{read:1}} | 0 | 0 | 0 | 0 | 0 | 1 |',
  ]);
  expect(found.slice(-2)).toEqual([
    '| {{text:（七）总计}} | {{write:6}} | {{read:1}} | {{read:0}} | {{read:0}} | {{read:1}} | {{read:0}} | {{write:8}} |',
    '| 四、结转下年度继续办理 | {{read:1}} | 0 | 0 | 0 | 0 | 0 | 1 |',
  ]);
});

test('a value without relations is lit alone, so that no editor lights every 0', () => {
  expect(lit(withLine('| 行政强制', '| 行政强制 | $00 |'))).toEqual([
    '| 第二十条第（六）项 | {{text:本年处理决定数量}} |',
    '| {{text:行政强制}} | {{read:0}} |',
  ]);
});

test('a cell that the form has no place for', () => {
  expect(lit(withLine('| 行政强制', '| 行政强制 | 0 |\n| 其他事项 | $00 |'))).toEqual(['| 其他事项 | {{text:0}} |']);
});

test('a number in the text is lit alone', () => {
  expect(lit(cleanReport.replace('新收政府信息公开申请8件', '新收政府信息公开申请$08件'))?.[0]).toContain(
    '申请{{text:8}}件，',
  );
});

test('a blank value is lit between its bars', () => {
  expect(lit(disputes.replace('| 行政复议         |        1', '| 行政复议         |  $0      '))?.[1]).toBe(
    '| {{text:行政复议}} |{{read: }}| {{read:0}} | {{read:0}} | {{read:0}} | {{write:1}} |',
  );
});

test.each([
  ['a row', '行政复议  ', ['| {{text:行政复议}} | {{read:1}} | {{read:0}} | {{read:0}} | {{read:0}} | {{read:1}} |']],
  [
    'a column',
    '尚未审结',
    [
      '| | 结果维持 | 结果纠正 | 其他结果 | {{text:尚未审结}} | 总计 |',
      '| 行政复议 | 1 | 0 | 0 | {{read:0}} | 1 |',
      '| 未经复议直接起诉 | 0 | 0 | 0 | {{read:0}} | 0 |',
      '| 复议后起诉 | 0 | 0 | 0 | {{read:0}} | 0 |',
    ],
  ],
  [
    'a group',
    '（四）无法提供',
    [
      '| {{text:（四）无法提供}} |',
      '| {{text:1.本机关不掌握相关政府信息}} | 1 | 0 | 0 | 0 | 1 | 0 | 2 |',
      '| {{text:2.没有现成信息需要另行制作}} | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '| {{text:3.补正后申请内容仍不明确}} | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    ],
  ],
  ['prose', '一年来主要存在', null],
])('%s', (_, text, expected) => {
  const start = cleanReport.indexOf(text);
  expect(lit(`${cleanReport.slice(0, start + 2)}$0${cleanReport.slice(start + 2)}`)).toEqual(expected);
});

const dated = (cursor: string) => `---
年度: 2023
---
# 青禾镇2023年政府信息公开工作年度报告

统计期限自${cursor}年1月1日至12月31日。2022年开设的专栏，二〇二三年改版。国办公开办函〔2023〕1号。
`;

test.each(['20$023', '$02023'])('a year, wherever it is named: %s', (cursor) => {
  expect(lit(dated(cursor))).toEqual([
    '年度: {{text:2023}}',
    '# 青禾镇{{text:2023}}年政府信息公开工作年度报告',
    '统计期限自{{text:2023}}年1月1日至12月31日。2022年开设的专栏，{{text:二〇二三}}年改版。国办公开办函〔2023〕1号。',
  ]);
  expect(lit(dated('2023').replace('年度: 2023', '年度: $02023'))).toEqual(lit(dated(cursor)));
});

const wide = (cursor: string) => `四、政府信息公开行政复议、行政诉讼情况

| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
${cursor}
`;

test('the official row of fifteen: five that belong together', () => {
  expect(lit(wide('| 1 | 0 | 0 | 0 | 1 | 0 | 2 | $00 | 0 | 2 | 0 | 0 | 0 | 0 | 0 |'))?.at(-1)).toBe(
    '| 1 | 0 | 0 | 0 | 1 | {{read:0}} | {{read:2}} | {{read:0}} | {{read:0}} | {{write:2}} | 0 | 0 | 0 | 0 | 0 |',
  );
});
