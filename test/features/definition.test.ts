import { expect, test } from 'vitest';
import type { Surroundings } from '../../server/src/analysis/subject.ts';
import { definition } from '../../server/src/features/definition.ts';
import { among, inCell, reportWith, shown } from './linked.ts';
import { cleanReport, outcomes, withLine } from './support.ts';

const lastYear = 'file:///reports/2022.nianbao';

function defined(marked: string, around: Surroundings = {}): readonly string[] | null {
  const { snapshot, offset } = among(marked, around);
  return shown(definition(snapshot, { offset, settings: { rules: {} } }), snapshot.text);
}

test('a total leads to what it sums up', () => {
  expect(defined(inCell('| 行政复议 ', 5))).toEqual(['行政复议 1', '行政复议 0', '行政复议 0', '行政复议 0']);
});

test('a total of a column that goes into another leads to its own terms', () => {
  const found = defined(inCell('| （七）总计', 1)) ?? [];
  expect(found).toHaveLength(outcomes.length);
  expect(found.slice(0, 3)).toEqual(['（一）予以 3', '（二）部分 1', '1.属于国 0']);
});

test('one that is summed up leads to its totals', () => {
  expect(defined(inCell('| （一）予以公开', 1))).toEqual(['（七）总计 6', '（一）予以 4']);
});

test('what was carried over leads to last year’s report, then to its total', () => {
  const previous = reportWith(lastYear, ['requests', 'carried-forward', 'person'], {
    value: 1,
    place: { line: 50, start: 14, end: 15 },
  });
  const cursor = inCell('| 二、上年结转', 1);
  expect(defined(cursor, { previous })).toEqual([`${lastYear} 50:14-15`, '二、上年结 1']);
  expect(defined(cursor)).toEqual(['二、上年结 1']);
});

test('a stock leads to last year’s, whose report begins where it has none', () => {
  const previous = reportWith(lastYear, ['requests', 'carried-forward', 'person'], {
    value: 1,
    place: { line: 50, start: 14, end: 15 },
  });
  expect(defined(inCell('| 行政规范性文件', 3), { previous })).toEqual([`${lastYear} 0:0-0`]);
  expect(defined(inCell('| 行政规范性文件', 3))).toEqual([]);
});

test('the entry of last year’s report leads to it, if there is one', () => {
  const text = withLine('年度', '年度: 2023\n上年: $02022.nianbao');
  const previous = reportWith(lastYear, ['requests', 'x', 'y'], { value: 1, place: { line: 0, start: 0, end: 0 } });
  expect(defined(text, { previous })).toEqual([`${lastYear} 0:0-0`]);
  expect(defined(text)).toEqual(null);
});

test('of a row that stands twice only the first is meant', () => {
  const twice = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n| 行政复议 | 1 | 0 | 0 | 0 | $01 |');
  expect(defined(twice)).toEqual(null);
});

test('prose and labels lead nowhere', () => {
  expect(defined(inCell('| 行政复议 ', 0))).toBeNull();
  expect(defined(cleanReport.replace('一年来', '一$0年来'))).toBeNull();
});
