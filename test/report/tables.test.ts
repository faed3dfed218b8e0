import { describe, expect, test } from 'vitest';
import { readReport } from '../../server/src/report/bind.ts';
import { printTables } from '../support/print-report.ts';

const bound = (heading: string, table: string, year = 2023): string =>
  printTables(readReport(`# 青禾镇${year}年政府信息公开工作年度报告\n${heading}\n${table}`));

const requests = (table: string, year?: number): string => bound('三、收到和处理政府信息公开申请情况', table, year);
const disclosure = (table: string, year?: number): string => bound('二、主动公开政府信息情况', table, year);
const disputes = (table: string): string => bound('四、政府信息公开行政复议、行政诉讼情况', table);

describe('where the values of a row are', () => {
  test.each([
    ['canonical', '| 一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |', 'received: 4 0 0 0 0 0 4'],
    [
      'padding of merged cells before',
      '一、本年新收政府信息公开申请数量 | | | 4 | 0 | 0 | 0 | 0 | 0 | 4',
      'received: 4 0 0 0 0 0 4',
    ],
    [
      'padding of merged cells after',
      '一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | | |',
      'received: 4 0 0 0 0 0 4',
    ],
    ['TABs', '一、本年新收政府信息公开申请数量\t\t4\t0\t0\t0\t0\t0\t4\t', 'received: 4 0 0 0 0 0 4'],
    [
      'groups on the line',
      '三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1',
      'refused.state-secret: 1 0 0 0 0 0 1',
    ],
    ['empty group cells', '| | | 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |', 'declined.repeated: 1 0 0 0 0 0 1'],
    ['a blank, and a word for one', '| （七）总计 | 4 | | 无 | - | 0 | 0 | 4 |', 'total: 4 _ _ _ 0 0 4'],
    ['too few', '| （七）总计 | 4 | 0 | 0 |', 'total: misfit 3'],
    ['too many', '| （七）总计 | 4 | 0 | 0 | 0 | 0 | 0 | 0 | 4 |', 'total: misfit 8'],
    ['none', '| （七）总计 |', 'total: misfit 0'],
  ])('%s', (_, line, expected) => {
    expect(requests(line)).toBe(`requests 2021\n  ${expected}`);
  });

  test('blanks at an edge go where the other rows of that width put their values', () => {
    const table = `| 三、本年度办理结果 | （一）予以公开 | | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
| | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | | | | | | | | 3 |
| | （七）总计 | | 2 | | | | | | |`;
    expect(requests(table)).toBe(`requests 2021
  granted: 4 0 0 0 0 0 4
  partly-granted: _ _ _ _ _ _ 3
  total: 2 _ _ _ _ _ _`);
  });
});

test('in a grid, a blank where the others pad a merged label is a value lost', () => {
  const grid = `| 三、本年度办理结果 | （一）予以公开 | | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
| | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | | 0 | 0 | 0 | 0 | 0 | 0 |
| | （七）总计 | | 4 | 0 | 0 | 0 | 0 | 0 | 4 |`;
  expect(requests(grid)).toBe(
    'requests 2021\n  granted: 4 0 0 0 0 0 4\n  partly-granted: misfit 6\n  total: 4 0 0 0 0 0 4',
  );
});

