import { arithmeticFindings } from './engine/arithmetic.ts';
import { withFormRows } from './engine/form-rows.ts';
import type { Rule } from './engine/rule.ts';

export const outcomeTotal: Rule = {
  code: 'outcome-total',
  group: 'arithmetic',
  severity: 'error',
  title: { zh: '表三（七）总计与各项办理结果之和不符', en: '（七）总计 differs from the sum of the outcomes' },
  explanation: {
    zh: `表三任何一栏的「（七）总计」，不等于同一栏（一）至（六）各项办理结果之和。

每件办结的申请只在一种结果下计一次：作区分处理的，只计「部分公开」，不再计入其他各项。因此各项相加就是办结的件数。勾稽关系「一 + 二 = 三 + 四」成立，并不说明这里没有错。

请核对各项结果：常见的是同一件申请计了两次，或者漏了一项。总计栏的差额如果正好等于前面各栏的差额之和，只报前面那一栏。

依据：年度报告格式表三「（七）总计」，「（二）部分公开」的填写说明。`,
    en: `In a column of table three, （七）总计 differs from the sum of the outcomes （一） to （六） in the same column.

Every closed request is counted once, under one outcome: one that is granted in part counts under 部分公开 only. The outcomes therefore add up to the requests closed. That the printed relation holds doesn’t show that these are right.

Check each outcome. Usual causes: one request counted twice, or an outcome left out. Where the column 总计 is off by just what the columns before it are off, only those are reported.

Source: table three of the official form, rows （七）总计 and （二）部分公开.`,
  },
  example: {
    wrong: withFormRows(`三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 三、本年度办理结果 |
| （一）予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
{{rows}}
| 1.本机关不掌握相关政府信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
{{rows}}
| （七）总计 | {{outcome-total:4}} | 0 | 0 | 0 | 0 | 0 | 4 |
`),
    right: withFormRows(`三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 三、本年度办理结果 |
| （一）予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
{{rows}}
| 1.本机关不掌握相关政府信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
{{rows}}
| （七）总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
`),
  },
  check: (subject) => arithmeticFindings(subject, 'outcome-total'),
};
