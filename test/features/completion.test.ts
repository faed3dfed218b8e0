import { describe, expect, test } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { suppressionReasons } from '../../server/src/forms/suppression-reasons.ts';
import { isSuppressible } from '../../server/src/rules/engine/rule.ts';
import { ruleByCode } from '../../server/src/rules/index.ts';
import { editions } from '../support/forms.ts';
import { applied, at, cleanShortReport, type TextEdit, withLine } from './support.ts';

interface Options {
  readonly snippets?: boolean;
  readonly language?: 'zh' | 'en';
}

/** Every item as its label and what becomes of the cursor's line when it is taken. */
function complete(marked: string, { snippets = false, language = 'zh' }: Options = {}): string {
  const { snapshot, offset } = at(marked);
  const items = completion(snapshot, { offset, language, settings: { rules: {} }, snippets });
  const sorted = items.map(({ sortText }) => sortText);
  expect(sorted).toEqual([...sorted].sort());
  const typed = (edit: TextEdit) => snapshot.text.slice(snapshot.lines.offsetAt(edit.range.start), offset).trim();
  return items
    .map(({ label, textEdit, filterText = '' }) => {
      if (!textEdit || !('range' in textEdit)) throw new Error('no edit');
      expect(textEdit.range.start.line).toBe(textEdit.range.end.line);
      for (const character of typed(textEdit)) expect(filterText).toContain(character);
      const before = snapshot.text.split('\n');
      const after = applied(snapshot, [textEdit]).split('\n');
      const line = textEdit.range.start.line;
      const count = after.length - before.length + 1;
      return `${label} ⇒ ${after
        .slice(line, line + count)
        .join('⏎')
        .replace(/ {2,}/g, ' ')}`;
    })
    .join('\n');
}

/** The labels that are offered at the cursor. */
function labelled(marked: string): readonly string[] {
  return complete(marked)
    .split('\n')
    .map((line) => line.replace(/ ⇒.*/, ''));
}

describe('rows of a table with short labels', () => {
  const lacking = (...starts: readonly string[]) =>
    starts.reduce((text, start) => withLine(start, null, text), cleanShortReport);
  const at35 = (typed: string) => withLine('| 5.三类', `| ${typed}$0`, cleanShortReport);

  test.each([
    ['the short label’s beginning', '5.三'],
    ['the official label’s', '5.属于'],
    ['the initials of the short label', 'slnb'],
    ['the initials of the official label', 'sysl'],
    ['the numbers of group and row', '3.5'],
    ['such as an input method writes them', '3。5'],
    ['in full width', '３．５'],
    ['with another mark', '3、5'],
    ['of all groups', '3.3.5'],
    ['half of them', '3.'],
  ])('by %s', (_, typed) => {
    expect(complete(at35(typed))).toBe('5.三类内部事务信息 ⇒ | 5.三类内部事务信息 | | | | | | | |');
  });

  test('by initials with 他, 仍 and 容', () => {
    const text = lacking('| （六）', '| 3.其他');
    expect(labelled(text.replace('| （七）', '| lqtcl$0\n| （七）'))).toEqual(['（六）其他处理']);
    expect(labelled(text.replace('| （七）', '| 3qt$0\n| （七）'))).toEqual(['3.其他']);
    expect(labelled(withLine('| 3.补正', '| 3bzhrb$0', cleanShortReport))).toEqual(['3.补正后仍不明确']);
    expect(labelled(withLine('| 3.补正', '| bzhsqnr$0', cleanShortReport))).toEqual(['3.补正后仍不明确']);
  });

  test('a number of one part is that of 一、 and of （一）, before all that merely hold it', () => {
    const text = lacking('| 一、', '| （一）', '| 1.国家秘密').replace('| 二、', '| 1$0\n| 二、');
    expect(labelled(text)).toEqual(['一、本年新收', '（一）予以公开', '1.国家秘密']);
  });

  test('by the item of article 20, and by their places in the table of disputes', () => {
    expect(labelled(withLine('| 行政强制', '| 6.2$0', cleanShortReport))).toEqual(['行政强制']);
    expect(labelled(withLine('| 行政事业', '| 8.1$0', cleanShortReport))).toEqual(['行政事业性收费']);
    expect(labelled(withLine('| 复议后', '| 3$0', cleanShortReport))).toEqual(['复议后起诉']);
  });

  test('the official label is told beside', () => {
    const { snapshot, offset } = at(at35(''));
    const [item] = completion(snapshot, { offset, language: 'zh', settings: { rules: {} }, snippets: false });
    expect(item?.detail).toBe('表三');
    expect(item?.documentation).toMatch(/^5\.属于三类内部事务信息 · 三、本年度办理结果 · （三）不予公开\n/);
  });

  test('heads are short there, too', () => {
    expect(labelled(withLine('| 表三', '| 表三 | 自然人 | $0', cleanShortReport))).toEqual([
      '企业',
      '科研',
      '公益',
      '法律服务',
      '其他',
      '总计',
    ]);
    expect(labelled(withLine('| 表三', '| 表三 | 自然人 | shgy$0', cleanShortReport))).toEqual(['公益']);
  });

  test('a new table has the labels that the settings name, a row those of its table', () => {
    const official = { rules: {}, labels: 'official' } as const;
    const first = (marked: string) => {
      const { snapshot, offset } = at(marked);
      return completion(snapshot, { offset, language: 'zh', settings: official, snippets: false })[0];
    };
    const empty = '---\n年度: 2023\n---\n三、收到和处理政府信息公开申请情况\n\n|$0';
    expect(first(empty)?.textEdit?.newText).toContain('| 1.属于国家秘密 ');
    expect(first(at35(''))?.label).toBe('5.三类内部事务信息');
  });
});