describe('labels', () => {
  test.each([
    ['(三) 不予公开 | 3.危及三安全一稳定 | 0|0|0|0|0|0|0', 'refused.stability: 0 0 0 0 0 0 0'],
    ['2、其他法律行政法规禁止公开 | 0|0|0|0|0|0|0', 'refused.forbidden-by-law: 0 0 0 0 0 0 0'],
    [
      '2.其他法律行政止公开 | 0|0|0|0|0|0|0',
      'refused.forbidden-by-law[misspelt 2.其他法律行政法规禁止公开]: 0 0 0 0 0 0 0',
    ],
    ['1.申请人无正当理由逾期不补正 | 0|0|0|0|0|0|0', /^other\.not-corrected\[(?:misspelt|variant) .*]: 0 0 0 0 0 0 0$/],
    ['二、上年结转申请数量（含转办） | 0|0|0|0|0|0|0', /^(?:carried-over\[|unknown )/],
    ['本镇自设栏目 | 0|0|0|0|0|0|0', 'unknown 本镇自设栏目: 0 0 0 0 0 0 0'],
  ])('%s', (line, expected) => {
    const last = requests(`| 一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n${line}`)
      .split('\n')
      .at(-1)
      ?.trim();
    if (typeof expected === 'string') expect(last).toBe(expected);
    else expect(last).toMatch(expected);
  });

  test('总计 and 其他 are what their place makes them', () => {
    const table = `| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 3.其他 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| （七）总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |`;
    expect(requests(table)).toBe(`requests 2021
  head 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他, 总计
  other.other: 1 0 0 0 0 0 1
  total: 1 0 0 0 0 0 1`);
  });

  test('其他 below its group, without its number, is the group’s row where it has values', () => {
    const rows = (values: string): string => `| （六）其他处理 |
| 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 其他 | ${values} |`;
    expect(requests(rows('1 | 0 | 0 | 0 | 0 | 0 | 1'))).toMatch(/other\.other\[variant 3\.其他]: 1 0 0 0 0 0 1$/);
    expect(requests('| （六）其他处理 | 其他 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |')).toMatch(
      /other\.other\[variant 3\.其他]: 1/,
    );
    expect(requests('| （五）不予处理 |\n| 其他 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |')).not.toContain('other.other');
    expect(requests(rows('自然人'))).toMatch(/head 其他, 自然人$/);
  });

  test('a declared extra row is known as such', () => {
    const text =
      '---\n附加行: 本地统计项\n---\n# 青禾镇2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n| 规章 | 0 | 0 | 0 |\n| 本地统计项 | 62 |';
    expect(printTables(readReport(text))).toBe(
      'disclosure 2021\n  regulations: 0 0 0\n  unknown 本地统计项: 62 declared',
    );
  });
});

describe('headers', () => {
  test('the official header of three lines, with its merged cells', () => {
    const table = `（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 | | | | | | | |
自然人 | 法人或其他组织 | 总计 | | | | |
商业 企业 | 科研 机构 | 社会公益组织 | 法律服务机构 | 其他 | | |
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |`;
    expect(requests(table)).toBe(`requests 2021
  head （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）, 申请人情况
  head 自然人, 法人或其他组织, 总计
  head 商业 企业, 科研 机构, 社会公益组织, 法律服务机构, 其他
  received: 0 0 0 0 0 0 0`);
  });

  test('cut and misspelt heads are recognised by their place', () => {
    expect(
      disclosure('第二十条第（一）项 | | |\n信息内容 | 本年制发件数 | 本年度止件数 | 现行有效件数\n规章 | 0 | 0 | 0'),
    ).toBe(`disclosure 2021
  head 第二十条第（一）项
  head 信息内容, 本年制发件数, 本年度止件数[misspelt 本年废止件数], 现行有效件数
  regulations: 0 0 0`);
    expect(
      disputes('行政复议 | | | | | 行政诉讼\n结果 | 结果 | 其他 | 尚未 | 总计 | 未经复议直接起诉 | 复议后起诉'),
    ).toContain(
      '结果[misspelt 结果维持], 结果[misspelt 结果纠正], 其他[misspelt 其他结果], 尚未[misspelt 尚未审结], 总计, 未经复议直接起诉, 复议后起诉',
    );
  });
});

test('a cut head alone on its line', () => {
  expect(disclosure('规章 | 0 | 0 | 0\n第二十条第（五） |\n行政许可 | 3 |')).toContain(
    '第二十条第（五）[misspelt 第二十条第（五）项]',
  );
});

describe('shapes of disputes', () => {
  test('one row of fifteen', () => {
    const table = `行政复议 | | | | | 行政诉讼 | | | | | | | | |
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | |
 | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
1 | 2 | 3 | 4 | 10 | 0 | 0 | 0 | 0 | 0 | 5 | 0 | 0 | 0 | 5`;
    expect(disputes(table).split('\n').slice(-3)).toEqual([
      '  reconsideration: 1 2 3 4 10',
      '  litigation-direct: 0 0 0 0 0',
      '  litigation-after-reconsideration: 5 0 0 0 5',
    ]);
  });

  test('three rows of five', () => {
    const table = `| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 1 | 0 | 0 | 0 | 1 |
| 未经复议直接起诉 | | | | | |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |`;
    expect(disputes(table)).toBe(`disputes 2021
  head 结果维持, 结果纠正, 其他结果, 尚未审结, 总计
  reconsideration: 1 0 0 0 1
  litigation-direct: _ _ _ _ _
  litigation-after-reconsideration: 0 0 0 0 0`);
  });
});

describe('which form a table is of', () => {
  test('（六）其他处理 with values of its own is the form of 2019', () => {
    const rows =
      '| （五）不予处理 | 2.重复申请 | 0|0|0|0|0|0|0 |\n| （六）其他处理 | 0|0|0|0|0|0|0 |\n| （七）总计 | 0|0|0|0|0|0|0 |';
    expect(requests(rows)).toMatch(/^requests 2019/);
    expect(requests(rows, 2020)).toMatch(/^requests 2019/);
  });

  test('what fits both is of the form of the year', () => {
    const row = '| 一、本年新收政府信息公开申请数量 | 0|0|0|0|0|0|0 |';
    expect(requests(row, 2020)).toMatch(/^requests 2019/);
    expect(requests(row, 2021)).toMatch(/^requests 2021/);
  });

  test('the columns of 2019 in a report for 2023', () => {
    const table =
      '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量\n行政许可 | 3 | +1 | 40\n其他对外管理服务事项 | 0 | 0 | 0';
    expect(disclosure(table)).toBe(`disclosure 2019
  head 信息内容, 上一年项目数量, 本年增/减, 处理决定数量
  licensing: 3 1 40
  other-services: 0 0 0`);
  });
});

describe('what belongs to one table', () => {
  const first = '| 一、本年新收政府信息公开申请数量 | 0|0|0|0|0|0|0 |';
  const second = '| 二、上年结转政府信息公开申请数量 | 0|0|0|0|0|0|0 |';

  test('blank lines, comments and a page break do not part it', () => {
    expect(requests(`${first}\n\n// 附注\n${second}`)).toBe(
      'requests 2021\n  received: 0 0 0 0 0 0 0\n  carried-over: 0 0 0 0 0 0 0',
    );
    expect(requests(`${first}\n- 3 -\n${second}`)).toBe(
      'requests 2021\n  received: 0 0 0 0 0 0 0\n  carried-over: 0 0 0 0 0 0 0',
    );
  });

  test('its copy is another', () => {
    const header = '| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |';
    const table = `${header}\n${first}\n${second}`;
    expect(requests(`${table}\n\n${table}`)).toMatch(/^requests 2021\n(?: {2}.*\n){3}requests 2021 again\n/);
  });

  test('rows elsewhere bind to nothing', () => {
    expect(bound('一、总体情况', '索引号: 1 | 发布日期: 2024-01-01 |\n上一篇 | 下一篇 |')).toBe('');
    expect(bound('一、总体情况', '行政许可 | 行政处罚\n12 | 30')).toBe('');
  });

  test('a table under the wrong heading is bound all the same', () => {
    expect(bound('一、总体情况', `${first}\n${second}\n| （七）总计 | 0|0|0|0|0|0|0 |`)).toMatch(/^requests 2021/);
  });

  test('page chrome below it is not part of it', () => {
    expect(requests(`${first}\n\n上一篇：无 |\n下一篇：无 |`)).toBe('requests 2021\n  received: 0 0 0 0 0 0 0');
  });
});

describe('a torn table', () => {
  const pieces = [
    '第二十条第（一）项',
    '信息内容',
    '本年制发件数',
    '本年废止件数',
    '现行有效件数',
    '规章',
    '0',
    '0',
    '0',
  ];

  test('one cell a line, with or without bars', () => {
    expect(disclosure(pieces.join('\n\n'))).toBe('torn disclosure');
    expect(disclosure(pieces.map((piece) => `${piece} |`).join('\n'))).toBe('torn disclosure');
  });

  test('labels with their numbers behind them, without bars', () => {
    const lines = [
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '2.重复申请',
      '3.要求提供公开出版物',
      '（七）总计',
      '四、结转下年度继续办理',
      '自然人',
      '总计',
    ];
    expect(requests(lines.map((line) => `${line} 0 0 0 0 0 0 0`).join('\n'))).toBe('torn requests');
  });

  test('numbers on one line, and no heading above', () => {
    const numbers =
      '行政复议 行政诉讼\n结果 结果 其他 尚未\n维持 纠正 结果 审结 总计\n未经复议直接起诉 复议后起诉\n10 1 0 0 0 0 0 0 0 0 5 0 0 0 0';
    expect(disputes(numbers)).toBe('torn disputes');
    expect(printTables(readReport(pieces.map((piece) => `${piece} |`).join('\n')))).toBe('torn disclosure');
  });

  test('prose about the table is none', () => {
    expect(disclosure('规章\n0\n我镇未制发规章。')).toBe('');
  });
});

describe('a table of more rows than any form has', () => {
  const strange = (count: number): string =>
    Array.from({ length: count }, (_, i) => `| 第${i}种便民事项 | ${i} | 0 | 0 | 0 | 0 | 0 | 0 |`).join('\n');
  const last = (label: string): string => `| ${label} | 4 | 0 | 0 | 0 | 0 | 0 | 4 |`;

  test('has rows by their labels as far as it goes', () => {
    const table = requests([last('（一）予以公开'), strange(1000), last('（七）总计')].join('\n'));
    expect(table.startsWith('requests 2021\n  granted: 4 0 0 0 0 0 4')).toBe(true);
    expect(table.endsWith('total: 4 0 0 0 0 0 4')).toBe(true);
  });

  test('has no misspelt ones any more behind hundreds that are none of the form’s', () => {
    const misspelt = last('一、本年新受政府信息公开申请数量');
    const after = (count: number): string =>
      requests([last('（一）予以公开'), strange(count), misspelt, last('（七）总计')].join('\n'));
    expect(after(100)).toContain('received[misspelt 一、本年新收政府信息公开申请数量]: 4 0 0 0 0 0 4');
    expect(after(1000)).not.toContain('received[');
  });
});
