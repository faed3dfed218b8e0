import { expect, test } from 'vitest';
import { folding } from '../../server/src/features/folding.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { cleanReport, uri } from './support.ts';

/** Each range as the texts of its first and last line. */
function folds(text: string, limit: number | null = null): string {
  const lines = text.split('\n');
  return folding(createSnapshot(uri, 1, text), { limit })
    .map(({ startLine, endLine, kind }) => `${lines[startLine]} … ${lines[endLine]}${kind ? ` (${kind})` : ''}`)
    .join('\n');
}

const text = `---
机关: 甲镇
---
// 一
// 二

一、总体情况
（一）主动公开。甲

乙

（二）依申请公开。丙
三、收到和处理政府信息公开申请情况

| 三、本年度办理结果 |
| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| （三）不予公开 |
| 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| （四）无法提供 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

// 三
`;

test('front matter, comments, sections, sub-sections, tables and groups', () => {
  expect(folds(text)).toBe(`--- … ---
// 一 … // 二 (comment)
一、总体情况 … （二）依申请公开。丙
（一）主动公开。甲 … 乙
三、收到和处理政府信息公开申请情况 … // 三
| 三、本年度办理结果 | … | 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 三、本年度办理结果 | … | （四）无法提供 |
| （三）不予公开 | … | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |`);
});

test('no more than the client takes', () => {
  expect(folds(text, 2).split('\n')).toHaveLength(2);
});

test('ranges never cross', () => {
  const open: { readonly endLine: number }[] = [];
  for (const range of folding(createSnapshot(uri, 1, cleanReport), { limit: null })) {
    while (open.length > 0 && (open.at(-1)?.endLine ?? 0) < range.startLine) open.pop();
    const around = open.at(-1);
    if (around) expect(range.endLine).toBeLessThanOrEqual(around.endLine);
    open.push(range);
  }
});
