import { statedPeriods } from '../analysis/stated-periods.ts';
import type { Subject } from '../analysis/subject.ts';
import type { Title, Year } from '../report/report.ts';
import { statedYears, yearsNamed, yearValue } from '../report/report-year.ts';
import type { Localized } from '../text/language.ts';
import { overlap } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Finding, RelatedHere, Rule } from './engine/rule.ts';
import { yearFixes } from './engine/year-fixes.ts';

const code = 'title-year';

/** Title, front matter and reporting period name different years. The report is read as of the year that the others name. */
export const titleYear: Rule = {
  code,
  group: 'citations',
  severity: 'warning',
  title: { zh: '标题、文件头、正文的年度不一致', en: 'Title, front matter and text name different years' },
  explanation: {
    zh: `标题里的年份、文件头里写的年度、正文开头的统计期限应当是同一年。不一致时提示，位置是与其他各处不同的那一个。

三处里有两处相同的，以这两处为准；没有写文件头、标题比统计期限早的，标题多半是上年留下的，以统计期限为准；标题比统计期限晚的，看正文、落款日期支持哪一年，晚两年以上的是笔误，以写了两遍的为准。其余的检查（格式、统计期限、往年的年份）都按这个年度进行，不再重复提示。写明起止日期的统计期限与标题、文件头都不同的，由 reporting-period 提示。

做法：核对报告的是哪一年，改正那一处。

依据：《条例》第四十九条、第五十条，年度报告报告的是上一个自然年的情况。`,
    en: `The year in the title, that of the front matter and the reporting period in the opening should be one. Fires at the one that differs from the others.

Where two of the three agree, they hold; where there is no front matter and the title is of an earlier year than the period, the title was most likely left from last year, and the period holds; for a title of a later year the text and the date of signature decide, and two years or more are a slip, where the year written twice holds. All other rules (form, period, stale years) go by that year and say nothing more. A period with its days that differs from both title and front matter is reported by reporting-period.

What to do: see which year is reported, and correct the odd one.

Source: articles 49 and 50 of the Regulation: the report covers one calendar year.`,
  },
  example: {
    wrong: `# 青禾镇{{title-year:2022}}年政府信息公开工作年度报告

本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。
`,
    right: `# 青禾镇2023年政府信息公开工作年度报告

本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  const { report } = subject;
  const { year, title } = report;
  if (!year) return;
  const { frontMatter, title: titled, ...stated } = statedYears(report.frontMatter, title, report.tree.lines);
  const period = stated.periodForm?.sure && !isJudged(subject, stated.period) ? stated.period : null;
  const others = [frontMatter, titled, stated.period].filter((each) => each?.value === year.value);
  for (const odd of [frontMatter, titled ?? brokenYear(title), period]) {
    if (!odd || odd.value === year.value || (odd === titled && yearsNamed(title).includes(year.value))) continue;
    yield finding(code, {
      span: odd.span,
      data: { year: year.value, written: odd.value },
      related: () => others.flatMap((other) => (other ? related(other) : [])),
      fixes: () => yearFixes(report, odd.span, year.value),
      message: () => message(odd, year.value),
    });
  }
}

/** Whether the rule on reporting periods judges it. */
function isJudged(subject: Subject, period: Year | null): boolean {
  return period !== null && statedPeriods(subject).some(({ span }) => overlap(span, period.span));
}

/** The digits before the first 年 of a title that are no year: 3023年, 20223年. */
function brokenYear(title: Title | null): Year | null {
  const match = title && /(?<![0-9０-９])[0-9０-９]{3,6}(?=[ \u00a0\u3000]*年)/.exec(title.text);
  if (!match || title.span.end - title.span.start !== title.text.length) return null;
  const start = title.span.start + match.index;
  return { value: yearValue(match[0]), span: { start, end: start + match[0].length }, source: 'title' };
}

function message({ source, value }: Year, year: number): Localized {
  if (source === 'title')
    return {
      zh: `标题里的年份是 ${value} 年，报告年度是 ${year} 年`,
      en: `the title says ${value}, the report’s year is ${year}`,
    };
  if (source === 'preface')
    return {
      zh: `统计期限写的是 ${value} 年，报告年度是 ${year} 年`,
      en: `the reporting period is ${value}, the report’s year is ${year}`,
    };
  return {
    zh: `文件头写的年度是 ${value} 年，标题和统计期限都是 ${year} 年`,
    en: `the front matter says ${value}, title and period say ${year}`,
  };
}

const places: Readonly<Record<Year['source'], Localized>> = {
  'front-matter': { zh: '文件头', en: 'the front matter' },
  title: { zh: '标题', en: 'the title' },
  preface: { zh: '统计期限', en: 'the reporting period' },
};

function related({ source, value, span }: Year): RelatedHere {
  return {
    span,
    message: () => ({ zh: `${places[source].zh}是 ${value} 年`, en: `${places[source].en} says ${value}` }),
  };
}
