import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentElement, DocumentTable } from '../../server/src/exporters/document.ts';
import { documentOf } from '../../server/src/exporters/document-of.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { corpus } from '../support/corpus.ts';
import { sampleForm } from '../support/forms.ts';
import { forms, official, shapeOf, tablesOf, valueText } from './support.ts';

const elementsOf = (text: string): readonly DocumentElement[] => documentOf(readReport(text)).elements;

/** An element in a line: `## 一、…`, `P（一）…。|…`, `1.|…`, `T`. */
function shown(element: DocumentElement): string {
  switch (element.kind) {
    case 'heading':
      return `${'#'.repeat(element.level)} ${element.text}`;
    case 'paragraph':
      return `${element.role === 'text' ? 'P' : element.role}|${element.lead ?? ''}|${element.text}`;
    case 'item':
      return `${element.mark}|${element.text}`;
    case 'table':
      return `T ${element.caption}`;
  }
}

const shownOf = (text: string): readonly string[] => elementsOf(text).map(shown);

/** Every place of the grid is covered once. */
function expectFullGrid({ rows, columnShares }: DocumentTable): void {
  const covered = rows.map(() => columnShares.map(() => 0));
  rows.forEach(({ cells }, y) => {
    for (const { column, colspan, rowspan } of cells) {
      for (let dy = 0; dy < rowspan; dy++) {
        for (let dx = 0; dx < colspan; dx++) {
          const line = covered[y + dy];
          if (line) line[column + dx] = (line[column + dx] ?? 0) + 1;
        }
      }
    }
  });
  expect(covered).toEqual(rows.map(() => columnShares.map(() => 1)));
  expect(columnShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
}

describe('a table of a form', () => {
  test.each(forms)('has the official form, whatever the source: $name', ({ table, text }) => {
    const [only, ...others] = tablesOf(text);
    expect(others).toEqual([]);
    expect(shapeOf(only?.rows.map(({ cells }) => cells) ?? [])).toEqual(official(table));
    if (only) expectFullGrid(only);
  });

  test.each(forms)('knows the place of each value in the form and in the source: $name', ({ table, text }) => {
    const cells = tablesOf(text).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const values = cells.filter(({ kind }) => kind === 'value');
    expect(values).toHaveLength(table.layout.flat().filter(({ value }) => value).length);
    for (const { place, span, text: shownText, value } of values) {
      expect(shownText).toBe(valueText(table)(place?.row ?? '', place?.column ?? ''));
      expect(text.slice(span?.start, span?.end)).toBe(shownText);
      expect(value).toBe(Number(shownText));
    }
  });

  const head = '四、政府信息公开行政复议、行政诉讼情况\n\n| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n';
  const lastRow = (text: string) =>
    tablesOf(text)[0]
      ?.rows[3]?.cells.map((cell) => `${cell.text}×${cell.colspan}`)
      .join(' ');

  test('is whole where rows are missing or blank: their values are blank', () => {
    expect(lastRow(`${head}| 行政复议 | 1 | | 无 | 0 | 1 |\n`)).toBe(
      '1×1 ×1 无×1 0×1 1×1 ×1 ×1 ×1 ×1 ×1 ×1 ×1 ×1 ×1 ×1',
    );
  });

  test('shows values whose count is wrong together, under no column', () => {
    expect(lastRow(`${head}| 行政复议 | 1 | 2 | 3 |\n| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |\n`)).toBe(
      '1 | 2 | 3×5 0×1 0×1 0×1 0×1 0×1 ×1 ×1 ×1 ×1 ×1',
    );
  });

  test('has the labels as written where they are not the official ones', () => {
    const text =
      '二、主动公开政府信息情况\n\n| 第二十条第（一）项 | 本年制发数 | 本年度止件数 | 现行有效件数 |\n| 规 章 | 0 | 0 | 0 |\n| 规范性文件 | 1 | 0 | 3 |\n';
    const texts = tablesOf(text)[0]
      ?.rows.slice(0, 4)
      .map(({ cells }) => cells.map((cell) => cell.text));
    expect(texts).toEqual([
      ['第二十条第（一）项'],
      ['信息内容', '本年制发数', '本年废止件数', '现行有效件数'],
      ['规章', '0', '0', '0'],
      ['规范性文件', '1', '0', '3'],
    ]);
  });
});

describe('a row that the form does not have', () => {
  const { text } = forms.find(({ name }) => name === '2021 requests as canonicalRows') ?? { text: '' };
  const rowsUnder = (group: string) => sampleForm.table('requests')?.rowsUnder(group) ?? [];
  const [outcomes, refused] = [rowsUnder('outcomes').length, rowsUnder('refused').length];
  const last = rowsUnder('refused').at(-1);
  const [written, printed] = [last?.short ?? '', last?.label ?? ''];
  const withRow = (after: string, row: string): string =>
    text.replace(new RegExp(`^\\| ${after.replaceAll('.', '\\.')}.*$`, 'm'), `$&\n${row}`);
  const around = (source: string, label: string) => {
    const [table] = tablesOf(source);
    if (!table) throw new Error('no table');
    expectFullGrid(table);
    const at = table.rows.findIndex(({ cells }) => cells.some((cell) => cell.text === label));
    return {
      cells: table.rows[at]?.cells.map(({ text: of, column, colspan }) => `${column}:${of}×${colspan}`).join(' '),
      above: table.rows[at - 1]?.cells.map((cell) => cell.text)[0],
      groups: table.rows.flatMap(({ cells }) =>
        cells.filter((cell) => cell.scope === 'rowgroup').map((cell) => `${cell.text}↓${cell.rowspan}`),
      ),
    };
  };

  test('stands where it is written, in the group that its ordinal puts it in', () => {
    const label = `${refused + 1}.其他不予公开`;
    const found = around(withRow(written, `| ${label} | 1 | 2 | 3 | 4 | 5 | 6 | 7 |`), label);
    expect(found.cells).toBe(`2:${label}×1 3:1×1 4:2×1 5:3×1 6:4×1 7:5×1 8:6×1 9:7×1`);
    expect(found.above).toBe(printed);
    expect(found.groups.slice(0, 2)).toEqual([`三、本年度办理结果↓${outcomes + 1}`, `（三）不予公开↓${refused + 1}`]);
  });

  test('ends a group whose rank its ordinal has', () => {
    const found = around(withRow(written, '| （八）另行处理 | 12 |'), '（八）另行处理');
    expect(found.cells).toBe('1:（八）另行处理×2 3:12×7');
    expect(found.groups.slice(0, 2)).toEqual([`三、本年度办理结果↓${outcomes + 1}`, `（三）不予公开↓${refused}`]);
  });

  test('at the end is below the table', () => {
    const found = around(withRow('四、结转下年度', '| 五、主动公开 | 62 | 条 |'), '五、主动公开');
    expect(found.cells).toBe('0:五、主动公开×3 3:62 | 条×7');
    expect(found.groups[0]).toBe(`三、本年度办理结果↓${outcomes}`);
  });

  test('is also one that stands there a second time, and a group with values', () => {
    const source = withRow('3.其他 ', '| （七）总计 | 9 | 9 | 9 | 9 | 9 | 9 | 9 |').replace(
      /^\| （四）无法提供.*$/m,
      '| （四）无法提供 | 5 | | | | | | 5 |',
    );
    const [table] = tablesOf(source);
    if (table) expectFullGrid(table);
    const labels = table?.rows.flatMap(({ cells }) => cells.map((cell) => cell.text)) ?? [];
    expect(labels.filter((label) => label === '（七）总计')).toHaveLength(2);
    expect(labels).toContain('5 | 5');
  });

  test('in a form without label columns has a row for itself', () => {
    const { text: disputes } = forms.find(({ name }) => name === '2021 disputes as barRows') ?? { text: '' };
    const [table] = tablesOf(`${disputes.trimEnd()}\n| 备注 | 3 |\n`);
    if (table) expectFullGrid(table);
    expect(table?.rows.at(-1)?.cells.map((cell) => `${cell.text}×${cell.colspan}`)).toEqual(['备注×5', '3×10']);
  });
});

describe('text', () => {
  test('has headings with their ordinals, and titles that lead a paragraph apart from it', () => {
    expect(
      shownOf(
        '一、总体情况\n（一）主动公开。全年10条。\n(二) 依申请公开：无。\n（三）政府信息管理\n办法两个。\n1.先后\n\\# 井号\n',
      ),
    ).toEqual([
      '## 一、总体情况',
      'P|（一）主动公开。|全年10条。',
      'P|(二)依申请公开：|无。',
      '### （三）政府信息管理',
      'P||办法两个。',
      '1.|先后',
      'P||# 井号',
    ]);
  });

  test('leaves a sub-heading that is a sentence in its paragraph', () => {
    const sentence = '（一）镇党政办公室牵头建立了从起草到发布的全流程公开审核制度，责任到人。效果较好。';
    expect(shownOf(`一、总体情况\n${sentence}\n`)).toEqual(['## 一、总体情况', `P||${sentence}`]);
  });

  test('leaves out comments and suppressions', () => {
    expect(shownOf('一、总体情况\n// 备注\n// nianbao-ignore empty-section: 已核\n正文。')).toEqual([
      '## 一、总体情况',
      'P||正文。',
    ]);
  });

  test('knows the date below the title, and body and date at the end', () => {
    const text =
      '# 青禾镇2023年政府信息公开工作年度报告\n（2024年1月20日）\n一、总体情况\n正文。\n青禾镇人民政府\n2024年1月20日\n';
    expect(shownOf(text)).toEqual([
      'dateline||（2024年1月20日）',
      '## 一、总体情况',
      'P||正文。',
      'signature||青禾镇人民政府',
      'signature||2024年1月20日',
    ]);
  });

  test('has text on the line of a heading as a paragraph', () => {
    expect(shownOf('六、其他需要报告的事项：无。')).toEqual(['## 六、其他需要报告的事项', 'P||无。']);
  });

  test('has the title as written, else one of body and year', () => {
    expect(documentOf(readReport('# 某某2023年年报\n')).title).toEqual({
      text: '某某2023年年报',
      lines: ['某某2023年年报'],
      span: { start: 2, end: 11 },
    });
    expect(documentOf(readReport('---\n机关: 青禾镇人民政府\n年度: 2023\n---\n')).title).toEqual({
      text: '青禾镇人民政府2023年政府信息公开工作年度报告',
      lines: ['青禾镇人民政府', '2023年政府信息公开工作年度报告'],
      span: null,
    });
  });
});

describe('rows that no form has', () => {
  test('are plain tables, a row alone in prose is prose', () => {
    expect(shownOf('一、总体情况\n| 甲 | 乙 |\n| 1 | 2 | 3 |\n正文。\n网站\t5条\n')).toEqual([
      '## 一、总体情况',
      'T null',
      'P||正文。',
      'P||网站\t5条',
    ]);
    const [table] = tablesOf('一、总体情况\n| 甲 | 乙 |\n| 1 | 2 | 3 |\n');
    if (table) expectFullGrid(table);
  });

  test('of a torn table are paragraphs', () => {
    const { text } = corpus.find(({ name }) => name === 'corpus/2021-cell-paragraphs') ?? { text: '' };
    expect(tablesOf(text)).toEqual([]);
    expect(shownOf(text)).toContain('P||本年制发件数');
  });

  test('of which each has one text are paragraphs: a torn table outside its part', () => {
    expect(shownOf('七、附表\n| 甲 |\n||||\n| 1 |\n')).toEqual(['## 七、附表', 'P||甲', 'P||1']);
  });

  test('of the page around the report are left out and named, never a sentence', () => {
    const page =
      '| 索引号： | 0012 | 发布日期 | 2024-01-20 |\n发布日期：2024-01-20\n浏览次数：30\n# 青禾镇2023年政府信息公开工作年度报告\n来源：本报告由镇党政办公室编写。\n';
    const { elements, omissions } = documentOf(readReport(`${page}一、总体情况\n正文。\n上一篇：无\n附件：统计表\n`));
    expect(elements.map(shown)).toEqual([
      'P||来源：本报告由镇党政办公室编写。',
      '## 一、总体情况',
      'P||正文。',
      'P||附件：统计表',
    ]);
    expect(omissions.map(({ text }) => text)).toEqual([
      '索引号：　0012　发布日期　2024-01-20',
      '发布日期：2024-01-20',
      '浏览次数：30',
      '上一篇：无',
    ]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...corpus.slice(0, 6).flatMap(({ text }) => text.split('\n')),
    '---',
    '|',
    '||||',
    '\t',
    '# 标题',
    '| 一 | 2 |',
    '（一）',
    '1.',
    '\\|',
    '// x',
    '| （七）总计 | 1 |',
    '| 甲 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |',
  );

  test('gives a document whose tables are full grids', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (lines) => {
        const text = lines.join('\n');
        for (const table of tablesOf(text)) expectFullGrid(table);
      }),
      { numRuns: 300 },
    );
  });

  test.each(corpus)('loses no number of a table: $name', ({ text }) => {
    const report = readReport(text);
    const shownTexts = tablesOf(text)
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell.text)))
      .join('\n');
    for (const table of report.tables) {
      for (const line of table.lines) {
        if (line.kind === 'header') continue;
        const short = 'labels' in line ? line.labels.filter(({ match }) => match === 'short') : [];
        for (const cell of line.line.cells) {
          const text = short.find((label) => label.cell === cell)?.definition.label ?? cell.text;
          if (/\d/.test(text)) expect(shownTexts).toContain(text);
        }
      }
    }
  });
});
