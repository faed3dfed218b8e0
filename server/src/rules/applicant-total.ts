import { arithmeticFindings } from './engine/arithmetic.ts';
import type { Rule } from './engine/rule.ts';

export const applicantTotal: Rule = {
  code: 'applicant-total',
  group: 'arithmetic',
  severity: 'error',
  title: { zh: '表三总计栏与各类申请人之和不符', en: '总计 differs from the sum of the applicant columns' },
  explanation: {
    zh: `表三某一行的「总计」，不等于同一行自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六栏之和。

如果改动某一个数就能使它所在的行和列都成立，而且只有这一个数如此，就只在那一格报一处，其余的关系列为相关信息。

请核对本行各栏。表样没有「法人或其他组织」小计栏，总计是六栏直接相加。

依据：年度报告格式表三「总计」栏。`,
    en: `In a row of table three, 总计 differs from the sum of the six columns before it.

Where changing one figure would mend both its row and its column, and no other figure would, that cell alone is reported and the other relations are listed as related.

Check the columns of the row. The form has no subtotal for organizations: 总计 is the sum of the six columns.

Source: table three of the official form, column 总计.`,
  },
  example: {
    wrong: `三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 38 | 0 | 0 | 0 | 0 | 0 | {{applicant-total:83}} |
`,
    right: `三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 38 | 0 | 0 | 0 | 0 | 0 | 38 |
`,
  },
  check: (subject) => arithmeticFindings(subject, 'applicant-total'),
};
