import { expect, test } from 'vitest';
import { indexed } from '../../server/src/analysis/indexed-report.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { fillingOf, sumOf } from '../../server/src/tasks/sum.ts';
import { sampleReport } from '../cli/support.ts';

function child(body: string, figures: Readonly<Record<string, string>>, year = '2023') {
  const text = sampleReport(figures).replaceAll('青禾镇人民政府', body).replaceAll('2023', year);
  return indexed(readReport(text), `${body}.nianbao`).report;
}

const place = 'requests.received.person';
const parent = readReport(sampleReport({ [place]: '9' }).replaceAll('青禾镇', '云岭县'));

function valueAt(children: Parameters<typeof fillingOf>[1]) {
  const filling = fillingOf(parent, children);
  const value = filling.values.find((each) => `${each.table}.${each.row}.${each.column}` === place);
  if (!value) throw new Error('no such value');
  return { filling, value };
}

test('a value is the sum of those below, each known', () => {
  const { filling, value } = valueAt([
    child('河湾镇人民政府', { [place]: '3' }),
    child('石桥镇人民政府', { [place]: '4' }),
  ]);
  expect(sumOf(value)).toBe(7);
  expect(value.shares.map((share) => [share.report.body, share.value])).toEqual([
    ['河湾镇人民政府', 3],
    ['石桥镇人民政府', 4],
  ]);
  expect(filling.edits.map(({ text }) => text)).toEqual(['7']);
  expect(filling.problems).toEqual([]);
});

test('a blank below is no 0: the value isn’t filled, and it is said whose it is', () => {
  const { filling, value } = valueAt([
    child('河湾镇人民政府', { [place]: '' }),
    child('石桥镇人民政府', { [place]: '4' }),
  ]);
  expect(value.lacking.map(({ body }) => body)).toEqual(['河湾镇人民政府']);
  expect(filling.edits).toEqual([]);
  expect(filling.problems.map(({ zh }) => zh)).toEqual([
    '河湾镇人民政府：有 1 格没有数（如表三 一、本年新收政府信息公开申请数量 · 自然人），这些格没有汇总',
  ]);
});

test('a report of another year isn’t summed up', () => {
  const { filling } = valueAt([
    child('河湾镇人民政府', { [place]: '3' }, '2022'),
    child('石桥镇人民政府', { [place]: '4' }),
  ]);
  expect(filling.edits.map(({ text }) => text)).toEqual(['4']);
  expect(filling.problems[0]?.zh).toMatch(/^河湾镇人民政府：是2022年度的报告/);
});
