import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse.ts';
import { editions } from '../support/forms.ts';
import { colours } from './colours.ts';

describe('a line is coloured by its shape', () => {
  test.each([
    ['<<<<<<< HEAD', '[conflict:<<<<<<< HEAD]'],
    ['>>>>>>> 甲|乙', '[conflict:>>>>>>> 甲|乙]'],
    ['<<<<<<<<', '<<<<<<<<'],
    [' <<<<<<< a', ' <<<<<<< a'],
    ['# 青禾镇年报', '[mark:#] [heading:青禾镇年报]'],
    ['# 甲|乙', '[mark:#] [heading:甲|乙]'],
    ['##x', '##x'],
    ['一、总体情况', '[mark:一、][heading:总体情况]'],
    ['\u3000\u3000二十一、其他', '\u3000\u3000[mark:二十一、][heading:其他]'],
    ['一、总体情况 | 3', '一、总体情况 [bar:|] [number:3]'],
    ['第一、二条', '第一、二条'],
    ['（一）主动公开。2023年，……', '[mark:（一）][heading:主动公开]。2023年，……'],
    ['(十二) 监督保障：无', '[mark:(十二)][heading: 监督保障]：无'],
    ['1.属于国家秘密', '[item:1.]属于国家秘密'],
    ['１、属于', '[item:１、]属于'],
    ['1.5 万元', '1.5 万元'],
    ['100.甲', '100.甲'],
    ['// 说明|注', '[//://][comment: 说明|注]'],
    [
      '// nianbao-ignore a-b, c-d：已核实',
      '[//://] [ignore:nianbao-ignore] [code:a-b], [code:c-d][colon:：][reason:已核实]',
    ],
    ['// nianbao-ignored: 甲', '[//://][comment: nianbao-ignored: 甲]'],
    ['\\一、不是标题|也不是表格', '[escape:\\]一、不是标题|也不是表格'],
    [
      '| 甲 | 0 |  | 无 | 1,234.5 | ２件 | 3个月内 |',
      '[bar:|] 甲 [bar:|] [number:0] [bar:|]  [bar:|] [blank:无] [bar:|] [number:1,234.5] [bar:|] [number:２]件 [bar:|] 3个月内 [bar:|]',
    ],
    ['甲\t1\t/\t', '甲\t[number:1]\t[blank:/]\t'],
    ['｜ 甲 ｜ 0 ｜', '[bar:｜] 甲 [bar:｜] [number:0] [bar:｜]'],
    ['|---|:--:|', '[rule:|---|:--:|]'],
    ['├───┼───┤', '[rule:├───┼───┤]'],
    ['\t一、总体情况', '\t[mark:一、][heading:总体情况]'],
  ])('%j', async (line, expected) => {
    expect(await colours(`正文\n${line}`)).toBe(`正文\n${expected}`);
  });
});

describe('front matter', () => {
  test('from the first line to the next fence', async () => {
    expect(await colours('---\n机关: 云岭县\n年度：2024\n// 注\n忽略: a: b\n---\n机关: 云岭县')).toBe(
      '[fence:---]\n[key:机关][colon::] [value:云岭县]\n[key:年度][colon:：][value:2024]\n[//://][comment: 注]\n[key:忽略][colon::] [value:a: b]\n[fence:---]\n机关: 云岭县',
    );
  });

  test('unclosed, it leaves the report its colours', async () => {
    expect(await colours('---\n机关: 云岭县\n# 年报\n一、总体情况')).toBe(
      '[fence:---]\n[key:机关][colon::] [value:云岭县]\n[mark:#] [heading:年报]\n[mark:一、][heading:总体情况]',
    );
  });

  test('only at the start of the file', async () => {
    expect(await colours('正文\n---\n机关: 云岭县')).toBe('正文\n---\n机关: 云岭县');
  });
});

test('no label of the form stands in the grammar', () => {
  const grammar = readFileSync(join(import.meta.dirname, '../../syntaxes/nianbao.tmLanguage.json'), 'utf8');
  const blocks = editions.flatMap(({ tables }) => tables.flatMap((table) => table.blocks));
  const labels = blocks.flatMap(({ lines }) => lines.map(({ label }) => label));
  expect(labels.length).toBeGreaterThan(50);
  expect(labels.filter((label) => grammar.includes(label))).toEqual([]);
});

test('colours and tree agree on what a line is', async () => {
  const scopes = {
    title: 'mark:#',
    row: 'bar:',
    rule: 'rule:',
    section: '、]',
    subsection: '）]',
    item: 'item:',
    comment: '//:',
    suppression: 'ignore:',
  };
  const shapes = [
    '#甲',
    '# 甲|',
    '|',
    '甲|',
    '一、甲',
    '一、|',
    '（一）甲',
    '（一）',
    '1.甲',
    '1.1',
    '//甲',
    '//|',
    '\\|',
    '// nianbao-ignore a',
    '甲',
    '十、',
    '---|',
    '甲｜',
    '+---+',
    '| - |',
  ];
  for (const shape of shapes.flatMap((line) => [line, ` ${line}`, `\u3000${line}`, `\\${line}`])) {
    const kind = parse(`甲\n${shape}`).lines[1]?.kind ?? 'none';
    const coloured = (await colours(`甲\n${shape}`)).slice(2);
    const seen = Object.entries(scopes)
      .filter(([, mark]) => coloured.includes(mark))
      .map(([name]) => name);
    expect([shape, ...seen.slice(-1)]).toEqual(kind === 'text' ? [shape] : [shape, kind]);
  }
});
