import { describe, expect, test } from 'vitest';
import { labelStyles } from '../../server/src/forms/labels.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { headerMarkup, rowMarkup, tableMarkup } from '../../server/src/report/markup.ts';
import { styleOf } from '../../server/src/report/written-labels.ts';
import { displayWidth } from '../../server/src/text/display-width.ts';
import { editionById, editions } from '../support/forms.ts';

const tables = editions.flatMap((edition) =>
  edition.tables.flatMap((table) =>
    labelStyles.map((style) => ({ name: `${edition.id} ${table.id}, ${style} labels`, edition, table, style })),
  ),
);

describe('a table as canonical markup', () => {
  test('is padded by display width, its values to the right', () => {
    const table = editionById('2021')?.tables.find(({ id }) => id === 'disclosure');
    if (!table) throw new Error('no table');
    expect(
      tableMarkup(table, 'official', (row, column) => (row === 'fees' ? '12.5' : column === 'made' ? '3' : '')),
    ).toBe(
      `| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章               |            3 |              |              |
| 行政规范性文件     |            3 |              |              |
| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可           |                  |
| 第二十条第（六）项 | 本年处理决定数量 |
| 行政处罚           |                  |
| 行政强制           |                  |
| 第二十条第（八）项 | 本年收费金额（单位：万元） |
| 行政事业性收费     |                       12.5 |`,
    );
  });

  test.each(tables.filter(({ style }) => style === 'short'))(
    '$name: no line is wider than 80 columns where values have four digits',
    ({ table, style }) => {
      const lines = tableMarkup(table, style, () => '1234').split('\n');
      for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    },
  );

  test.each(tables)('$name: in each block every row is as wide as the header', ({ table, style }) => {
    const textOf = (row: string) => (row.length % 2 === 0 ? '123456789012' : '');
    for (const block of table.blocks) {
      const width = displayWidth(headerMarkup(table, block, style, textOf));
      for (const line of block.lines) {
        const row = rowMarkup(table, block, line, style, textOf);
        if (line.kind === 'row') expect(displayWidth(row)).toBe(width);
        else expect(row.match(/\|/g)).toHaveLength(2);
      }
    }
  });

  test.each(tables)('$name: what is written is read again, every value in its place', ({ edition, table, style }) => {
    const section = edition.sections.find(({ id }) => id === table.section);
    const values = new Map<string, string>();
    const markup = tableMarkup(table, style, (row, column) => {
      const key = `${row} ${column}`;
      if (!values.has(key)) values.set(key, String(values.size + 1));
      return values.get(key) ?? '';
    });
    const text = `---\n格式: ${edition.id}\n---\n${'一二三四五六'[(section?.ordinal ?? 1) - 1]}、${section?.title}\n\n${markup}\n`;
    const report = readReport(text);
    const [bound] = report.tables;
    const read = [...(bound?.rows.values() ?? [])].flatMap((row) =>
      row.cells.map((cell): [string, string] => [`${row.row.id} ${cell.column.id}`, cell.text]),
    );
    expect(bound?.edition.id).toBe(edition.id);
    expect(new Map(read)).toEqual(values);
    expect(bound?.lines.filter(({ kind }) => kind === 'unknown')).toEqual([]);
    expect(bound && styleOf(bound, report, style)).toBe(style);
  });

  test.each(tables)('$name: blank, it has every row and no value', ({ edition, table, style }) => {
    const section = edition.sections.find(({ id }) => id === table.section);
    const text = `---\n格式: ${edition.id}\n---\n${'一二三四五六'[(section?.ordinal ?? 1) - 1]}、${section?.title}\n\n${tableMarkup(table, style)}\n`;
    const [bound] = readReport(text).tables;
    const rows = table.blocks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'row'));
    expect(bound?.rows.size).toBe(rows.length);
    for (const row of bound?.rows.values() ?? []) {
      expect(row.misfit).toBeNull();
      expect(row.cells.every((cell) => cell.reading.kind === 'blank')).toBe(true);
    }
  });
});