describe('rows that the table lacks', () => {
  test('in a cell with nothing typed yet', () => {
    expect(complete(withLine('| 5.属于三类', '| $0'))).toBe(
      '5.属于三类内部事务信息 ⇒ | 5.属于三类内部事务信息 | | | | | | | |',
    );
  });

  test('with tab stops for a client that takes snippets', () => {
    expect(complete(withLine('| 5.属于三类', '| $0'), { snippets: true })).toBe(
      '5.属于三类内部事务信息 ⇒ | 5.属于三类内部事务信息 | $1 | $2 | $3 | $4 | $5 | $6 | $7 |',
    );
  });

  test.each([
    ['a beginning', '| 5.属$0'],
    ['a bar without space', '|5.属$0'],
    ['no bar', '5.属$0'],
    ['a half row whose bar is closed', '| 5.属$0 |'],
    ['pinyin initials', '| sysl$0'],
    ['the numbers of group and row', '| 3.5$0'],
    ['half of those numbers', '| 3.$0'],
    ['another mark after the number', '| 5、属$0'],
    ['words from the middle', '| 内部$0'],
  ])('by %s', (_, line) => {
    expect(complete(withLine('| 5.属于三类', line))).toBe(
      '5.属于三类内部事务信息 ⇒ | 5.属于三类内部事务信息 | | | | | | | |',
    );
  });

  test('values that are there are kept', () => {
    expect(complete(withLine('| 5.属于三类', '| 5.属$0 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |'))).toBe(
      '5.属于三类内部事务信息 ⇒ | 5.属于三类内部事务信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
    );
    expect(complete(withLine('| 5.属于三类', '| 5.属$0三类 | 1 | 0 |'))).toBe(
      '5.属于三类内部事务信息 ⇒ | 5.属于三类内部事务信息 | 1 | 0 |',
    );
  });

  test('the empty cells of a row that is there are kept', () => {
    expect(complete(withLine('| 5.属于三类', '| $0 |  |  |  |  |  |  |  |'))).toBe(
      '5.属于三类内部事务信息 ⇒ | 5.属于三类内部事务信息 | | | | | | | |',
    );
  });

  test('a group label before it, as the official layout has it', () => {
    expect(complete(withLine('| 5.属于三类', '| （三）不予公开 | 5$0'))).toBe(
      '5.属于三类内部事务信息 ⇒ | （三）不予公开 | 5.属于三类内部事务信息 | | | | | | | |',
    );
  });

  test('those below the line above come first', () => {
    const text = withLine('| 行政许可', '| $0', withLine('| 行政强制', null, withLine('| 规章', null)));
    expect(complete(text)).toBe(
      ['行政许可 ⇒ | 行政许可 | |', '行政强制 ⇒ | 行政强制 | |', '规章 ⇒ | 规章 | | | |'].join('\n'),
    );
  });

  test('groups and headers', () => {
    expect(complete(withLine('| （三）不予公开', '| $0'))).toBe('（三）不予公开 ⇒ | （三）不予公开 |');
    expect(complete(withLine('| 第二十条第（五）项', '| $0'))).toBe(
      '第二十条第（五）项 | 本年处理决定数量 ⇒ | 第二十条第（五）项 | 本年处理决定数量 |',
    );
  });

  test('a row of the official layout without labels counts as its three rows', () => {
    const layout = '|1|0|0|0|1|0|0|0|0|0|0|0|0|0|0|';
    const text = ['| 行政复议 ', '| 未经复议直接起诉', '| 复议后起诉'].reduce(
      (all, start, i) => withLine(start, i === 0 ? layout : null, all),
      withLine('', ''),
    );
    expect(complete(text.replace(layout, `${layout}\n| $0`))).toBe('');
  });

  test('nothing in a value', () => {
    expect(complete(withLine('| 5.属于三类', '| 5.属于三类内部事务信息 | $0'))).toBe('');
    expect(complete(withLine('| 5.属于三类', '| 5.属于三类内部事务信息 | 1$0 | 0 | 0 | 0 | 0 | 0 | 1 |'))).toBe('');
  });

  test('nothing where the table is complete', () => {
    expect(complete(withLine('四、', '| $0\n\n四、政府信息公开行政复议、行政诉讼情况'))).toBe('');
  });

  test('in English the words around are English, the form stays Chinese', () => {
    const { snapshot, offset } = at(withLine('| 5.属于三类', '| $0'));
    const [item] = completion(snapshot, { offset, language: 'en', settings: { rules: {} }, snippets: false });
    expect(item?.label).toBe('5.属于三类内部事务信息');
    expect(item?.detail).toBe('Table 3 (requests)');
    expect(item?.documentation).toMatch(/^5\.三类内部事务信息 · /);
  });
});

