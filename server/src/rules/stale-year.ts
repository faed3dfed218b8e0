import { staleProblemYears } from '../analysis/stale-problem-years.ts';
import { staleYears } from '../analysis/stale-years.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';
import { yearFixes } from './engine/year-fixes.ts';

export const staleYear: Rule = {
  code: 'stale-year',
  group: 'citations',
  severity: 'warning',
  title: { zh: '上一年的年份没有改', en: 'Last year’s year left in' },
  explanation: {
    zh: `写本年度情况的句子里，年份还是上一年的，或者错写成下一年。标题里的年份由 title-year 提示。

报告多是在去年的稿子上改的，年份漏改，读者会以为报的是旧数据。只提示第一、六部分和开头里明显在报告本年情况的句子，以及第五部分直接写某年存在哪些问题的句子（整改上年问题的不算）；同上年的比较、上年结转、文件名称和文号、修饰后面事物的年份（2022年新建的专区）、下一年的打算都不提示。

请核对这一句的数是不是本年度的，是就改年份；确实说的是上一年，可以写明「上年」，或者在上一行写 // nianbao-ignore stale-year: 原因。

依据：《条例》第四十九条、第五十条，年度报告报告的是上一个自然年的情况。`,
    en: `A sentence that reports the facts of this year names the year before, or the next by mistake. The year of the title is title-year’s.

Most reports are edited from last year’s. With the old year left in, readers take the figures for old ones. Only sentences of the opening, 一 and 六 that clearly report this year’s facts, and of 五 that plainly say what problems there are (not what became of last year’s), are named: comparisons, figures carried over, titles and numbers of documents, years that belong to a thing (2022年新建的专区), and plans for next year are left alone.

See whether the figures are this year’s, and correct the year. Where the sentence does speak of last year, say so (上年), or write // nianbao-ignore stale-year: with the reason in the line before.

Source: articles 49 and 50 of the Regulation: the report covers one calendar year.`,
  },
  example: {
    wrong: `# 青禾镇2023年政府信息公开工作年度报告

一、总体情况

（二）依申请公开。{{stale-year:2022年}}，我镇共收到政府信息公开申请3件，均已按期答复。
`,
    right: `# 青禾镇2023年政府信息公开工作年度报告

一、总体情况

（二）依申请公开。2023年，我镇共收到政府信息公开申请3件，均已按期答复。
`,
  },
  *check({ report }) {
    const year = report.year?.value;
    if (year === undefined) return;
    for (const { span, written, all } of [...staleYears(report, year), ...staleProblemYears(report, year)]) {
      yield finding('stale-year', {
        span,
        data: { year, written },
        fixes: () => yearFixes(report, all, year),
        message: () => ({
          zh: `这一句写的是 ${written} 年，报告年度是 ${year} 年；如果报告的是本年情况，请改年份`,
          en: `this sentence says ${written}, the report’s year is ${year}; correct it if the facts are this year’s`,
        }),
      });
    }
  },
};
