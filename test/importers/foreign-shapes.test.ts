import { describe, expect, test } from 'vitest';
import { json } from '../../server/src/exporters/json.ts';
import type { Imported } from '../../server/src/importers/source.ts';
import { bareLines } from '../../server/src/importers/text/bare-lines.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';

function imported(lines: readonly string[]): Imported {
  const result = importText(lines.join('\n'));
  if ('failure' in result) throw new Error(result.failure.zh);
  return result;
}

/** The values of a table as the export gives them. */
function valuesOf({ markup }: Imported, table: string): unknown {
  return JSON.parse(json.write(readReport(markup))).values[table];
}

const title = '青禾镇2023年政府信息公开工作年度报告';
const partTwo = [title, '', '二、主动公开政府信息情况', ''];
const partThree = [title, '', '三、收到和处理政府信息公开申请情况', ''];
const documents = {
  regulations: { made: 1, repealed: 0, 'in-force': 12 },
  'normative-documents': { made: 1234, repealed: 0, 'in-force': 6 },
};

describe('rows whose cells other signs part', () => {
  test.each([
    ['heavy box lines', ['┏━━┳━┳━┳━┓', '┃规章┃1┃0┃12┃', '┣━━╋━╋━╋━┫', '┃行政规范性文件┃1,234┃0┃6┃', '┗━━┻━┻━┻━┛']],
    ['double box lines', ['╔══╦═╗', '║规章║1║0║12║', '╠══╬═╣', '║行政规范性文件║1234║0║6║', '╚══╩═╝']],
    ['full-width bars between alone', ['规章｜1｜0｜12', '行政规范性文件｜1234｜0｜6']],
    ['commas, with thousands in quotation marks', ['规章,1,0,12', '行政规范性文件,"1,234",0,6']],
    ['commas, every cell in quotation marks', ['"规章","1","0","12"', '"行政规范性文件","1,234","0","6"']],
    ['quoted cells over lines', ['"规\n章"\t1\t0\t12', '"行政规范\n性文件"\t"1,234"\t0\t6']],
    [
      'a grid',
      [
        '+------+---+---+----+',
        '| 规章 | 1 | 0 | 12 |',
        '+======+===+===+====+',
        '| 行政规范性文件 | 1234 | 0 | 6 |',
        '+------+---+---+----+',
      ],
    ],
    [
      'Markdown without outer bars',
      ['信息内容|本年制发件数|本年废止件数|现行有效件数', '-|-|-|-', '规章|1|0|12', '行政规范性文件|1234|0|6'],
    ],
  ])('%s', (_, rows) => {
    const result = imported([...partTwo, ...rows]);
    expect(valuesOf(result, 'disclosure')).toEqual(documents);
    expect(result.numbers).toMatchObject({ found: 6, written: 6, stray: 0 });
  });

  test.each([
    '收到政府信息公开申请64件,按时办结64件,办理上年结转2件。',
    '其中,予以公开1,234件',
    '办公地址:青禾镇人民路1号,邮编:100000',
    '本年发布信息3条 ── 比上年多1条',
  ])('a sentence stays one: %s', (sentence) => {
    expect(
      imported([title, '', '一、总体情况', '', sentence, '', '五、存在的主要问题及改进情况', '', '无。']).markup,
    ).toContain(`\n${sentence}\n`);
  });
});