describe('column heads', () => {
  test('those that the header lacks', () => {
    expect(complete(withLine('|                  | 结果维持', '| | 结果维持 | $0'))).toBe(
      [
        '结果纠正 ⇒ | | 结果维持 | 结果纠正',
        '其他结果 ⇒ | | 结果维持 | 其他结果',
        '尚未审结 ⇒ | | 结果维持 | 尚未审结',
        '总计 ⇒ | | 结果维持 | 总计',
      ].join('\n'),
    );
  });

  test('only those of the header’s own block', () => {
    expect(
      complete(withLine('| 第二十条第（一）项', '| 第二十条第（一）项 | 本年$0 | 本年废止件数 | 现行有效件数 |')),
    ).toBe('本年制发件数 ⇒ | 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |');
  });
});

describe('a whole table', () => {
  const empty = '---\n机关: 甲镇人民政府\n年度: 2023\n---\n四、政府信息公开行政复议、行政诉讼情况\n';
  const table =
    '| 表四 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| 行政复议 | $1 | $2 | $3 | $4 | $5 |⏎' +
    '| 未经复议直接起诉 | $6 | $7 | $8 | $9 | $10 |⏎| 复议后起诉 | $11 | $12 | $13 | $14 | $15 |';

  test.each(['$0', '|$0', '| $0', '表$0', 'bs$0'])('offered first at %s', (line) => {
    expect(complete(`${empty}\n${line}`, { snippets: true }).split('\n')[0]).toBe(`表四（整张表） ⇒ ${table}`);
  });

  test('written with the text’s own line breaks', () => {
    const { snapshot, offset } = at(`${empty}\n|$0`.replaceAll('\n', '\r\n'));
    const [item] = completion(snapshot, { offset, language: 'zh', settings: { rules: {} }, snippets: false });
    expect(item?.textEdit?.newText.split('\r\n')).toHaveLength(4);
  });
});

