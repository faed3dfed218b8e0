// Small texts in which a number would look certain that isn't: each is left blank or said to be in doubt.
import { describe, expect, test } from 'vitest';
import type { Imported } from '../../server/src/importers/source.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { shapes } from '../support/tearing/shapes.ts';
import { chosenBy, tryOut } from '../support/tearing/tally.ts';
import { damages } from '../support/tearing/torn.ts';

const cases: readonly { readonly name: string; readonly row: string; readonly text: string }[] = [
  {
    name: 'values under heads of other rows',
    row: 'coercion',
    text: '青禾镇人民政府2022年政府信息公开工作年度报告\n二、主动公开政府信息情况 ｜第二十条第（一）项｜本年制发件数｜本年废止件数｜现行有效件数｜ ｜规章｜0｜0｜0｜ ｜行政规范性文｜0｜0｜｜ ｜第二十条第（五）项｜本年处理决定数量｜ ｜行政许可｜｜ ｜第二十条第（六）项｜本年处理决定数量｜ ｜行政处罚｜4｜ ｜行政强制｜｜ ｜第二十条第（八）项｜本年收费金额（单位：万元）｜ ｜行政事业性｜0｜\n三、收到和处理政府信息公开申请情况',
  },
  {
    name: 'a value that nothing but counting gives to its row',
    row: 'licensing',
    text: '青禾镇人民政府2021年政府信息公开工作年度报告\n二、主动公开政府信息情况\n\n第二十条第（一）项 |\n|||\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n规章 |\n0 |\n |\n0 |\n行政规范性 |\n0 |\n |\n0 |\n第二十条第（五）项 |\n|||\n信息内容 |\n本年处理决定数量 |\n||\n行政许可 |\n |\n||\n第二十条第（六）项 |\n|||\n信息内容 |\n本年处理决定数量 |\n||\n行政处罚 |\n0 |\n||\n行政强制 |\n0 |\n||\n第二十条第（八）项 |\n|||\n信息内容 |\n本年收费金额（单位：万元） |\n||\n行政事业性 |\n0 |\n||\n三、收到和处理政府信息公开申请情况',
  },
  {
    name: 'a value below a label with a note, above the next label',
    row: 'coercion',
    text: '青禾镇人民政府2025年政府信息公开工作年度报告\n二、主动公开政府信息情况\n\n第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n规章（指2020年办件量，没有的填“0”）\n\n0\n\n0\n\n0\n\n行政规范性文件\n\n5\n\n146\n\n295\n\n第二十条第（五）项\n\n信息内容\n\n本年处理决定数量\n\n行政许可\n\n89\n\n第二十条第（六）项\n\n信息内容\n\n本年处理决定数量\n\n行政处罚（指2020年办件量，没有的填“0”）\n\n0\n\n行政强制\n\n \n\n第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n\n0\n三、收到和处理政府信息公开申请情况',
  },
  {
    name: 'digits that a filled cell may have repeated',
    row: 'penalties',
    text: '青禾镇人民政府2021年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章0\n行政规范性文件949\n行政许可\n行政处罚666\n行政强制\n行政事业性收费\n三、收到和处理政府信息公开申请情况',
  },
  {
    name: 'digits that ran together and were broken by a margin',
    row: 'fees',
    text: '青禾镇人民政府2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项本年新制作\n数量本年新公开数量对外公开\n总数量\n规章0127041270\n4\n规范性文件42041828\n31540\n第二十条第（五）项上一年项目\n数量本年增/减处理决定数量\n行政许可002635\n其他对外管理服务事项2003\n447670\n第二十条第（六）项上一年项目\n数量本年增/减处理决定数量\n行政处罚3526400\n行政强制184541258\n23125\n第二十条第（八）项上一年项目\n数量本年增/减\n行政事业性收费767386\n76\n第二十条第（九）项采购项目数\n量采购总金额\n政府集中采购2775519\n36.26',
  },
  {
    name: 'a value below one label and above another',
    row: 'licensing',
    text: '青禾镇人民政府2021年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章\n0\n0\n0\n行政规范性文件\n\n0\n行政许可\n\n行政处罚\n0\n\n行政强制\n0\n\n行政事业性收费\n0\n三、收到和处理政府信息公开申请情况',
  },
  {
    name: 'fewer columns than the form of the year has',
    row: 'licensing',
    text: '青禾镇人民政府2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n\n类别数据1数据2对外公开总数量\n\n规章（指2020年办件量，没有的填“0”）000\n\n类别本年新制作数量本年新公开数量对外公开总数量\n\n规范性文件404\n\n行政许可（含以前年度的数据）\n上一年项目数量本年增/减处理决定数量\n\n0\n\n其他对外管理服务事项\n类别数据1数据2处理决定数量\n\n其他对外管理服务事项0\n\n类别数据1数据2处理决定数量\n\n行政处罚0\n\n行政强制\n数据1数据2处理决定数量\n\n0\n\n行政事业性收费\n数据1本年增/减\n\n0\n\n政府集中采购\n采购项目数量采购总金额\n三、收到和处理政府信息公开申请情况',
  },
  {
    name: 'a blank cell beside a filled one, without heads',
    row: 'fees',
    text: '青禾镇人民政府2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n| 规章 |  |  | 0 |\n| 规范性文件 |  | 171 | 171 |\n| 行政许可 | 186 |  |  |\n| 其他对外管理服务事项 | 292 | 0 | 0 |\n| 行政处罚 | 0 | 0 | 261 |\n| 行政强制 | 264 | 0 | 247 |\n| 行政事业性收费 |  | 0 | 0 |\n| 政府集中采购 |  | 0 | 0 |\n三、收到和处理政府信息公开申请情况',
  },
  {
    name: 'five figures scattered over fifteen cells',
    row: 'reconsideration',
    text: '青禾镇人民政府2024年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况｜行政复议｜｜｜｜｜行政诉讼｜｜｜｜｜｜｜｜｜｜｜结果维持｜结果纠正｜其他结果｜尚未审结｜总计｜未经复议直接起诉｜｜｜｜｜复议后起诉｜｜｜｜｜｜｜｜｜｜｜结果维持｜结果纠正｜其他结果｜尚未审结｜总计｜结果维持｜结果纠正｜其他结果｜尚未审结｜总计｜｜｜０｜｜０｜｜｜０｜｜０｜｜０｜｜｜｜｜\n五、存在的主要问题及改进情况',
  },
  {
    name: 'a blank cell at the end of a line that breaks a row of TABs',
    row: 'carried-over',
    text: '青禾镇人民政府2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n二、上年结转政府信息公开申请数量\t\n\t0\t2\t0\t\t\t2\n（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n（二）部分公开\t0\t0\t2\t0\t0\t0\t2\n（七）总计\t1\t0\t2\t0\t0\t0\t3\n四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0',
  },
  {
    name: 'values that may begin with a blank cell, beside rows that a line’s end broke behind their label',
    row: 'granted',
    text: '青禾镇人民政府2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n| | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 一、本年新收政府信息公开申请数量 | | | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n| 三、本年度办理结果 | （一）予以公开 | | 0 | 3 | 1 | 0 | | | |\n| | （二）部分公开 |\n| 0 | 2 | 0 | 0 | 0 | 0 | 2 |\n| | （七）总计 |\n| 0 | 5 | 1 | 0 | 0 | 0 | 6 |\n| 四、结转下年度继续办理 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
  },
  {
    name: 'a row of zeros that lost a blank cell at its end, below a padding cell',
    row: 'granted',
    text: '青禾镇人民政府2023年政府信息公开工作年度报告 三、收到和处理政府信息公开申请情况 \t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计 一、本年新收政府信息公开申请数量\t\t\t4\t0\t0\t0\t0\t0\t4 二、上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t1 三、本年度办理结果\t（一）予以公开\t\t0\t0\t0\t0\t0\t0 （二）部分公开\t\t3\t0\t0\t0\t0\t0\t3 （七）总计\t\t3\t0\t0\t0\t0\t0\t3 四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2 五、存在的主要问题及改进情况 没有。',
  },
  {
    name: 'fifteen values side by side, one of them broken at its comma by a line’s end',
    row: 'litigation-direct',
    text: '青禾镇人民政府2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n1\t0\t0\t2\t\n3\t0\t4\t5\t6\t15\t0\t0\t0\t9,\n798\t"9,798"\n五、存在的主要问题及改进情况',
  },
];

