import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { html } from '../../server/src/exporters/html.ts';
import { builtInPack, builtInPacks } from '../../server/src/forms/built-in-packs.ts';
import { formsOf, parsePack } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { newReport } from '../../server/src/report/skeleton.ts';
import { check } from '../../server/src/rules/engine/check.ts';

test.each(builtInPacks.map(({ id, source }) => [id, source] as const))(
  '%s is a pack without a problem',
  (id, source) => {
    expect(parsePack(source).problems).toEqual([]);
    expect(builtInPack(id)).toBe(builtInPack(id));
  },
);

test('no other name is one', () => {
  expect(builtInPack('./jilin.json')).toBeNull();
  expect(builtInPack('constructor')).toBeNull();
});

function formsWith(id: string) {
  const pack = builtInPack(id);
  return formsOf(pack ? [pack] : []);
}

function findings(text: string, id?: string): readonly string[] {
  const report = readReport(text, id === undefined ? formsOf() : formsWith(id));
  return check(subjectOf(report)).findings.map(({ code, data }) => `${code} ${data?.row ?? ''}`.trim());
}

describe('Jilin', () => {
  const table = `# 青禾镇人民政府2020年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（九）项 | 采购项目数量 | 采购总金额 |
| 政府集中采购 | 0 | 0 |
| 2020年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类） | 62 |
`;

  test('has a row of one value below table two of the trial form', () => {
    expect(findings(table)).toContain('unknown-row');
    expect(findings(table, 'jilin')).not.toContain('unknown-row');
    const report = readReport(table, formsWith('jilin'));
    expect(report.tables[0]?.rows.get('published-in-all')?.cells.map(({ value }) => value)).toEqual([62]);
    expect(html.write(report)).toContain('发布总数量');
  });

  test('and none in other years', () => {
    expect(
      formsWith('jilin').fitting('青禾镇人民政府', 2023).newest.table('disclosure')?.row('published-in-all'),
    ).toBeNull();
  });

  test('a report without the row is told so, and a new one has it', () => {
    expect(findings(table.replace(/\n\| 2020年.*/, ''), 'jilin')).toContain('missing-row published-in-all');
    const forms = formsWith('jilin');
    expect(JSON.stringify(newReport({ body: '青禾镇人民政府', year: 2020, forms }))).toContain('发布总数量');
  });
});

test('a university’s wordings are known, and what governments alone have to tell isn’t asked of it', () => {
  const text = `# 云岭大学2023年信息公开工作年度报告

一、信息公开工作总体情况

（一）主动公开。2023年，学校公开信息 120 条。

五、主要经验、问题和改进措施

问题是更新不够及时。改进措施是明确专人每周检查一次。
`;
  const codes = (id?: string) =>
    findings(text, id).filter((each) => each.startsWith('section-title') || each.startsWith('unknown-section'));
  expect(codes().length).toBeGreaterThan(codes('university').length);
});
