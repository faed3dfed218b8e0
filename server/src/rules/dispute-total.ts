import { arithmeticFindings } from './engine/arithmetic.ts';
import type { Rule } from './engine/rule.ts';

export const disputeTotal: Rule = {
  code: 'dispute-total',
  group: 'arithmetic',
  severity: 'error',
  title: { zh: '表四总计与各项结果之和不符', en: 'A total of table four differs from the sum of its results' },
  explanation: {
    zh: `表四行政复议、未经复议直接起诉、复议后起诉三类中，某一类的「总计」不等于结果维持、结果纠正、其他结果、尚未审结四项之和。

三类各有自己的总计，表样没有行政诉讼的合计。复议后起诉与行政复议的件数之间没有固定关系。

请核对这一类的各项结果；常见的是填了结果而总计留着 0。

依据：年度报告格式表四「总计」。`,
    en: `For one of the three kinds of table four (行政复议, 未经复议直接起诉, 复议后起诉), 总计 differs from the sum of upheld, corrected, other and pending.

Each kind has a total of its own; there is none for litigation as a whole, and no fixed relation between the kinds.

Check the results of this kind. Often the results were filled in and the total was left at 0.

Source: table four of the official form.`,
  },
  example: {
    wrong: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 10 | 1 | 0 | 0 | {{dispute-total:0}} |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
    right: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 10 | 1 | 0 | 0 | 11 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
  },
  check: (subject) => arithmeticFindings(subject, 'dispute-total'),
};
