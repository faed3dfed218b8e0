import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FormTable } from '../../server/src/forms/form.ts';
import { editionById, editions } from '../support/forms.ts';
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

  test('has the official size, and merges its heads and groups as the form does', async () => {
    const size = `${grid.length} rows × ${grid[0]?.length} columns, ${valuesOf(table).length} values`;
    await expect(`${size}\n\n${printed(table.layout)}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, `../expected/forms/${name.replace(' ', '-')}.layout.txt`),
    );
  });

  test('prints every label of a row and group once', () => {
    const heads = table.layout.flat().flatMap((cell) => cell.text ?? []);
    const labels = table.blocks.flatMap((block) => block.lines.map((line) => line.label));
    expect(labels.filter((label) => heads.filter((text) => text === label).length !== 1)).toEqual([]);
  });
});

function valuesOf(table: FormTable): readonly string[] {
  return table.blocks.flatMap(({ lines, columns }) =>
    lines.flatMap((line) => (line.kind === 'row' ? columns.map((column) => `${line.id}/${column}`) : [])),
  );
}

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
  const disclosure = editionById('2019')?.table('disclosure');
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
