import { expect, test } from 'vitest';
import type { IndexedReport } from '../../server/src/analysis/indexed-report.ts';
import { hover } from '../../server/src/features/hover.ts';
import type { Language } from '../../server/src/text/language.ts';
import { among, inCell, reportWith } from './linked.ts';

const place = { line: 50, start: 14, end: 15 };
const lastYear = (value: number | null, at: readonly [string, string, string]) =>
  reportWith('file:///reports/2022.nianbao', at, { value, place });
const carriedForward = ['requests', 'carried-forward', 'person'] as const;

/** The paragraphs of the hover that name another report. */
async function told(marked: string, previous: IndexedReport | null, language: Language = 'zh') {
  const { snapshot, offset } = among(marked, previous ? { previous } : {});
  const options = { offset, language, settings: { rules: {} }, markdown: false, commandLinks: false };
  const { contents } = (await hover(snapshot, options)) ?? {};
  if (typeof contents !== 'object' || !('value' in contents)) throw new Error('no markup');
  return contents.value.split('\n\n').filter((text) => /报告「|report.*, “/.test(text));
}

test('what was carried over has what last year’s report carried on', async () => {
  const cursor = inCell('| 二、上年结转', 1);
  expect(await told(cursor, lastYear(2, carriedForward))).toEqual(['2022年报告「四、结转下年度继续办理 · 自然人」：2']);
  expect(await told(cursor, lastYear(2, carriedForward), 'en')).toEqual([
    'The report of 2022, “四、结转下年度继续办理 · 自然人”: 2',
  ]);
});

test('where last year’s report doesn’t know its year it is that of last year', async () => {
  const cursor = inCell('| 二、上年结转', 1);
  const previous = { ...lastYear(2, carriedForward), year: null };
  expect(await told(cursor, previous)).toEqual(['上年报告「四、结转下年度继续办理 · 自然人」：2']);
});

test('a stock has last year’s', async () => {
  const at = ['disclosure', 'normative-documents', 'in-force'] as const;
  expect(await told(inCell('| 行政规范性文件', 3), lastYear(12, at))).toEqual([
    '2022年报告「行政规范性文件 · 现行有效件数」：12',
  ]);
});

test('nothing without last year’s report, where it has a blank or no such value, and of other values', async () => {
  const cursor = inCell('| 二、上年结转', 1);
  expect(await told(cursor, null)).toEqual([]);
  expect(await told(cursor, lastYear(null, carriedForward))).toEqual([]);
  expect(await told(cursor, lastYear(2, ['requests', 'carried-forward', 'total']))).toEqual([]);
  expect(await told(inCell('| 一、本年新收', 1), lastYear(2, carriedForward))).toEqual([]);
});
