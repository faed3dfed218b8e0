import { expect, test } from 'vitest';
import type { IndexedReport } from '../../server/src/analysis/indexed-report.ts';
import { asksForReports } from '../../server/src/features/complete-front-matter.ts';
import { completion } from '../../server/src/features/completion.ts';
import { at } from './support.ts';

function report(source: string, body: string | null, year: number | null): IndexedReport {
  return { source: `file:///reports/${source}`, body, year, edition: '2021', values: new Map() };
}

const reports = [
  report('a.nianbao', '青禾镇人民政府', 2023),
  report('2022/%E9%9D%92%E7%A6%BE.nianbao', '青禾镇人民政府', 2022),
  report('2021/青禾.nianbao', '青禾镇人民政府', 2021),
  report('2022/白石.nianbao', '白石镇人民政府', 2022),
  report('2023/白石.nianbao', '白石镇人民政府', 2023),
  report('草稿.nianbao', null, null),
];

/** What is offered for a value, with what is said of it. */
function offered(marked: string, language: 'zh' | 'en' = 'zh'): readonly string[] {
  const { snapshot, offset } = at(marked);
  expect(asksForReports(snapshot, offset)).toBe(true);
  return completion(snapshot, { offset, language, settings: { rules: {} }, snippets: true, reports }).map(
    ({ label, detail }) => [label, detail].filter(Boolean).join(' ← '),
  );
}

test('bodies of the folder, the report’s own first, with their years', () => {
  expect(offered('---\n机关: $0\n---\n')).toEqual([
    '青禾镇人民政府 ← 2023年、2022年、2021年',
    '白石镇人民政府 ← 2023年、2022年',
  ]);
  expect(offered('---\n机关: $0\n---\n# 白石镇人民政府2024年政府信息公开工作年度报告\n', 'en')).toEqual([
    '白石镇人民政府 ← 2023, 2022',
    '青禾镇人民政府 ← 2023, 2022, 2021',
  ]);
  expect(offered('---\n机关: 白$0\n---\n')).toEqual(['白石镇人民政府 ← 2023年、2022年']);
});

test('years: the one after the body’s last report first', () => {
  expect(offered('---\n机关: 青禾镇人民政府\n年度: $0\n---\n')).toEqual([
    '2024 ← 上一份报告是 2023 年',
    '2023',
    '2022',
    '2021',
  ]);
  expect(offered('---\n年度: $0\n---\n')).toEqual(['2023', '2022', '2021']);
});

const front = '---\n机关: 青禾镇人民政府\n年度: 2023\n';

test('上年: paths of other reports, that of the body and the year before first', () => {
  expect(offered(`${front}上年: $0\n---\n`)).toEqual([
    '2022/青禾.nianbao ← 青禾镇人民政府 2022年',
    '2021/青禾.nianbao ← 青禾镇人民政府 2021年',
    '2022/白石.nianbao ← 白石镇人民政府 2022年',
    '2023/白石.nianbao ← 白石镇人民政府 2023年',
    '草稿.nianbao',
  ]);
});

test('下级: those of other bodies and the year first, without those that are named', () => {
  expect(offered(`${front}下级: $0\n---\n`)[0]).toBe('2023/白石.nianbao ← 白石镇人民政府 2023年');
  expect(offered(`${front}下级: 2023/白石.nianbao\n下级: $0\n---\n`)).not.toContain(
    '2023/白石.nianbao ← 白石镇人民政府 2023年',
  );
});

test.each([
  ['a key', '---\n机$0\n---\n'],
  ['other values', '---\n格式: $0\n---\n'],
  ['the text', '---\n年度: 2023\n---\n机关: $0\n'],
])('no report is asked for at %s', (_, marked) => {
  const { snapshot, offset } = at(marked);
  expect(asksForReports(snapshot, offset)).toBe(false);
});
