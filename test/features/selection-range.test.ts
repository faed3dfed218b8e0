import { expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../server/src/features/selection-range.ts';
import { at, cleanReport } from './support.ts';

/** What a selection at `$0` grows to: each text by its first and last line. */
function grows(marked: string): readonly string[] {
  const { snapshot, offset } = at(marked);
  const found: string[] = [];
  let next: SelectionRange | undefined = selectionRanges(snapshot, [offset])[0];
  for (; next; next = next.parent) {
    const [start, end] = [next.range.start, next.range.end].map((place) => snapshot.lines.offsetAt(place));
    const lines = snapshot.text.slice(start, end).trimEnd().split('\n');
    const [first = '', last = ''] = [lines[0]?.slice(0, 12), lines.at(-1)?.slice(0, 12).trimEnd()];
    const text = lines.length > 1 ? `${first} … ${last}` : snapshot.text.slice(start, end);
    found.push(text.replace(/ {2,}/g, ' '));
  }
  return found;
}

const cursorIn = (text: string) => cleanReport.replace(text, `${text.slice(0, 4)}$0${text.slice(4)}`);

test('from a label to its cell, row, group, block, table, section and the report', () => {
  expect(grows(cursorIn('1.信访举报投诉类申请'))).toEqual([
    '1.信访举报投诉类申请',
    ' 1.信访举报投诉类申请 ',
    '| 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    '| （五）不予处理 … | 5.要求行政机关确认',
    '| 三、本年度办理结果 … | （七）总计',
    '| （勾稽关系：第一项加 … | 四、结转下年度继续办',
    '三、收到和处理政府信息公 … | 四、结转下年度继续办',
    '--- … 2023年，青禾镇未收取',
  ]);
});

test('from a sentence to its sub-section, section and the report', () => {
  const text = '# 甲\n\n一、总体情况\n\n（一）主动公开。全年$0公开。\n又一段。\n\n（二）其他。\n\n二、乙\n';
  expect(grows(text)).toEqual([
    '。全年公开。',
    '（一）主动公开。全年公开。',
    '（一）主动公开。全年公开 … 又一段。',
    '一、总体情况 … （二）其他。',
    '# 甲 … 二、乙',
  ]);
});

test('in the front matter: value, entry, front matter, report', () => {
  expect(grows('---\n机关: 青禾$0镇\n年度: 2023\n---\n# 甲\n')).toEqual([
    '青禾镇',
    ': 青禾镇',
    '机关: 青禾镇',
    '--- … ---',
    '--- … # 甲',
  ]);
});

test('a blank line and an empty text have the report alone', () => {
  expect(grows('甲\n$0\n乙')).toEqual(['甲 … 乙']);
  expect(grows('$0')).toEqual(['']);
});