describe('headings', () => {
  test('the section that is missing here', () => {
    expect(complete(withLine('三、收到', '$0'))).toBe(
      '三、收到和处理政府信息公开申请情况 ⇒ 三、收到和处理政府信息公开申请情况',
    );
  });

  test.each(['三$0', '三、$0', '3$0', '3.$0', '3、$0', 'ssd$0', '收到$0', '  三$0'])('by %s', (line) => {
    const lead = line.startsWith(' ') ? ' ' : '';
    expect(complete(withLine('三、收到', line)).split('\n')[0]).toBe(
      `三、收到和处理政府信息公开申请情况 ⇒ ${lead}三、收到和处理政府信息公开申请情况`,
    );
  });

  test('of several the next one comes first', () => {
    const text = withLine('二、主动公开', null, withLine('五、存在', '$0'));
    expect(complete(text)).toBe(
      [
        '五、存在的主要问题及改进情况 ⇒ 五、存在的主要问题及改进情况',
        '二、主动公开政府信息情况 ⇒ 二、主动公开政府信息情况',
      ].join('\n'),
    );
  });

  test('sub-headings of the overview that are missing', () => {
    expect(complete(withLine('（三）政府信息管理', '（$0'))).toBe('（三）政府信息管理 ⇒ （三）政府信息管理。');
    expect(complete(withLine('（三）政府信息管理', '(三$0'))).toBe('（三）政府信息管理 ⇒ （三）政府信息管理。');
  });

  test('no sub-headings elsewhere, no headings before the rest of a line', () => {
    expect(complete(withLine('六、其他', '六、其他需要报告的事项\n（$0'))).toBe('');
    expect(complete(withLine('三、收到', '$0三、收到'))).toBe('');
  });

  test('the statutory contents where sections are free', () => {
    const result = complete('---\n年度: 2016\n---\n一、概述\n\n本年工作如下。\n\n$0');
    expect(result.split('\n')).toHaveLength(6);
    expect(result.split('\n')[0]).toMatch(/^二、.+ ⇒ 二、/);
  });

  test('title and preface from body and year', () => {
    const front = '---\n机关: 甲镇人民政府\n年度: 2023\n---\n';
    expect(complete(`${front}#$0`)).toBe(
      '# 甲镇人民政府2023年政府信息公开工作年度报告 ⇒ # 甲镇人民政府2023年政府信息公开工作年度报告',
    );
    expect(complete(`${front}# 甲镇人民政府2023年政府信息公开工作年度报告\n\n前言$0`)).toMatch(
      /^根据《.+… ⇒ 根据《.+自2023年1月1日起至2023年12月31日止。$/,
    );
  });

  test('what isn’t known is left to fill in, and found when left', () => {
    expect(complete('#$0', { snippets: true })).toBe(
      '# ××××××××年政府信息公开工作年度报告 ⇒ # $1$2年政府信息公开工作年度报告',
    );
    expect(complete('#$0')).toBe('# ××××××××年政府信息公开工作年度报告 ⇒ # ××××××××年政府信息公开工作年度报告');
  });
});

