import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import type { TableId } from '../../server/src/forms/edition.ts';
import type { Form, FormTable } from '../../server/src/forms/form.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { conversion } from '../../server/src/report/convert.ts';
import type { Table } from '../../server/src/report/report.ts';
import { editionMismatch } from '../../server/src/rules/edition-mismatch.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { Revision } from '../../server/src/text/edit.ts';
import { fixed, offered } from '../support/fixes.ts';
import { editions } from '../support/forms.ts';
import { barRows, canonicalRows, gridRows, tabRows } from '../support/shapes.ts';

const headings: Record<TableId, string> = {
  disclosure: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  disputes: '四、政府信息公开行政复议、行政诉讼情况',
};

/** The forms that differ: each table of one edition beside that of another. */
const pairs = editions.flatMap((from) =>
  editions.flatMap((to) =>
    from.tables.flatMap((table) => {
      const due = to.tables.find(({ id }) => id === table.id);
      return from !== to && due && table.id !== 'disputes' ? [{ from, to, table, due }] : [];
    }),
  ),
);

function converted(text: string, due: FormTable): string {
  const report = readReport(text);
  const [table] = report.tables;
  if (!table) throw new Error('no table');
  return Revision.of(text).with(conversion(report, table, due, 'short')).text;
}

function report(to: Form, table: FormTable, markup: string): string {
  return `---\n年度: ${to.years.first}\n---\n${headings[table.id]}\n${markup}\n\n其他说明。\n`;
}

function valuesOf(table: Table | undefined): ReadonlyMap<string, string> {
  const rows = [...(table?.rows.values() ?? [])];
  return new Map(
    rows.flatMap(({ row, cells }) => cells.map((cell) => [`${row.id} ${cell.column.id}`, cell.text] as const)),
  );
}

const shape = fc.constantFrom(canonicalRows, barRows, gridRows, tabRows);

describe('between editions, both ways', () => {
  test('there is something to convert', () => {
    const names = pairs.map(({ from, to, table }) => `${from.id}→${to.id} ${table.id}`);
    expect(names).toEqual(
      expect.arrayContaining([
        '2019→2021 disclosure',
        '2019→2021 requests',
        '2021→2019 disclosure',
        '2021→2019 requests',
      ]),
    );
  });

  test('no figure is lost, none is moved to another meaning, and the table is the due one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pairs), shape, fc.nat(1000), ({ to, table, due }, write, seed) => {
        let next = 1000 + seed;
        const figures = new Map<string, string>();
        const text = report(
          to,
          table,
          write(table, (row, column) => {
            const key = `${row} ${column}`;
            const figure = figures.get(key) ?? String(next++);
            figures.set(key, figure);
            return figure;
          }),
        );
        const result = converted(text, due);
        const after = readReport(result);
        expect(after.tables.map(({ edition }) => edition.id)).toEqual([to.id]);
        const values = valuesOf(after.tables[0]);
        const comments = result.split('\n').filter((line) => line.startsWith('// 原'));
        for (const [key, figure] of figures) {
          const places = [...values].filter(([, value]) => value === figure).map(([place]) => place);
          const named = comments.filter((comment) => new RegExp(`(?<!\\d)${figure}(?!\\d)`).test(comment));
          expect(places.length + named.length).toBe(1);
          if (places.length > 0) expect(places).toEqual([key]);
        }
        expect(check(subjectOf(after)).findings.map(({ code }) => code)).not.toContain('edition-mismatch');
        expect(result).toContain('\n\n其他说明。\n');
      }),
      { numRuns: 60 },
    );
  });
});

test('what is carried, and how the rest is named', () => {
  const text = editionMismatch.example.wrong.replace(/\{\{[a-z-]+:|\}\}/g, '');
  expect(fixed('edition-mismatch', text)[0]).toBe(`# 青禾镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发 | 本年废止 | 现行有效 |
| 规章               |          |          |          |
| 行政规范性文件     |          |          |          |
| 第二十条第（五）项 | 本年处理决定 |
| 行政许可           |            0 |
| 第二十条第（六）项 | 本年处理决定 |
| 行政处罚           |            0 |
| 行政强制           |            0 |
| 第二十条第（八）项 | 收费金额（万元） |
| 行政事业性收费     |                  |
// 原规章：本年新制作数量 0，本年新公开数量 0，对外公开总数量 0
// 原规范性文件：本年新制作数量 2，本年新公开数量 2，对外公开总数量 9
// 原行政许可：上一年项目数量 0，本年增/减 0
// 原其他对外管理服务事项：上一年项目数量 0，本年增/减 0，处理决定数量 0
// 原行政处罚：上一年项目数量 0，本年增/减 0
// 原行政强制：上一年项目数量 0，本年增/减 0
// 原行政事业性收费：上一年项目数量 0，本年增/减 0
// 原政府集中采购：采购项目数量 0，采购总金额 0
`);
  expect(offered('edition-mismatch', text).map(({ certain }) => certain)).toEqual([false]);
});

test('one row of 2019 is not one of the three of 2021', () => {
  const [edition2021, edition2019] = [
    editions.find(({ id }) => id === '2021'),
    editions.find(({ id }) => id === '2019'),
  ];
  const table = edition2019?.tables.find(({ id }) => id === 'requests');
  if (!table || !edition2021) throw new Error('no such table');
  const text = report(
    edition2021,
    table,
    canonicalRows(table, (row) => (row === 'other' ? '5' : '0')),
  );
  const [result = ''] = fixed('edition-mismatch', text);
  const { rows } = readReport(result).tables[0] ?? {};
  expect(
    ['other.not-corrected', 'other.fee-unpaid', 'other.other'].map((id) =>
      rows
        ?.get(id)
        ?.cells.map((cell) => cell.text)
        .join(''),
    ),
  ).toEqual(['', '', '']);
  expect(result).toContain(
    '\n// 原（六）其他处理：自然人 5，商业企业 5，科研机构 5，社会公益组织 5，法律服务机构 5，其他 5，总计 5\n',
  );
});

test('rows that don’t fit, rows of nobody, declared rows, remarks in labels and heads, and comments between', () => {
  const text = `---
年度: 2022
附加行: 其他主动公开文件
---
二、主动公开政府信息情况
|第二十条第（一）项|本年新制作数量|本年新公开数量|对外公开总数量|
|规章|1|2|
|规范性文件|3|4|5|
|其他主动公开文件|6|7|8|
// 已与司法局核对
|公众号推送|62|
|第二十条第（五）项|上一年项目数量|本年增/减|处理决定数量|
|行政许可（含2个分局）|9|10|11|
|第二十条第（九）项|采购项目数量|采购总金额（元）|
|政府集中采购|12|13|
`;
  const [result = ''] = fixed('edition-mismatch', text);
  expect(result.split('\n').slice(15)).toEqual([
    '// 原规章（格数不对）：1，2',
    '// 原规范性文件：本年新制作数量 3，本年新公开数量 4，对外公开总数量 5',
    '// 原公众号推送：62',
    '// 原行政许可：行名原写作「行政许可（含2个分局）」',
    '// 原行政许可：上一年项目数量 9，本年增/减 10',
    '// 原表头：采购总金额（元）',
    '// 原政府集中采购：采购项目数量 12，采购总金额 13',
    '|其他主动公开文件|6|7|8|',
    '// 已与司法局核对',
    '',
  ]);
  expect(result).toContain('| 行政许可           |           11 |\n');
});
