import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LabelStyle, labelStyles } from '../../server/src/forms/labels.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { formatting } from '../../server/src/report/format.ts';
import { tableMarkup } from '../../server/src/report/markup.ts';
import { relabelling } from '../../server/src/report/relabel.ts';
import { Revision } from '../../server/src/text/edit.ts';
import { editions } from '../support/forms.ts';
import { barRows, gridRows, type Shape, tabRows } from '../support/shapes.ts';

const tables = editions.flatMap((edition) => edition.tables.map((table) => ({ edition, table })));
const shapes: readonly Shape[] = [
  (table, textOf) => tableMarkup(table, 'short', textOf),
  (table, textOf) => tableMarkup(table, 'official', textOf),
  barRows,
  gridRows,
  tabRows,
];

function relabelled(text: string, style: LabelStyle): string {
  return Revision.of(text).with(readReport(text).tables.flatMap((table) => relabelling(table, style))).text;
}

function formatted(text: string): string {
  return Revision.of(text).with(formatting(readReport(text))).text;
}

/** All that is read of the tables but how labels are written. */
function read(text: string): unknown {
  return readReport(text).tables.map(({ edition, lines }) => [
    edition.id,
    lines.map((line) =>
      line.kind === 'value'
        ? [line.row.id, line.cells.map((cell) => cell.text)]
        : line.kind === 'group'
          ? line.group.id
          : line.kind,
    ),
  ]);
}

const section = { disclosure: '二、主动公开政府信息情况', requests: '三、收到和处理政府信息公开申请情况' } as const;
const headings: Readonly<Record<string, string>> = { ...section, disputes: '四、政府信息公开行政复议、行政诉讼情况' };

const reports = fc
  .tuple(
    fc.constantFrom(...tables),
    fc.constantFrom(...shapes),
    fc.array(fc.constantFrom('0', '12', '', '1,234', '件'), { minLength: 11, maxLength: 11 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom(
      '',
      '// 批注 | 1.属于国家秘密',
      '| 其他主动公开文件 | 6 | 7 |',
      '1.属于国家秘密和1.国家秘密都是正文。',
    ),
  )
  .map(([{ edition, table }, shape, values, eol, extra]) => {
    const textOf = (row: string, column: string): string => values[(row.length * 7 + column.length * 3) % 11] ?? '';
    const lines = [`---\n年度: ${edition.years.first}\n---\n${headings[table.id]}\n`, shape(table, textOf), extra];
    return lines.join('\n').replaceAll('\n', eol);
  });

describe('labels of another style', () => {
  test('change nothing but labels, and are written once', () => {
    fc.assert(
      fc.property(reports, fc.constantFrom(...labelStyles), (text, style) => {
        const result = relabelled(text, style);
        expect(read(result)).toEqual(read(text));
        expect(relabelled(result, style)).toBe(result);
        const rows = new Set(readReport(text).tables.flatMap(({ lines }) => lines.map(({ line }) => line.number)));
        const others = (of: string) => of.split('\n').filter((_, number) => !rows.has(number));
        expect(others(result)).toEqual(others(text));
      }),
      { numRuns: 300 },
    );
  });

  test.each(tables)('$edition.id $table.id: each style from the other', ({ edition, table }) => {
    const text = (style: LabelStyle) =>
      `---\n年度: ${edition.years.first}\n---\n${headings[table.id]}\n\n${tableMarkup(table, style, () => '1234')}\n`;
    expect(formatted(relabelled(text('short'), 'official'))).toBe(text('official'));
    expect(formatted(relabelled(text('official'), 'short'))).toBe(text('short'));
  });

  test('neither misspelt labels nor other wordings, nor those that differ in spacing, width or quotes alone', () => {
    const text = `三、收到和处理政府信息公开申请情况
| 项目 | 自然人 | 商业 企业 | 科研单位 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 3.危及"三安全一稳定" | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 5.属于三类内部事物信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`;
    expect(relabelled(text, 'official')).toBe(text);
    expect(relabelled(text, 'short')).toBe(`三、收到和处理政府信息公开申请情况
| 项目 | 自然人 | 企业 | 科研单位 | 公益 | 法律服务 | 其他 | 总计 |
| 3.三安全一稳定 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 5.属于三类内部事物信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`);
  });

  test('the corner of the official form, and back that of the canonical one', () => {
    const text = `三、收到和处理政府信息公开申请情况
| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 自然人 |
`;
    expect(relabelled(text, 'official')).toBe(text);
    const short = relabelled(text, 'short');
    expect(short).toContain('| 表三 | 自然人 |');
    expect(relabelled(short, 'official')).toContain(
      '| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 |',
    );
  });
});