describe('front matter', () => {
  test('the whole of it on the first line', () => {
    expect(complete('-$0', { snippets: true })).toBe('--- ⇒ ---⏎机关: $1⏎年度: $2⏎---⏎');
    expect(complete('--$0\n# 甲镇2023年政府信息公开工作年度报告\n')).toBe('--- ⇒ ---⏎机关: 甲镇⏎年度: 2023⏎---⏎');
  });

  test('keys that are not there yet, and those that may repeat', () => {
    expect(complete('---\n年度: 2023\n忽略: row-order: 已核实\n$0\n---\n')).toBe(
      ['机关', '格式', '上年', '下级', '附加行', '忽略'].map((key) => `${key} ⇒ ${key}: `).join('\n'),
    );
    expect(complete('---\nbo$0\n---\n')).toBe('机关 ⇒ 机关: ');
    expect(complete('---\n机$0: 甲镇\n---\n')).toBe('机关 ⇒ 机关: 甲镇');
  });

  test('below an unclosed mark, too', () => {
    expect(complete('---\n机关: 甲镇\nnd$0')).toBe('年度 ⇒ 年度: ');
  });

  test('values that are known', () => {
    expect(complete('---\n格式: $0\n---\n')).toBe(editions.map(({ id }) => `${id} ⇒ 格式: ${id}`).join('\n'));
    expect(complete('---\n年度: $0\n---\n# 甲镇2023年政府信息公开工作年度报告\n')).toBe('2023 ⇒ 年度: 2023');
    const wrong = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 2 |').replace(
      '年度: 2023',
      '年度: 2023\n忽略: $0',
    );
    expect(labelled(wrong)[0]).toBe('dispute-total');
    expect(complete('---\n忽略: applicant$0\n---\n')).toBe('applicant-total ⇒ 忽略: applicant-total: ');
    expect(
      complete(withLine('年度: 2023', '年度: 2023\n附加行: $0', withLine('| 行政强制', '| 本地加的行 | 3 |'))),
    ).toBe('本地加的行 ⇒ 附加行: 本地加的行');
  });
});

describe('suppressions', () => {
  test('the word that begins one', () => {
    expect(complete('//$0').split('\n')[0]).toBe('nianbao-ignore ⇒ // nianbao-ignore ');
    expect(complete('// nian$0')).toBe('nianbao-ignore ⇒ // nianbao-ignore ');
  });

  test('the words of reviewers and of those who answer', () => {
    expect(complete('//$0').split('\n').slice(1)).toEqual(['审核 ⇒ // 审核: ', '答复 ⇒ // 答复: ']);
    expect(complete('// 审$0').split('\n')[0]).toBe('审核 ⇒ // 审核: ');
  });

  test('the codes of what is found below come first', () => {
    const text = withLine('| 行政复议 ', '// nianbao-ignore $0\n| 行政复议 | 1 | 0 | 0 | 0 | 2 |');
    expect(complete(text).split('\n')[0]).toBe('dispute-total ⇒ // nianbao-ignore dispute-total: ');
  });

  test('codes after others, before a reason that is there', () => {
    expect(complete('// nianbao-ignore row-order, row-$0: 已核实')).toBe(
      'row-label ⇒ // nianbao-ignore row-order, row-label: 已核实',
    );
  });

  test('reasons, those of the rule first', () => {
    const offered = complete('// nianbao-ignore applicant-total: $0').split('\n');
    expect(offered[0]).toBe(
      '一件申请由多人共同提出，已核实 ⇒ // nianbao-ignore applicant-total: 一件申请由多人共同提出，已核实',
    );
    expect(complete('// nianbao-ignore row-order：已$0')).toBe(
      '已与台账核对无误 ⇒ // nianbao-ignore row-order：已与台账核对无误',
    );
  });

  test('nothing before a reason that is there', () => {
    expect(complete('// nianbao-ignore row-order: $0已核实')).toBe('');
  });

  test('reasons are given for rules that there are', () => {
    const codes = suppressionReasons.flatMap((reason) => reason.codes);
    expect(codes.filter((code) => !isSuppressible(ruleByCode(code) ?? { group: 'limits' }))).toEqual([]);
  });
});

test.each(['2023年，青禾镇$0', '\\一、$0', '全年共收到申请$0，均已办理'])('nothing in the prose %s', (line) => {
  expect(complete(withLine('2023年，青禾镇按照', line))).toBe('');
});
