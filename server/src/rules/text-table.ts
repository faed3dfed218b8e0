import { contradictions, isNumberAgainstNumber } from '../analysis/contradictions.ts';
import { mentionFinding } from './engine/mention-findings.ts';
import type { Rule } from './engine/rule.ts';

export const textTable: Rule = {
  code: 'text-table',
  group: 'text',
  severity: 'warning',
  title: { zh: '文字与表格数据不符', en: 'The text and the tables give different numbers' },
  explanation: {
    zh: `文字里的一个数，与它所说的表格里的数不同，两边都不是 0。

只核对读得懂的整句：收到、受理、办结、结转的申请，各种答复，复议和诉讼，规范性文件和处理决定。一个数有几种读法的（受理 8 件，可以含也可以不含上年结转），每一种都不符才提示。约数、上年和部分月份的数、别的机关的数、信息条数、热线和信箱的数都不核对；表格空着的也不核对。

请对照台账，看哪一边是对的。文字错了，可以用修改建议把表格的数写进文字；表格错了，请改表格。

依据：《条例》第五十条，文字和表格说的是同一年的同一件事。`,
    en: `A number in the text differs from the figure in the tables that it tells; neither is 0.

Only whole clauses that are understood are compared: requests received, closed and carried over, their outcomes, reconsiderations and court cases, normative documents and decisions. A number that may be read in several ways (8 accepted, with or without those of last year) is named only where it differs in all of them. Approximate numbers, those of other years or parts of the year, of other bodies, items published, hotlines and mailboxes are left alone, and so are blank cells.

See in your register which side is right. A fix writes the table’s number into the text; where the table is wrong, correct the table.

Source: article 50 of the Regulation: text and tables tell of the same year.`,
  },
  example: {
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（二）依申请公开。全年共收到政府信息公开申请{{text-table:4}}件。

三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（二）依申请公开。全年共收到政府信息公开申请5件。

三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`,
  },
  *check(subject) {
    for (const contradiction of contradictions(subject)) {
      if (isNumberAgainstNumber(contradiction)) yield mentionFinding(subject.report, 'text-table', contradiction);
    }
  },
};
