import { describe, expect, test } from 'vitest';
import type { FormTable } from '../../server/src/forms/form.ts';
import { editions } from '../support/forms.ts';
import { expanded, printed } from './expanded.ts';

const tables = editions.flatMap((edition) =>
  edition.tables.map((table) => ({ name: `${edition.id} ${table.id}`, table })),
);

describe.each(tables)('the official layout of $name', ({ name, table }) => {
  const grid = expanded(table.layout);

  test('is a rectangle without holes', () => {
    const width = Math.max(...grid.map((line) => line.length));
    expect(grid.filter((line) => line.length !== width || line.includes(undefined))).toEqual([]);
  });

  test('holds every value of the table once', () => {
    const places = table.layout
      .flat()
      .flatMap((cell) => (cell.value ? [`${cell.value.row}/${cell.value.column}`] : []));
    expect([...places].sort()).toEqual([...valuesOf(table)].sort());
  });

  test('says of every printed cell what it heads, and of no value', () => {
    expect(table.layout.flat().filter((cell) => (cell.text === undefined) !== (cell.value !== undefined))).toEqual([]);
    expect(table.layout.flat().filter((cell) => (cell.text === undefined) !== (cell.scope === undefined))).toEqual([]);
  });

  test('has the official size', () => {
    const size = `${grid.length} rows × ${grid[0]?.length} columns, ${valuesOf(table).length} values`;
    expect(size).toBe(officialSizes[name]);
  });

  test('prints every label of a row and group once', () => {
    const heads = table.layout.flat().flatMap((cell) => cell.text ?? []);
    const labels = table.blocks.flatMap((block) => block.lines.map((line) => line.label));
    expect(labels.filter((label) => heads.filter((text) => text === label).length !== 1)).toEqual([]);
  });
});

const officialSizes: Readonly<Record<string, string>> = {
  '2021 disclosure': '14 rows × 4 columns, 10 values',
  '2021 requests': '28 rows × 10 columns, 175 values',
  '2021 disputes': '4 rows × 15 columns, 15 values',
  '2019 disclosure': '18 rows × 4 columns, 22 values',
  '2019 requests': '26 rows × 10 columns, 161 values',
  '2019 disputes': '4 rows × 15 columns, 15 values',
};

function valuesOf(table: FormTable): readonly string[] {
  return table.blocks.flatMap(({ lines, columns }) =>
    lines.flatMap((line) => (line.kind === 'row' ? columns.map((column) => `${line.id}/${column}`) : [])),
  );
}

test('table 三 merges its heads and groups as the form does', () => {
  const requests = editions[0]?.tables.find((table) => table.id === 'requests');
  const lines = printed(requests?.layout ?? [])
    .replace(/( \| [\w.-]+\/[\w-]+)+/g, ' | …')
    .split('\n');
  expect([...lines.slice(0, 8), ...lines.slice(-5)].join('\n')).toBe(
    `
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）×3×3 | 申请人情况×7×1
自然人×1×2 | 法人或其他组织×5×1 | 总计×1×2
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他
一、本年新收政府信息公开申请数量×3×1 | …
二、上年结转政府信息公开申请数量×3×1 | …
三、本年度办理结果×1×22 | （一）予以公开×2×1 | …
（二）部分公开（区分处理的，只计这一情形，不计其他情形）×2×1 | …
（三）不予公开×1×8 | 1.属于国家秘密 | …
（六）其他处理×1×3 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | …
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | …
3.其他 | …
（七）总计×2×1 | …
四、结转下年度继续办理×3×1 | …`.trim(),
  );
});

test('table 四 stands as one row of fifteen', () => {
  const disputes = editions[0]?.tables.find((table) => table.id === 'disputes');
  expect(printed((disputes?.layout ?? []).slice(0, 3))).toBe(
    `
行政复议×5×1 | 行政诉讼×10×1
结果维持×1×2 | 结果纠正×1×2 | 其他结果×1×2 | 尚未审结×1×2 | 总计×1×2 | 未经复议直接起诉×5×1 | 复议后起诉×5×1
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计`.trim(),
  );
});

test('table 二 of 2019 stretches the last column of a short block', () => {
  const disclosure = editions[1]?.tables.find((table) => table.id === 'disclosure');
  expect(printed((disclosure?.layout ?? []).slice(-6))).toBe(
    `
第二十条第（八）项×4×1
信息内容 | 上一年项目数量 | 本年增/减×2×1
行政事业性收费 | fees/items-before | fees/items-change×2×1
第二十条第（九）项×4×1
信息内容 | 采购项目数量 | 采购总金额×2×1
政府集中采购 | procurement/projects | procurement/amount×2×1`.trim(),
  );
});
