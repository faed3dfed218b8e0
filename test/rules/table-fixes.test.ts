import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { fixesOf } from '../../server/src/rules/engine/fix-all.ts';
import type { Rule } from '../../server/src/rules/engine/rule.ts';
import { ownEdits } from '../../server/src/rules/engine/rule.ts';
import { ruleByCode, rulesWithTexts as rules } from '../../server/src/rules/index.ts';
import { edited, fixed, offered } from '../support/fixes.ts';
import { readFixture } from '../support/fixture.ts';
import { sampleForm } from '../support/forms.ts';
import { remark, unmark } from '../support/marks.ts';

const fixtures = join(import.meta.dirname, '../fixtures/rules');
const mine = rules.filter(({ group }) => group === 'tables' || group === 'citations');
const title = '# 青禾镇2023年政府信息公开工作年度报告\n\n';
const part2 = '二、主动公开政府信息情况\n\n';
const part4 = '四、政府信息公开行政复议、行政诉讼情况\n\n';
const heads4 = '|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n';

function findingsOf(rule: Rule, text: string) {
  return check(subjectOf(readReport(text))).findings.filter(({ code }) => code === rule.code);
}

describe.each(mine.map((rule): [string, Rule] => [rule.code, rule]))('%s', (code, rule) => {
  test('its examples are what the rule finds', () => {
    for (const example of [rule.example.wrong, rule.example.right]) {
      const { text, expected } = unmark(example);
      expect(remark(text, findingsOf(rule, text))).toBe(remark(text, expected));
      expect(expected.length > 0).toBe(example === rule.example.wrong);
    }
  });

  const files = readdirSync(join(fixtures, code)).filter((file) => file.startsWith('fires'));
  test.each(files)('a certain fix mends its finding and makes no other: %s', (file) => {
    const { text } = readFixture(readFileSync(join(fixtures, code, file), 'utf8'));
    const report = readReport(text);
    for (const finding of findingsOf(rule, text)) {
      for (const fix of fixesOf(finding)) {
        expect(fix.edits.length).toBeGreaterThan(0);
        const after = edited(text, ownEdits(fix));
        expect(findingsOf(rule, after).length).toBe(findingsOf(rule, text).length - 1);
        if (!fix.certain) continue;
        expect(check(subjectOf(readReport(after))).findings.length).toBeLessThan(
          check(subjectOf(report)).findings.length,
        );
      }
    }
  });

  test('says everything in both languages', () => {
    const files = readdirSync(join(fixtures, code)).filter((file) => file.startsWith('fires'));
    for (const file of files) {
      const { text } = readFixture(readFileSync(join(fixtures, code, file), 'utf8'));
      for (const finding of findingsOf(rule, text)) {
        const fixes = fixesOf(finding);
        const texts = [
          finding.message(),
          ...finding.related().map(({ message }) => message()),
          ...fixes.map((fix) => fix.title),
        ];
        for (const { zh, en } of texts) expect([zh, en].join()).not.toMatch(/undefined|NaN|null|^,|,$/);
      }
    }
  });
});