describe('tables of a row each', () => {
  const rows = {
    received: [3, 0, 0, 0, 0, 0, 3],
    'carried-over': [1, 0, 0, 0, 0, 0, 1],
    'refused.state-secret': [0, 2, 0, 0, 0, 0, 2],
  };

  test.each([
    [
      'labels in the headings alone',
      [
        '#### 一、本年新收政府信息公开申请数量',
        '| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |',
        '|:-:|:-:|:-:|:-:|:-:|:-:|:-:|',
        '| 3 | 0 | 0 | 0 | 0 | 0 | 3 |',
        '',
        '#### **二、上年结转政府信息公开申请数量**',
        '| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |',
        '|:-:|:-:|:-:|:-:|:-:|:-:|:-:|',
        '| 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
        '',
        '### （三）不予公开',
        '#### 1.属于国家秘密',
        '| 甲 | 乙 | 丙 | 丁 | 戊 | 己 | 合计 |',
        '|---|---|---|---|---|---|---|',
        '| 0 | 2 | 0 | 0 | 0 | 0 | 2 |',
      ],
    ],
    [
      'labels in the rows, heads of no meaning',
      [
        '| 指标 | 列1 | 列2 | 列3 | 列4 | 列5 | 列6 | 列7 |',
        '|---|---|---|---|---|---|---|---|',
        '| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |',
        '',
        '| 指标 | 列1 | 列2 | 列3 | 列4 | 列5 | 列6 | 列7 |',
        '|---|---|---|---|---|---|---|---|',
        '| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
        '',
        '### （三）不予公开',
        '| 指标 | 列1 | 列2 | 列3 | 列4 | 列5 | 列6 | 列7 |',
        '|---|---|---|---|---|---|---|---|',
        '| 1.属于国家秘密 | 0 | 2 | 0 | 0 | 0 | 0 | 2 |',
      ],
    ],
  ])('%s', (_, lines) => {
    const result = imported([...partThree.map((line) => line.replace(/^三/, '## 三')), ...lines]);
    expect(valuesOf(result, 'requests')).toEqual(rows);
    expect(readReport(result.markup).tables).toHaveLength(1);
    expect(result.markup).not.toMatch(/^#{2}/m);
    expect(result.notes.map(({ message }) => message.zh).join()).toMatch(/格式以外的表头已略去/);
  });
});

describe('lines broken at a fixed width', () => {
  const prose =
    '（一）主动公开。2023年通过门户网站公开信息170条，其中政策解读1234条，按照青政办发〔2023〕12号文件要求清理历史文件59件，继续有效20586件。';

  test.each([16, 20, 23, 31])('%i characters', (width) => {
    const text = [
      title,
      '',
      '一、总体情况',
      '',
      prose,
      '',
      ...partTwo.slice(2),
      '| 规章 | 1 | 0 | 12 |',
      '| 行政规范性文件 | 1234 | 0 | 6 |',
    ].join('\n');
    const result = imported([text.replace(new RegExp(`[^\\n]{${width}}(?=[^\\n])`, 'g'), '$&\n')]);
    expect(result.markup).toContain(`\n${prose}\n`);
    expect(valuesOf(result, 'disclosure')).toEqual(documents);
  });

  const requests = [
    ...partThree,
    '| 一、本年新收政府信息公开申请数量 | 34170 | 27430 | 31301 | 1729 | 36021 | 3880 | 134531 |',
    '| 二、上年结转政府信息公开申请数量 | 6907 | 5763 | 34514 | 17883 | 0 | 8767 | 73834 |',
  ];
  const values = {
    received: [34170, 27430, 31301, 1729, 36021, 3880, 134531],
    'carried-over': [6907, 5763, 34514, 17883, 0, 8767, 73834],
  };
  const broken = (lines: readonly string[]): string => lines.join('\n').replace(/[^\n]{30}(?=[^\n])/g, '$&\n');

  test('rows between bars, where spaces have made lines of text longer since', () => {
    const spaced = broken([...requests, '', '五、存在的主要问题及改进情况', '', prose]).replaceAll(/(?<=[，。])/g, ' ');
    expect(valuesOf(imported([spaced]), 'requests')).toEqual(values);
  });

  test.each([
    '| 总计 | |----------|-------- --|----------| | 0 |',
    '| 总计 | | :-: | :- -: | | 0 |',
    '| 总计 | +----- --+---+ | 0 |',
  ])('the line below heads is no row, though it was broken: %s', (line) => {
    const texts = bareLines([line]).map((block) => (block.kind === 'paragraph' ? block.text.trim() : null));
    expect(texts).toEqual(['| 总计 |', '| 0 |']);
  });

  test('single dashes are blank values', () => {
    expect(bareLines(['| 规章 | - | -- | 0 |'])).toEqual([{ kind: 'paragraph', text: '| 规章 | - | -- | 0 |' }]);
  });
});

test('values between the lines of a label are no part of it, however long its line', () => {
  const { markup } = imported([
    ...partThree,
    '（一）予以公开 1 2 3 4 5 6 21',
    '（二）部分公开（区分处理的，只计这一',
    '10000 0 53475 63475',
    '情形，不计其他情形）',
    '（三）不予公开',
    '2.其他法律行政法规禁止公开、依照有关',
    '0 0 0 4 4',
    '1.申请人无正当理由逾期不补正、行政机',
    '0 0 0 4 4',
  ]);
  expect(markup).toContain(
    '// 待核：（二）部分公开（区分处理的，只计这一情形，不计其他情形）：原文为“10000 0 53475 63475”',
  );
});

test('a heading of the form is parted from the sentence behind it', () => {
  const { markup } = imported([
    title,
    '一、总体情况2023年，青禾镇公开信息170条。',
    '五、存在的主要问题及改进情况公开形式不多。',
    '七、其他需要说明的事项无其他事项。',
    '八、其他需要报告的事项和附表',
  ]);
  expect(
    markup
      .split('\n')
      .filter((line) => line !== '')
      .slice(1),
  ).toEqual([
    '一、总体情况',
    '2023年，青禾镇公开信息170条。',
    '五、存在的主要问题及改进情况',
    '公开形式不多。',
    '七、其他需要说明的事项',
    '无其他事项。',
    '八、其他需要报告的事项和附表',
  ]);
});

test('a bar behind a line that was full closes its cell', () => {
  const prose = '（一）主动公开。2023年通过门户网站公开信息170条，其中政策解读1234条，继续有效20586件。';
  const label = '5.要求行政机关确认或重新出具已获取信息';
  const rows = [
    [label, '0', '3', '', '1', '', '2', '6'],
    ['（七）总计', '0', '3', '', '1', '', '2', '6'],
  ];
  const lines = [title, '一、总体情况', prose, ...partThree, ...rows.flat().map((cell) => `${cell} |`)].join('\n');
  const wrapped = lines.replace(/[^\n]{20}(?=[^\n])/g, '$&\n');
  expect(wrapped).toContain(`${label}\n |\n`);
  expect(valuesOf(imported([wrapped]), 'requests')).toMatchObject({
    'declined.confirmation': [0, 3, null, 1, null, 2, 6],
  });
});

test('a row with commas is one of its own behind a full line of heads', () => {
  const lines = [
    title,
    '一、总体情况',
    '（一）主动公开。2023年通过门户网站公开信息170条，其中政策解读1234条，继续有效的文件20586件。',
    '二、主动公开政府信息情况',
    '第二十条第（一）项,本年制发件数,本年废止件数,现行有效件数',
    '规章,0,"8,251","14,921"',
    '行政规范性文件,"19,432","23,598","27,486"',
  ].join('\n');
  const result = imported([lines.replace(/[^\n]{30}(?=[^\n])/g, '$&\n')]);
  expect(valuesOf(result, 'disclosure')).toMatchObject({ regulations: { made: 0, repealed: 8251, 'in-force': 14921 } });
});

describe('traditional characters', () => {
  test.each([
    ['bars', ['| 規章 | 1 | 0 | 12 |', '| 行政規範性文件 | 1234 | 0 | 6 |']],
    ['a cell a line, with notes', ['規章（含政府規章）', '1', '0', '12', '行政規範性文件', '1234', '0', '6']],
  ])('%s', (_, rows) => {
    const result = imported(['青禾鎮2023年政府信息公開工作年度報告', '', '二、主動公開政府信息情況', '', ...rows]);
    expect(valuesOf(result, 'disclosure')).toEqual(documents);
    expect(result.markup).toMatch(/^# 青禾鎮2023年政府信息公開工作年度報告\n/);
    expect(readReport(result.markup).sections.map(({ definition }) => definition?.id)).toEqual(['disclosure']);
  });
});

describe('labels', () => {
  test.each([
    ['（七）总计（（一）至（六）之和）', 'total'],
    ['一、本年新收政府信息公开申请数量（件）（含网上申请（门户网站））', 'received'],
    ['2.没有现成信息需要另行制作（指2023年，没有的填“0”）', 'unavailable.not-existing'],
  ])('may have notes behind them: %s', (label, row) => {
    const rows = valuesOf(
      imported([
        ...partThree,
        `| ${label} | 1 | 2 | 3 | 4 | 5 | 6 | 21 |`,
        '| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      ]),
      'requests',
    );
    expect(rows).toMatchObject({ [row]: [1, 2, 3, 4, 5, 6, 21] });
  });

  test.each([
    ['（五）', '不予', '处理', '1.信访举报投诉类申请', '2.重复申请'],
    ['（六）', '其他', '处理', '1.逾期不补正', '2.逾期不缴费'],
  ])('take no piece of a group’s label beside them: %s%s%s', (a, b, c, first, second) => {
    const { markup } = imported([
      ...partThree,
      `        ${first}   21  0  0  0  0  0  21`,
      `  ${a}`,
      `  ${b}     ${second}   10  0  0  0  0  0  10`,
      `  ${c}`,
      '   （七）总计   31  0  0  0  0  0  31',
      '  四、结转下年度继续办理   18  3  0  0  0  0  21',
    ]);
    expect(markup).toMatch(new RegExp(`^\\| ${second.replace('.', '\\.')} +\\|`, 'm'));
  });

  test.each([
    ['2', ['二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0', '2']],
    ['4', ['3.危及“三安全一稳定”', '1', '0', '0', '0', '0', '0', '1', '4']],
  ])('of which only the ordinal is left are no values: %s', (_, cells) => {
    const result = imported([
      ...partThree,
      '一、本年新收政府信息公开申请数量',
      '3',
      '0',
      '0',
      '0',
      '0',
      '0',
      '3',
      ...cells,
    ]);
    const values = cells.slice(1, 8).map(Number);
    expect(Object.values(valuesOf(result, 'requests') as Record<string, number[]>)).toContainEqual(values);
    expect(result.numbers).toMatchObject({ found: 15, written: 14, stray: 1 });
  });

  test.each([
    ['本年增/', ['上一年项目数量', '本年增/', '处理决定数量']],
    ['上一年项目', ['上一年项目', '本年增/减', '处理决定数量']],
  ])('of columns that are cut stay so, the others as they are: %s', (cut, heads) => {
    const { markup } = imported([
      '青禾镇2020年政府信息公开工作年度报告',
      '',
      '二、主动公开政府信息情况',
      '第二十条第（六）项',
      '信息内容',
      ...heads,
      '行政处罚',
      '7',
      '2',
      '31',
      '行政强制',
      '4',
      '0',
      '12',
    ]);
    const header = /^\| 第二十条第（六）项.*$/m.exec(markup)?.[0] ?? '';
    expect(header).toContain(`| ${cut} |`);
    expect(header).not.toContain('本年处理决定');
  });
});

describe('what stands above a report', () => {
  test.each(['标题', '文章标题', '名称'])('%s： is no title where the text has one', (label) => {
    const result = imported([
      `${label}：${title}`,
      '发布时间：2024-01-15',
      '来源：办公室',
      '',
      title,
      '',
      '一、总体情况',
      '',
      '（一）主动公开。公开信息3条。',
      '',
      '五、存在的主要问题及改进情况',
      '',
      '解读形式单一。',
    ]);
    expect(result.markup).toMatch(new RegExp(`^# ${title}\\n\\n一、`));
  });

  test.each(['本报告数据的统计期限为2025年1月1日至2025年12月31日。', '青禾镇编制2025年度政府信息公开年报如下。'])(
    'a year and one part are enough: %s',
    (preface) => {
      const result = imported([preface, '一、总体情况', '（一）主动公开。公开信息259条。']);
      expect(readReport(result.markup).year?.value).toBe(2025);
      expect(readReport(result.markup).sections).toHaveLength(1);
    },
  );
});

describe('several reports in one file', () => {
  const report = (body: string): readonly string[] => [
    `${body}2023年政府信息公开工作年度报告`,
    '一、总体情况',
    '（一）主动公开。公开信息3条。',
    '五、存在的主要问题及改进情况',
    '解读形式单一。',
  ];

  test('are said, with their titles', () => {
    const { notes } = imported([...report('青禾镇'), ...report('云溪镇'), ...report('临江镇')]);
    const said = notes.filter(({ kind }) => kind === 'doubtful').map(({ message }) => message.zh);
    expect(said.join()).toMatch(
      /不止一份报告，共 3 份：青禾镇2023年.*；云溪镇2023年政府信息公开工作年度报告；临江镇2023年/,
    );
  });

  test('one that is there twice is one', () => {
    const { notes } = imported([...report('青禾镇'), ...report('青禾镇')]);
    expect(notes.map(({ message }) => message.zh).join()).not.toMatch(/不止一份报告/);
  });
});
