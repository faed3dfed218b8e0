import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import { flatOutline, outline } from '../../server/src/features/outline.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { cleanReport, form, uri, withLine } from './support.ts';

const kinds = new Map<number, string>(Object.entries(SymbolKind).map(([name, kind]) => [kind as number, name]));

function printed(symbols: readonly DocumentSymbol[], indent = ''): string {
  return symbols
    .map(({ name, detail, kind, range, selectionRange, children = [] }) => {
      expect(name).not.toBe('');
      expect(inside(selectionRange, range)).toBe(true);
      for (const child of children) expect(inside(child.range, range)).toBe(true);
      const lines = `${range.start.line + 1}–${range.end.line + 1}`;
      const own = `${indent}${kinds.get(kind)} ${name} ${lines}${detail ? `: ${detail}` : ''}\n`;
      return own + printed(children, `${indent}  `);
    })
    .join('');
}

function inside(inner: DocumentSymbol['range'], outer: DocumentSymbol['range']): boolean {
  const after = (a: DocumentSymbol['range']['start'], b: DocumentSymbol['range']['start']) =>
    a.line > b.line || (a.line === b.line && a.character >= b.character);
  return after(inner.start, outer.start) && after(outer.end, inner.end);
}

function outlineOf(text: string): string {
  return printed(outline(createSnapshot(uri, 1, text), { language: 'zh' }));
}

const small = `# 甲镇2023年政府信息公开工作年度报告
一、总体情况
（一）主动公开。内容。
内容。
（二）依申请公开。内容。
三、收到和处理政府信息公开申请情况
| | 自然人 | 总计 |
| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| 三、本年度办理结果 |
| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 |  |
| （三）不予公开 |
| 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
七、2024年工作思路`;

test('title, sections, sub-sections, tables, groups and rows', () => {
  expect(outlineOf(small)).toBe(`File 甲镇2023年政府信息公开工作年度报告 1–14
  Module 一、总体情况 2–5
    Namespace （一）主动公开 3–4
    Namespace （二）依申请公开 5–5
  Module 三、收到和处理政府信息公开申请情况 6–13
    Struct 表三 7–13
      Field 一、本年新收政府信息公开申请数量 8–8: 1 0 0 0 0 0 1
      Object 三、本年度办理结果 9–12
        Field （一）予以公开 10–10: 1 0 0 0 0 0 ＿
        Object （三）不予公开 11–12
          Field 1.属于国家秘密 12–12: 0 0 0 0 0 0 0
      Field 四、结转下年度继续办理 13–13: 0 0 0 0 0 0 0
  Module 七、2024年工作思路 14–14
`);
});

test('the official layout, with groups beside their rows and a row of fifteen', () => {
  const text = `四、政府信息公开行政复议、行政诉讼情况
| 行政复议 | 行政诉讼 |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |
| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 2 |
三、收到和处理政府信息公开申请情况
| 三、本年度办理结果 | （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
|  | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`;
  expect(outlineOf(text)).toBe(`Module 四、政府信息公开行政复议、行政诉讼情况 1–4
  Struct 表四 2–4
    Field 行政复议 4–4: 1 0 0 0 1
    Field 未经复议直接起诉 4–4: 0 0 0 0 0
    Field 复议后起诉 4–4: 2 0 0 0 2
Module 三、收到和处理政府信息公开申请情况 5–7
  Struct 表三 6–7
    Object 三、本年度办理结果 6–7
      Field （一）予以公开 6–6: 1 0 0 0 0 0 1
      Object （三）不予公开 7–7
        Field 1.属于国家秘密 7–7: 0 0 0 0 0 0 0
`);
});

test('flat, for clients that know no hierarchy', () => {
  const flat = flatOutline(createSnapshot(uri, 1, small), { language: 'en' });
  expect(flat.slice(0, 3).map(({ name, containerName }) => `${containerName ?? ''} > ${name}`)).toEqual([
    ' > 甲镇2023年政府信息公开工作年度报告',
    '甲镇2023年政府信息公开工作年度报告 > 一、总体情况',
    '一、总体情况 > （一）主动公开',
  ]);
  expect(flat.map(({ name }) => name)).toContain('Table 3 (requests)');
});

test('a whole report, and one whose lines were cut anywhere', () => {
  expect(outlineOf(cleanReport).split('\n')).toHaveLength(16 + form.tables.flatMap(({ lines }) => lines).length);
  for (let end = 0; end < cleanReport.length; end += 97) outlineOf(cleanReport.slice(0, end));
  expect(outlineOf(withLine('# ', null)).startsWith('Module 一、')).toBe(true);
});
