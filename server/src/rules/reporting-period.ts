import { exists, type Period } from '../analysis/periods.ts';
import { statedPeriods } from '../analysis/stated-periods.ts';
import type { Localized } from '../text/language.ts';
import { finding } from './engine/finding.ts';
import type { Fix, Rule } from './engine/rule.ts';

export const reportingPeriod: Rule = {
  code: 'reporting-period',
  group: 'citations',
  severity: 'warning',
  title: { zh: '统计期限不对', en: 'The reporting period is wrong' },
  explanation: {
    zh: `报告开头写的统计期限不是本年度的 1 月 1 日至 12 月 31 日，或者日期不存在、写法不完整。

日期不存在的（如 13 月、2 月 30 日、年份多了数字、止期早于起期）是错误；期限不是全年、年份不是报告年度、漏写「日」字等是警告。「自」「起」「止」可以不写，止期可以不写年份。写明本机关当年成立、组建的，不作提示；没有写统计期限的，也不作提示。

年度报告统计的是上一个自然年，期限写错，读者无法判断数据属于哪一年；多半是沿用去年的句子只改了一半。

请改为「自某年1月1日起至某年12月31日止」。

依据：《条例》第四十九条；各年度报告格式通行的开头。`,
    en: `The reporting period in the opening isn’t 1 January to 31 December of the report’s year, or a date doesn’t exist or is incomplete.

A date that doesn’t exist (month 13, 30 February, a year with too many digits, an end before the start) is an error; a period other than the whole year, another year or a lost 日 is a warning. 自, 起, 止 and the second year may be left out. Where the text says that the body was set up within the year nothing is said, nor where no period is given.

The report covers a calendar year. With a wrong period nobody can tell which year the figures belong to; usually last year’s sentence was changed by half.

Write 自…年1月1日起至…年12月31日止.

Source: article 49 of the Regulation and the customary opening.`,
  },
  example: {
    wrong: `# 青禾镇2023年政府信息公开工作年度报告

本报告所列数据的统计期限{{reporting-period:自2023年1月1日起至2023年12月30日止}}。
`,
    right: `# 青禾镇2023年政府信息公开工作年度报告

本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。
`,
  },
  *check(subject) {
    const year = subject.report.year?.value;
    if (year === undefined) return;
    for (const period of statedPeriods(subject)) {
      const trouble = troubleOf(period, year);
      if (!trouble) continue;
      yield finding('reporting-period', {
        span: period.span,
        ...(trouble.impossible ? { severity: 'error' as const } : {}),
        data: { year },
        fixes: () => [wholeYear(period, year)],
        message: () => trouble.message,
      });
    }
  },
};

function wholeYear({ words, span }: Period, year: number): Fix {
  const { from, begin, to, end } = words;
  const text = `${from}${year}年1月1日${begin}${to}${year}年12月31日${end}`;
  return { title: { zh: `改为「${text}」`, en: `Change to “${text}”` }, edits: [{ span, text }], certain: false };
}

interface Trouble {
  readonly impossible: boolean;
  readonly message: Localized;
}

function troubleOf({ from, to }: Period, year: number): Trouble | null {
  const whole = `${year}年1月1日至${year}年12月31日`;
  if (!exists(from) || !exists(to)) {
    return {
      impossible: true,
      message: {
        zh: `统计期限里有不存在的日期，应为${whole}`,
        en: `the reporting period has a date that doesn’t exist; it should be ${whole}`,
      },
    };
  }
  const endYear = to.year ?? from.year ?? year;
  const startYear = from.year ?? endYear;
  const order = (y: number, month: number, day: number) => y * 10000 + month * 100 + day;
  if (order(endYear, to.month, to.day ?? 31) < order(startYear, from.month, from.day ?? 1)) {
    return {
      impossible: true,
      message: {
        zh: `统计期限的止期早于起期，应为${whole}`,
        en: `the reporting period ends before it begins; it should be ${whole}`,
      },
    };
  }
  const isWhole = from.month === 1 && (from.day ?? 1) === 1 && to.month === 12 && (to.day ?? 31) === 31;
  if (startYear !== year || endYear !== year || !isWhole) {
    return {
      impossible: false,
      message: {
        zh: `统计期限应为报告年度全年：${whole}`,
        en: `the reporting period should be the whole of the report’s year: ${whole}`,
      },
    };
  }
  if (from.wellFormed && to.wellFormed) return null;
  return {
    impossible: false,
    message: {
      zh: `统计期限漏写了「日」字，应为${whole}`,
      en: `日 is missing from a date of the reporting period; it should be ${whole}`,
    },
  };
}
