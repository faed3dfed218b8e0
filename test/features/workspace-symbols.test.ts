import { expect, test } from 'vitest';
import { indexed } from '../../server/src/analysis/indexed-report.ts';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols.ts';
import { readReport } from '../../server/src/report/bind.ts';

const reports = ['青禾镇人民政府2022', '青禾镇人民政府2023', '稻香县教育局2023'].map(
  (name, i) => indexed(readReport(`# ${name}年政府信息公开工作年度报告\n`), `file:///r/${i}.nianbao`).report,
);
const unnamed = indexed(readReport(''), 'file:///r/%E8%8D%89%E7%A8%BF.nianbao').report;

const found = (query: string) => workspaceSymbols([...reports, unnamed], query).map(({ name }) => name);

test.each([
  ['', ['草稿.nianbao', '稻香县教育局 2023年', '青禾镇人民政府 2023年', '青禾镇人民政府 2022年']],
  ['青禾', ['青禾镇人民政府 2023年', '青禾镇人民政府 2022年']],
  ['2023', ['稻香县教育局 2023年', '青禾镇人民政府 2023年']],
  ['青禾 ２０２２', ['青禾镇人民政府 2022年']],
  ['1.NIANBAO', ['青禾镇人民政府 2023年']],
  ['草稿', ['草稿.nianbao']],
  ['没有', []],
])('“%s”', (query, expected) => {
  expect(found(query)).toEqual(expected);
});

test('each leads to its file', () => {
  expect(workspaceSymbols(reports, '2022')[0]).toMatchObject({ location: { uri: 'file:///r/0.nianbao' } });
});
