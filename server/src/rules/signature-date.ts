import { type Deadline, deadline } from '../analysis/deadline.ts';
import { exists } from '../analysis/periods.ts';
import { signature } from '../analysis/signature.ts';
import type { Subject } from '../analysis/subject.ts';
import type { MonthDay } from '../forms/edition.ts';
import type { DateToken } from '../syntax/inline-tokens.ts';
import { isoDate } from '../text/iso-date.ts';
import type { Localized } from '../text/language.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';
import { yearFixes } from './engine/year-fixes.ts';

const code = 'signature-date';

/** The date below the report: impossible, before the period ends, or after the day by which the report is due. */
export const signatureDate: Rule = {
  code,
  group: 'text',
  severity: 'hint',
  title: { zh: '落款日期不合理或已逾期', en: 'The date of the signature is impossible, too early or too late' },
  explanation: {
    zh: `看文末落款的日期：日历上没有这一天的（2月30日），报错误；早于统计期限结束，也就是在报告年度当年的，提示，多半是1月里写日期时年份没有改过来；晚于法定公布时间的，提示。

公布时间：县级以上人民政府部门是次年1月31日以前，县级以上地方人民政府是次年3月31日以前。条文没有写乡镇和街道，从名称看不出级别的也不提示。政府办公室按政府算。

做法：核对日期；确实晚了的，如实落款，这条提示可以不理。

依据：《条例》第四十九条；2018年度以前按原《条例》第三十一条，都是3月31日。`,
    en: `Looks at the date of the signature at the end. A day that the calendar doesn’t have (2月30日) is an error. A day before the period ends, that is within the reported year itself, is a hint: mostly the old year written in January. A day after the statutory one is a hint too.

Due dates: departments of governments of county level and above by 31 January of the following year, those governments by 31 March. The article doesn’t name towns and sub-districts; nothing is said of them, nor where the name leaves the level open. The office of a government counts as the government.

What to do: correct the date; where the report was late indeed, leave it as it is.

Source: article 49 of the Regulation; for the years to 2018 article 31 of the former one, 31 March for all.`,
  },
  example: {
    wrong: `# 云岭县青禾镇人民政府2023年政府信息公开工作年度报告

六、其他需要报告的事项

2023年未收取信息处理费。

青禾镇人民政府
{{signature-date:2023年1月20日}}
`,
    right: `# 云岭县青禾镇人民政府2023年政府信息公开工作年度报告

六、其他需要报告的事项

2023年未收取信息处理费。

青禾镇人民政府
2024年1月20日
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  const { report } = subject;
  const signed = signature(subject);
  const date = signed?.date;
  if (!date) return;
  const { span } = date;
  if (!exists(date)) {
    const message = { zh: `日历上没有「${date.text}」这一天`, en: `there is no such day as “${date.text}”` };
    yield finding(code, { span, severity: 'error', data: { problem: 'impossible' }, message: () => message });
    return;
  }
  const year = report.year?.value;
  if (year === undefined) return;
  if (isBefore(date, year + 1, { month: 1, day: 1 })) {
    yield finding(code, {
      span,
      data: { problem: 'early', year },
      fixes: () => (date.year === year ? yearFixes(report, span, year + 1) : []),
      message: () => ({
        zh: `落款是${date.text}，${year} 年度还没有结束；请核对年份`,
        en: `signed ${date.text}, before ${year} had ended; see whether the year is right`,
      }),
    });
    return;
  }
  const due = deadline(subject);
  if (!due || !isBefore({ year: due.year, ...due.by }, date.year ?? 0, dayOf(date))) return;
  yield finding(code, {
    span,
    data: { problem: 'late', year },
    message: () => late(date, due),
  });
}

function late(date: DateToken, { year, by, legal: { work, article } }: Deadline): Localized {
  const { month, day } = by;
  return {
    zh: `落款是${date.text}，晚于法定公布时间 ${year} 年 ${month} 月 ${day} 日（${work}${article}）`,
    en: `signed ${date.text}, after ${isoDate(year, by)}, the day by which it is due (${work}${article})`,
  };
}

function dayOf({ month, day }: DateToken): MonthDay {
  return { month, day: day ?? 1 };
}

/** Whether a day lies before another. */
function isBefore(
  { year, month, day }: { readonly year: number | null; readonly month: number; readonly day: number | null },
  otherYear: number,
  other: MonthDay,
): boolean {
  const number = (y: number, m: number, d: number): number => y * 10_000 + m * 100 + d;
  return number(year ?? 0, month, day ?? 1) < number(otherYear, other.month, other.day);
}