describe('missing-table', () => {
  test('inserts the blank table below the heading, with the line breaks of the text', () => {
    const [after = ''] = fixed('missing-table', `${title}${part4}无。\n`.replaceAll('\n', '\r\n'));
    expect(after).not.toMatch(/[^\r]\n/);
    expect(after.replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
      "# 青禾镇2023年政府信息公开工作年度报告

      四、政府信息公开行政复议、行政诉讼情况

      | 表四             | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
      | 行政复议         |          |          |          |          |      |
      | 未经复议直接起诉 |          |          |          |          |      |
      | 复议后起诉       |          |          |          |          |      |

      无。
      "
    `);
  });
});

describe('missing-row', () => {
  test('inserts the rows blank in their place', () => {
    expect(fixed('missing-row', `${title}${part4}${heads4}| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n`)).toMatchInlineSnapshot(`
      [
        "# 青禾镇2023年政府信息公开工作年度报告

      四、政府信息公开行政复议、行政诉讼情况

      |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
      | 行政复议 | 0 | 0 | 0 | 0 | 0 |
      | 未经复议直接起诉 |          |          |          |          |      |
      | 复议后起诉       |          |          |          |          |      |
      ",
      ]
    `);
  });

  test('writes the header of a block and the row of a group that are missing with them', () => {
    const disclosure = fixed(
      'missing-row',
      `${title}${part2}| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n`,
    );
    expect(disclosure).toMatchInlineSnapshot(`
      [
        "# 青禾镇2023年政府信息公开工作年度报告

      二、主动公开政府信息情况

      | 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
      | 规章 | 0 | 0 | 0 |
      | 行政规范性文件     |              |              |              |
      | 第二十条第（五）项 | 本年处理决定数量 |
      | 行政许可           |                  |
      | 第二十条第（六）项 | 本年处理决定数量 |
      | 行政处罚           |                  |
      | 行政强制           |                  |
      | 第二十条第（八）项 | 本年收费金额（单位：万元） |
      | 行政事业性收费     |                            |
      ",
      ]
    `);
    const labels = (text: string) => text.split('\n').map((line) => line.replace(/^\| ([^|]*?) +\|.*$/, '$1'));
    const zeros = '0 | '.repeat(7);
    const present = [
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '（一）予以公开',
      '（七）总计',
    ];
    const rows = present.map((label) => `| ${label} | ${zeros}\n`).join('');
    const [requests = ''] = fixed('missing-row', `${title}三、收到和处理政府信息公开申请情况\n\n${rows}`);
    const form = sampleForm.tables.find(({ id }) => id === 'requests')?.blocks.flatMap(({ lines }) => lines) ?? [];
    const inForm = form.map(({ label }) => label);
    const start = inForm.indexOf('（一）予以公开');
    const between = inForm.slice(start, inForm.indexOf('（七）总计') + 1);
    expect(
      labels(requests)
        .filter((line) => line !== '')
        .slice(2),
    ).toEqual([...inForm.slice(0, 2), ...between]);
  });

  test('offers to rename a row that stands in the place of the missing one', () => {
    const [renamed] = fixed(
      'missing-row',
      `${title}${part4}${heads4}| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n| 首次起诉 | 1 | 0 | 0 | 0 | 1 |\n| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |\n`,
    );
    expect(renamed).toContain('| 未经复议直接起诉 | 1 | 0 | 0 | 0 | 1 |');
  });

  test.each([
    ['has lost its label', '|  | 1 | 0 | 0 | 0 | 1 |'],
    ['still has the label of the row above', '| 行政复议 | 1 | 0 | 0 | 0 | 1 |'],
  ])('offers to label a row in its place that %s', (_what, row) => {
    const [labelled] = fixed(
      'missing-row',
      `${title}${part4}${heads4}| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n${row}\n| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |\n`,
    );
    expect(labelled).toContain('| 未经复议直接起诉 | 1 | 0 | 0 | 0 | 1 |');
  });
});

describe('unknown-row', () => {
  const rows = '| 第二十条第（五）项 | 本年处理决定数量 |\n| 行政许可 | 0 |\n| 其他对外便民事项 | 3 |\n';

  test('declares the row in a front matter of its own', () => {
    expect(fixed('unknown-row', `${title}${part2}${rows}`)).toEqual([
      `---\n附加行: 其他对外便民事项\n---\n${title}${part2}${rows}`,
    ]);
  });

  test('adds it to the front matter that is there', () => {
    expect(fixed('unknown-row', `---\n年度: 2023\n---\n${title}${part2}${rows}`)).toEqual([
      `---\n年度: 2023\n附加行: 其他对外便民事项\n---\n${title}${part2}${rows}`,
    ]);
  });
});

describe('duplicate-row', () => {
  test('deletes the second of two identical rows, also at the end of the text', () => {
    const row = '| 行政复议 | 0 | 0 | 0 | 0 | 0 |';
    expect(fixed('duplicate-row', `${title}${part4}${heads4}${row}\n${row}`)).toEqual([
      `${title}${part4}${heads4}${row}`,
    ]);
  });

  test('offers nothing where the values differ', () => {
    const rows = '| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n';
    expect(offered('duplicate-row', `${title}${part4}${heads4}${rows}`)).toEqual([]);
  });
});

describe('row-order', () => {
  test('moves the rows with their values', () => {
    const [a, b, c] = ['行政复议', '未经复议直接起诉', '复议后起诉'].map(
      (label, i) => `| ${label} | ${i} | 0 | 0 | 0 | ${i} |\n`,
    );
    expect(fixed('row-order', `${title}${part4}${heads4}${b}${c}${a}`)).toEqual([
      `${title}${part4}${heads4}${a}${b}${c}`,
    ]);
  });

  test('offers nothing where a group stands on the line that moves', () => {
    const zeros = '| 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n';
    const text = `${title}三、收到和处理政府信息公开申请情况\n\n| 2.其他法律行政法规禁止公开 ${zeros}| 3.危及“三安全一稳定” ${zeros}| （三）不予公开 | 1.属于国家秘密 ${zeros}`;
    expect(offered('row-order', text)).toEqual([]);
  });
});

describe('column-label', () => {
  test('writes all heads of the header', () => {
    expect(
      fixed(
        'column-label',
        `${title}${part4}|  | 维持 | 结果纠正 | 其他 | 尚未 | 合计 |\n| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n`,
      ),
    ).toEqual([`${title}${part4}${heads4}| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n`]);
  });
});

describe('blank-cell', () => {
  test('names a column that is left out, and fills it by the relations where they leave one value', () => {
    const text = readFileSync(join(fixtures, 'blank-cell/fires-column-of-totals.nianbao'), 'utf8');
    const report = unmark(text).text;
    expect(findingsOf(ruleByCode('blank-cell') as Rule, report)[0]?.message().zh).toBe(
      '表三「总计」一栏有 25 行没有填数；没有发生的填 0',
    );
    expect(fixed('blank-cell', report)[0]).toContain('| （七）总计 | 6 | 1 | 0 | 0 | 1 | 0 | 8 |');
  });

  const rowOf = (text: string) => text.split('\n').at(-2);

  test('writes what the relations leave, or 0', () => {
    const text = `${title}${part4}${heads4}| 行政复议 | 2 |   | 1 | 0 | 5 |\n`;
    expect(fixed('blank-cell', text).map(rowOf)).toEqual([
      '| 行政复议 | 2 | 2 | 1 | 0 | 5 |',
      '| 行政复议 | 2 | 0 | 1 | 0 | 5 |',
    ]);
    expect(findingsOf(ruleByCode('blank-cell') as Rule, text)[0]?.message().zh).toMatchInlineSnapshot(
      `"表四 行政复议：结果纠正没有填数，按勾稽关系应为 2"`,
    );
  });

  test.each([
    [
      'a total that the relations give',
      '| 行政复议 | 2 | | | | |',
      ['3 格填 0，合计 1 格按勾稽关系填', '| 行政复议 | 2 | 0 | 0 | 0 | 2 |'],
    ],
    ['a total of nothing', '| 行政复议 | | | | | |', ['5 格都填 0', '| 行政复议 | 0 | 0 | 0 | 0 | 0 |']],
    [
      'a total of what isn’t known',
      '| 行政复议 | 乙 | 0 | 1 | | |',
      ['1 格填 0，合计 1 格留空', '| 行政复议 | 乙 | 0 | 1 | 0 | |'],
    ],
  ])('a fill of many cells with 0 leaves totals alone: %s', (_, row, expected) => {
    const text = `${title}${part4}${heads4}${row}\n`;
    const spaced = (line = '') => line.replace(/ +/g, ' ');
    const fixes = offered('blank-cell', text);
    expect([fixes.at(-1)?.title.zh, spaced(rowOf(fixed('blank-cell', text).at(-1) ?? ''))]).toEqual(expected);
  });

  test('a row of totals gets no 0', () => {
    const zeros = '| 0 | 0 | 0 | 0 | 0 | 0 | 0 |';
    const row = '| （七）总计 | | | | | | | |\n';
    const text = `${title}三、收到和处理政府信息公开申请情况\n\n| （一）予以公开 ${zeros}\n${row}`;
    expect(offered('blank-cell', text)).toEqual([]);
  });

  test('keeps the width of an empty place, and TABs', () => {
    const bars = `${title}${part4}${heads4}| 行政复议 |          |        0 | 0 | 0 | 3 |\n`;
    expect(fixed('blank-cell', bars).map(rowOf)).toEqual([
      '| 行政复议 |        3 |        0 | 0 | 0 | 3 |',
      '| 行政复议 |        0 |        0 | 0 | 0 | 3 |',
    ]);
    const tabs = `${title}${part4}${heads4}行政复议\t0\t\t0\t0\t0\n`;
    expect(fixed('blank-cell', tabs).map(rowOf)).toEqual(['行政复议\t0\t0\t0\t0\t0']);
  });

  test('names no value where the relations leave none that is possible', () => {
    const text = `${title}${part4}${heads4}| 行政复议 | 9 | / | 1 | 0 | 5 |\n`;
    expect(fixed('blank-cell', text).map(rowOf)).toEqual(['| 行政复议 | 9 | 0 | 1 | 0 | 5 |']);
  });

  test('fills a whole table', () => {
    const text = `${title}${part4}${heads4}| 行政复议 | | | | | |\n| 复议后起诉 | / | / | / | / | / |\n`;
    expect(fixed('blank-cell', text).map((after) => after.split('\n').slice(-3, -1))).toEqual([
      ['| 行政复议 | 0 | 0 | 0 | 0 | 0 |', '| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |'],
    ]);
  });
});

describe('cell-count', () => {
  test('says which number was split where one way alone mends the row', () => {
    const messageOf = (row: string) =>
      findingsOf(ruleByCode('cell-count') as Rule, `${title}${part4}${heads4}| 行政复议 ${row}\n`)[0]?.message().zh;
    expect(messageOf('| 1 | 0 | 2 | 0 | 0 | 12 |')).toMatchInlineSnapshot(
      `"表四 行政复议：应有 5 个数，现有 6 个；可能是 10 被拆成了两格"`,
    );
    expect(messageOf('| 0 | 0 | 0 | 0 | 0 | 0 |')).toMatchInlineSnapshot(`"表四 行政复议：应有 5 个数，现有 6 个"`);
    expect(messageOf('| 0 | 0 | 0 |')).toMatchInlineSnapshot(`"表四 行政复议：应有 5 个数，现有 3 个"`);
  });
});

describe('row-label', () => {
  test('of many labels without numbers, one fix writes all', () => {
    const file = join(fixtures, 'row-label', 'fires-many-without-numbers.nianbao');
    const { text } = unmark(readFileSync(file, 'utf8'));
    const [finding, ...others] = check(subjectOf(readReport(text))).findings.filter(({ code }) => code === 'row-label');
    expect(others).toEqual([]);
    expect(finding?.message()).toEqual({
      zh: '表三有 18 个行名没有写序号，如「属于国家秘密」应为「1.属于国家秘密」',
      en: 'Table 3 (requests): 18 labels lack their numbers; “属于国家秘密” for instance should be “1.属于国家秘密”',
    });
    const [fix, ...more] = finding ? fixesOf(finding) : [];
    expect(more).toEqual([]);
    expect(fix?.certain).toBe(true);
    const after = fix ? edited(text, ownEdits(fix)) : '';
    expect(check(subjectOf(readReport(after))).findings.some(({ code }) => code === 'row-label')).toBe(false);
  });
});

describe('number-format', () => {
  test('writes the plain number', () => {
    const after = fixed(
      'number-format',
      `${title}${part2}| 第二十条第（五）项 | 本年处理决定数量 |\n| 行政许可 | １２，３４５ 件 |\n`,
    );
    expect(after.map((text) => text.split('\n').at(-2))).toEqual(['| 行政许可 | 12345 |']);
  });
});

describe('dates and citations', () => {
  test('reporting-period keeps the words around the days', () => {
    const stated = (period: string) => `${title}本报告所列数据的统计期限${period}。\n`;
    expect(fixed('reporting-period', stated('自2023年1月1日起至2023年12月30日止'))).toEqual([
      stated('自2023年1月1日起至2023年12月31日止'),
    ]);
    expect(fixed('reporting-period', stated('2022年1月1日-12月31日'))).toEqual([stated('2023年1月1日-2023年12月31日')]);
  });

  test('stale-citation mends title and number of one notice together', () => {
    const cited = (name: string, number: string) =>
      `${title}根据《国务院办公厅政府信息与政务公开办公室${name}》（${number}）编制。\n`;
    expect(
      fixed('stale-citation', cited('关于政府信息公开工作年度报告有关事项的通知', '国办公开办函〔2019〕60号')),
    ).toEqual([cited('关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知', '国办公开办函〔2021〕30号')]);
    expect(fixed('stale-citation', `${title}根据国办公开办函(2021)30号编制。\n`)).toEqual([
      `${title}根据国办公开办函〔2021〕30号编制。\n`,
    ]);
  });

  test('stale-year writes the year of the report', () => {
    const text = (year: string) => `${title}一、总体情况\n\n（二）依申请公开。${year}年，收到申请3件。\n`;
    expect(fixed('stale-year', text('２０２２'))).toEqual([text('2023')]);
  });
});

describe('cell-count with columns too many', () => {
  const rows = (column: string, values: readonly string[]): string =>
    `${title}${part4}| | 结果维持 | 结果纠正 |${column} 其他结果 | 尚未审结 | 总计 |\n${values.join('\n')}\n`;
  const three = ['| 行政复议 | 1 | 2 | 3 | 0 | 4 | 7 |', '| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 | 0 |'];

  test.each([
    ['named by its head', rows(' 小计 |', three), '删去「小计」一列'],
    ['told by sums', rows('', three), '删去一列小计（每行第 3 个数）'],
  ])('takes out a column that was added, %s', (_, text, name) => {
    const [fix] = offered('cell-count', text);
    expect(fix).toMatchObject({ title: { zh: name }, certain: false });
    expect(fixed('cell-count', text)).toEqual([
      rows('', ['| 行政复议 | 1 | 2 | 0 | 4 | 7 |', '| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |']),
    ]);
  });

  test('does not guess where any column may be the one', () => {
    expect(
      offered(
        'cell-count',
        rows('', ['| 行政复议 | 0 | 0 | 0 | 0 | 0 | 0 |', '| 复议后起诉 | 0 | 0 | 0 | 0 | 0 | 0 |']),
      ),
    ).toEqual([]);
  });
});

describe('blank-cell below a comment of an import', () => {
  test('fills in each of the readings that the comment has, and takes it away', () => {
    const report = `${title}${part4}${heads4}// 待核：行政复议：原文为“21205”，结果纠正、尚未审结可能是 1 2 或者 2 1\n| 行政复议 | 2 |  | 0 |  | 5 |\n`;
    expect(fixed('blank-cell', report).map((text) => text.split('\n').slice(-2, -1))).toEqual([
      ['| 行政复议 | 2 | 1 | 0 | 2 | 5 |'],
      ['| 行政复议 | 2 | 2 | 0 | 1 | 5 |'],
    ]);
    expect(fixed('blank-cell', report).join()).not.toContain('待核');
  });

  test('reads what an import wrote, of a row in part and as a whole', () => {
    const imported = importText(readFileSync(join(import.meta.dirname, '../corpus/glued.txt'), 'utf8'));
    if ('failure' in imported) throw new Error(imported.failure.en);
    expect(imported.markup).toContain('// 待核');
    const titles = offered('blank-cell', imported.markup).map(({ title: { zh } }) => zh);
    expect(titles.length).toBeGreaterThan(1);
    expect(titles.every((each) => each.startsWith('按批注填：'))).toBe(true);
  });

  test.each([
    ['another column’s name', '// 待核：行政复议：原文为“21”，自然人可能是 1 或者 2'],
    ['a cell that has been filled in', '// 待核：行政复议：原文为“21”，结果维持可能是 1 或者 2'],
    ['another number of values', '// 待核：行政复议：原文为“21”，可能是 1 或者 2'],
    ['another comment', '// 结果纠正可能是 1 或者 2'],
  ])('passes over %s', (_, comment) => {
    const titles = offered('blank-cell', `${title}${part4}${heads4}${comment}\n| 行政复议 | 2 |  | 0 | 0 | 3 |\n`);
    expect(titles.map(({ title: { zh } }) => zh).join()).not.toContain('批注');
  });
});
