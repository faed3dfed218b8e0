import { arithmeticFindings } from './engine/arithmetic.ts';
import type { Rule } from './engine/rule.ts';

export const requestBalance: Rule = {
  code: 'request-balance',
  group: 'arithmetic',
  severity: 'error',
  title: {
    zh: '表三勾稽关系不成立：一 + 二 ≠ 三（七）+ 四',
    en: 'Table three does not balance: items one and two ≠ items three and four',
  },
  explanation: {
    zh: `表三任何一栏的「一、本年新收」加「二、上年结转」，不等于「三（七）总计」加「四、结转下年度继续办理」。

这是表样里印着的唯一一条勾稽关系，每一栏都要成立：收到的和上年留下的申请，要么办结，要么结转下年。「第三项」指（七）总计这一行。

请对照申请台账逐件核对：常见的是结转数漏填，撤回的申请没有计入「其他处理」，或者办理结果填的是答复数而不是件数。

依据：年度报告格式表三左上角「第一项加第二项之和，等于第三项加第四项之和」。`,
    en: `In a column of table three, 一、本年新收 plus 二、上年结转 differs from 三（七）总计 plus 四、结转下年度继续办理.

This is the only relation printed in the form, and it holds in every column: what came in and what was left from last year was either closed or carried forward. Item three means the row （七）总计.

Go through your register of requests. Usual causes: the carried-over row was forgotten, withdrawn requests are not counted under 其他处理, or replies were counted instead of requests.

Source: the corner cell of table three in the official form.`,
  },
  example: {
    wrong: `三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 6 | 0 | 0 | 0 | 0 | 0 | 6 |
| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| 三、本年度办理结果 |
| （七）总计 | {{request-balance:6}} | 0 | 0 | 0 | 0 | 0 | 6 |
| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
`,
    right: `三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 6 | 0 | 0 | 0 | 0 | 0 | 6 |
| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| 三、本年度办理结果 |
| （七）总计 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
`,
  },
  check: (subject) => arithmeticFindings(subject, 'request-balance'),
};
