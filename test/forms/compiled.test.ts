import { describe, expect, test } from 'vitest';
import { formsOf, standardForms } from '../../server/src/forms/index.ts';
import { ordinalOf } from '../../server/src/text/ordinals.ts';
import { editions, formTables } from '../support/forms.ts';

const named = editions.flatMap((form) => form.tables.map((table) => ({ name: `${form.id} ${table.id}`, table })));

describe.each(named)('the compiled table $name', ({ table }) => {
  const data = table.blocks.flatMap((block) => block.lines.map((line) => ({ line, block })));

  test('has every line of its blocks in order, each with its block and its groups', () => {
    expect(table.lines.map(({ line, block }) => ({ line, block }))).toEqual(data);
    for (const { line, block } of data) {
      expect(table.line(line.id)?.line).toBe(line);
      expect(table.blockOf(line.id)).toBe(block);
      const groups = table.groupsAbove(line.id);
      expect(groups.at(-1)?.id ?? null).toBe(line.parent);
      for (const [i, group] of groups.entries()) expect(group.parent).toBe(groups[i - 1]?.id ?? null);
    }
  });

  test('knows rows and groups apart', () => {
    const rows = data.filter(({ line }) => line.kind === 'row').map(({ line }) => line.id);
    expect(table.rows.map(({ row }) => row.id)).toEqual(rows);
    for (const { line } of data) {
      expect(table.row(line.id) === null).toBe(line.kind === 'group');
      expect(table.group(line.id) === null).toBe(line.kind === 'row');
    }
    expect([table.line('?'), table.row('?'), table.group('?'), table.column('?'), table.blockOf('?')]).toEqual(
      Array(5).fill(null),
    );
  });

  test('gives the rows under a group as those that stand under it or under a group of it', () => {
    for (const { line } of data.filter((each) => each.line.kind === 'group')) {
      const under = table.rows.filter(({ groups }) => groups.some(({ id }) => id === line.id)).map(({ row }) => row);
      expect(table.rowsUnder(line.id)).toEqual(under);
      expect(under.length).toBeGreaterThan(0);
    }
  });

  test('has a place for each row and column of its block', () => {
    const places = data.flatMap(({ line, block }) =>
      line.kind === 'row' ? block.columns.map((column, index) => `${line.id} ${column} ${index}`) : [],
    );
    expect(table.places.map(({ row, column, index }) => `${row.id} ${column.id} ${index}`)).toEqual(places);
  });

  test('has columns by id and by label', () => {
    for (const column of table.columns) {
      expect(table.column(column.id)).toBe(column);
      expect(table.columnLabelled(column.label)).toBe(column);
    }
    for (const block of table.blocks) expect(table.columnsOf(block).map(({ id }) => id)).toEqual(block.columns);
  });

  test('parts each label into ordinal and rest', () => {
    for (const { line, ordinal, bareLabel } of table.lines) expect((ordinal?.mark ?? '') + bareLabel).toBe(line.label);
  });

  test('makes what is derived of it once', () => {
    let made = 0;
    const derive = () => ++made;
    expect([table.derived(derive), table.derived(derive)]).toEqual([1, 1]);
    expect(table.layout).toBe(table.layout);
  });
});

test('only table 四 stands in one row without labels, its fifteen values in order', () => {
  expect(named.filter(({ table }) => table.wideRow.length > 0)).toEqual(
    named.filter(({ table }) => table.id === 'disputes'),
  );
  for (const table of formTables.filter(({ id }) => id === 'disputes')) expect(table.wideRow).toEqual(table.places);
});

test('the ordinals of a table’s labels tell how deep its lines stand', () => {
  const lines = editions[0]?.table('requests')?.lines ?? [];
  expect(lines.slice(0, 7).map(({ ordinal, bareLabel }) => `${ordinal?.level} ${ordinal?.value} ${bareLabel}`)).toEqual(
    [
      '1 1 本年新收政府信息公开申请数量',
      '1 2 上年结转政府信息公开申请数量',
      '1 3 本年度办理结果',
      '2 1 予以公开',
      '2 2 部分公开（区分处理的，只计这一情形，不计其他情形）',
      '2 3 不予公开',
      '3 1 属于国家秘密',
    ],
  );
});

test.each([
  ['一、总计', '一、', '一', 1],
  ['（十二）其他', '（十二）', '（十二）', 12],
  ['(三)其他', '(三)', '(三)', 3],
  ['3．其他', '3．', '3', 3],
  ['12、其他', '12、', '12', 12],
])('the ordinal of %s', (label, mark, name, value) => {
  expect(ordinalOf(label)).toMatchObject({ mark, name, value });
});

test.each(['总计', '第一项', '12件', '（其他）'])('no ordinal: %s', (label) => {
  expect(ordinalOf(label)).toBeNull();
});

test('the standard forms are made once, and forms without packs fit everybody', () => {
  expect(standardForms()).toBe(standardForms());
  const forms = formsOf();
  expect(forms.fitting('青禾镇人民政府', 2023)).toBe(forms);
  expect(forms.tables).toEqual(forms.all.flatMap(({ tables }) => tables));
});
