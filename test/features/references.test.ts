import { expect, test } from 'vitest';
import type { Surroundings } from '../../server/src/analysis/subject.ts';
import { references } from '../../server/src/features/references.ts';
import { among, inCell, reportWith, shown } from './linked.ts';

function referred(marked: string, around: Surroundings = {}, includeDeclaration = false): readonly string[] | null {
  const { snapshot, offset } = among(marked, around);
  return shown(references(snapshot, { offset, settings: { rules: {} }, includeDeclaration }), snapshot.text);
}

test('a value: the totals that it goes into, each once', () => {
  expect(referred(inCell('| （一）予以公开', 1))).toEqual(['（七）总计 6', '（一）予以 4']);
});

test('with the value itself where that is wanted', () => {
  expect(referred(inCell('| 未经复议直接起诉', 2), {}, true)).toEqual(['未经复议直 0', '未经复议直 0']);
});

test('a term of the balance: the other three', () => {
  expect(referred(inCell('| 四、结转', 2))).toEqual(['一、本年新 1', '二、上年结 0', '（七）总计 1', '四、结转下 1']);
});

test('in last year’s report and in those that this one sums up', () => {
  const person = ['requests', 'carried-over', 'person'] as const;
  const place = { line: 40, start: 10, end: 11 };
  const previous = reportWith('file:///2022.nianbao', ['requests', 'carried-forward', 'person'], { value: 1, place });
  const children = [
    reportWith('file:///a.nianbao', person, { value: 1, place }),
    reportWith('file:///b.nianbao', person, { value: null, place: { line: 41, start: 9, end: 9 } }),
  ];
  const found = referred(inCell('| 二、上年结转', 1), { previous, children }) ?? [];
  expect(found.filter((each) => each.startsWith('file'))).toEqual([
    'file:///2022.nianbao 40:10-11',
    'file:///a.nianbao 40:10-11',
    'file:///b.nianbao 41:9-9',
  ]);
});

test('nothing but values has any', () => {
  expect(referred(inCell('| 行政复议 ', 0))).toBeNull();
});
