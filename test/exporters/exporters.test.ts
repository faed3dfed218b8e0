import { describe, expect, test } from 'vitest';
import { csv } from '../../server/src/exporters/csv.ts';
import { exporters, exportFormats, isPrinted } from '../../server/src/exporters/index.ts';
import { json } from '../../server/src/exporters/json.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { corpus } from '../support/corpus.ts';
import { newestEdition } from '../support/forms.ts';

const report = readReport(corpus[0]?.text ?? '');

describe('formats', () => {
  test('have ids of their own', () => {
    expect(new Set(exportFormats.map(({ id }) => id)).size).toBe(exportFormats.length);
  });

  test.each(exportFormats)('$id: has its texts in both languages, and an extension', (format) => {
    for (const { zh, en } of [format.title, format.description, format.details])
      expect([zh, en].every((text) => text.trim() !== '')).toBe(true);
    expect(format.extension).toMatch(/^\.[a-z]+$/);
  });

  test('printed ones are made of a page that another writes', () => {
    const printed = exportFormats.filter(isPrinted);
    expect(printed.length).toBeGreaterThan(0);
    for (const { via } of printed) expect(exporters).toContain(via);
  });

  test.each(exporters.flatMap((exporter) => (exporter.text && exporter.collection ? [exporter] : [])))(
    '$id: a collection of one says what the report alone says',
    (exporter) => {
      const { start, item, end } = exporter.collection ?? { start: '', item: () => '', end: '' };
      const collected = start + item(report) + end;
      if (exporter === json) expect(JSON.parse(collected)).toEqual([JSON.parse(exporter.write(report))]);
      else expect(collected).toBe(exporter.write(report));
    },
  );
});

const disputes = `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 1 |  | 无 | x | 1,000 |
| 复议后起诉 | 0 | 0 | 0 |
`;

function exportedOf(text: string) {
  return JSON.parse(json.write(readReport(text)));
}

describe('values', () => {
  test('are null where there is no number, and for a whole row whose values do not fit; a row that is absent is absent', () => {
    expect(exportedOf(disputes).values).toEqual({
      requests: {},
      disclosure: {},
      disputes: {
        reconsideration: [1, null, null, null, 1000],
        'litigation-after-reconsideration': [null, null, null, null, null],
      },
    });
  });

  test('are by column where the rows of a table have columns of their own', () => {
    const text =
      '二、主动公开政府信息情况\n\n| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 1 |  | 3 |\n| 第二十条第（五）项 | 本年处理决定数量 |\n| 行政许可 | 5 |\n';
    expect(exportedOf(text).values.disclosure).toEqual({
      regulations: { made: 1, repealed: null, 'in-force': 3 },
      licensing: { decisions: 5 },
    });
  });

  test('are those of the first table of a form', () => {
    expect(
      exportedOf(
        `${disputes}\n|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 9 | 9 | 9 | 9 | 9 |\n`,
      ).values.disputes.reconsideration[0],
    ).toBe(1);
  });
});

describe('sections', () => {
  test("are given in the order of the text, with an id where they are the form's, and with the heading as written", () => {
    const { sections } = exportedOf(
      '六、其他需要报告的事项：无。\n\n　　补充一句。\n一、总体情况\n七、工作思路\n明年再说。',
    );
    expect(sections).toEqual([
      { id: 'other', title: '六、其他需要报告的事项', text: '无。\n补充一句。' },
      { id: 'overview', title: '一、总体情况', text: '' },
      { id: null, title: '七、工作思路', text: '明年再说。' },
    ]);
  });

  test('have their prose, without comments and table rows; an escaped line without its backslash', () => {
    const { sections } = exportedOf(
      `五、存在的主要问题及改进情况\n// 备注\n（一）问题。有。\n\\# 不是标题\n1.第一\n\n${disputes}表后一句。\n`,
    );
    expect(sections.map(({ text }: { text: string }) => text)).toEqual([
      '（一）问题。有。\n# 不是标题\n1.第一',
      '表后一句。',
    ]);
  });

  test('keep a line of prose that holds a bar or a TAB', () => {
    expect(exportedOf('一、总体情况\n网站\t5条 | 微信 3条\n').sections[0].text).toBe('网站\t5条 | 微信 3条');
  });
});

describe('csv', () => {
  const recordsOf = (text: string) => csv.write(readReport(text)).trimEnd().split('\n');

  test('has a record for each value, with the line that it stands in', () => {
    expect(recordsOf(disputes).slice(0, 4)).toEqual([
      'body,year,edition,table,row,column,value,line',
      `,,${newestEdition.id},disputes,reconsideration,upheld,1,4`,
      `,,${newestEdition.id},disputes,reconsideration,corrected,,4`,
      `,,${newestEdition.id},disputes,reconsideration,other,,4`,
    ]);
  });

  test('quotes what would break a record', () => {
    expect(recordsOf(`---\n机关: 甲"乙",丙\n年度: 2023\n---\n${disputes}`)[1]).toBe(
      '"甲""乙"",丙",2023,2021,disputes,reconsideration,upheld,1,8',
    );
  });

  test('has an apostrophe before a text that a spreadsheet would take for a formula, and none before numbers', () => {
    const text = `---\n机关: =cmd|calc\n年度: 2023\n---\n${disputes.replace('| 1 |', '| -1 |')}`;
    expect(recordsOf(text)[1]).toBe("'=cmd|calc,2023,2021,disputes,reconsideration,upheld,-1,8");
  });

  test('is the header alone for a text without tables', () => {
    expect(recordsOf('')).toEqual(['body,year,edition,table,row,column,value,line']);
  });
});