/** Whole reports, by the seed of their shape and damage, in which a row of figures looked certain that wasn't. */
const seeds: Readonly<Record<string, readonly number[]>> = {
  'values that may begin at several blank cells': [9001265, 20001546, 20002858, 22005172],
  'a number broken by a margin, its rest behind the row': [9000288, 20003476, 21001095, 22004519, 23001103],
  'a comma that may part thousands or values': [22004441, 23001911],
  'a sum in another column than that of sums': [22004855, 20003442],
  'a label that breaks off in a note with a number': [22003812],
  'values behind the blank cells of a row': [22010546, 22005926],
  'two readings that are as likely': [31000079, 31000148],
  'a table of another form than that of the year': [22000347, 22009234],
  'values behind a text that is no label of their row': [24000234, 25001747],
  'rule lines of Markdown that a margin broke': [25001340],
  'fifteen values side by side that may have slid': [25001864],
  'a comma at the end of a line': [41000785, 41001064],
  'values behind a text below another row': [42006927, 42007047],
  'a blank cell at the end of a broken line': [42009395],
  'a blank cell at a line’s end within a row of TABs or bars': [42007039, 42009443, 42013598, 42019138],
  'zeros behind a padding cell, a blank one lost behind them': [42002992],
  'numbers broken at their comma': [42003854, 42015871],
  'a filled cell that repeats the last value of its row': [61005232],
  'values behind the label of another row that was cut': [61010969],
  'commas between full-width digits on one line': [61008923],
};

/** Whole reports of which cells were lost without a word. */
const whole: Readonly<Record<string, readonly number[]>> = {
  'heads that only count the columns, with nothing between': [31000124, 24000234],
  'rows whose cut labels look like headings, their values open': [42004467],
  'numbers broken at their comma': [42003854, 42015871],
  'commas between full-width digits on one line': [61008923],
  'rows that a margin broke beside sentences that spaces were put into': [62012523],
  'a row that no form has, its label ending as one of the form': [62002830],
  'rows that a margin broke, none of them alike': [62014104],
  'a row in doubt between texts that part its table': [67000277],
};

/** How many reports are torn by chance. */
const REPORTS = 30;

function faultsIn(seed: number): readonly string[] {
  const { shape, damage } = chosenBy(seed, shapes, [null, ...damages]);
  return tryOut(seed, shape, damage, true).verdict.faults;
}

function wrongIn(seed: number): readonly string[] {
  return faultsIn(seed).filter((fault) => fault.startsWith('wrong'));
}

/** The rows whose values an import gives as certain, by their ids: with no comment above, and in no note that says they are inferred. */
function stated(text: string): ReadonlySet<string> {
  const { markup, notes } = importText(text) as Imported;
  const { tables, tree } = readReport(markup);
  const said = notes.filter(({ kind }) => kind === 'guessed' || kind === 'doubtful').map(({ message }) => message.zh);
  const rows = tables.flatMap((table) => [...table.rows.values()]);
  return new Set(
    rows.flatMap(({ row, line, cells }) => {
      const above = tree.lines[tree.lines.indexOf(line) - 1]?.kind;
      const isSaid = said.some((each) => [row.label, row.short ?? row.label].some((label) => each.includes(label)));
      return above === 'comment' || isSaid || cells.every(({ value }) => value === null) ? [] : [row.id];
    }),
  );
}

describe('what may be wrong is not given as certain', () => {
  test.each(cases)('$name', ({ row, text }) => {
    expect([...stated(text)]).not.toContain(row);
  });

  test.each(Object.entries(seeds))('in a whole report: %s', (_, own) => {
    expect(own.flatMap(wrongIn)).toEqual([]);
  });

  test('nor in reports torn by chance', () => {
    expect(Array.from({ length: REPORTS }, (_, i) => i).flatMap(wrongIn)).toEqual([]);
  });
});

test.each(Object.entries(whole))('no cell of a whole report is lost without a word: %s', (_, own) => {
  expect(own.flatMap(faultsIn)).toEqual([]);
});
