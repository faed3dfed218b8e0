import { isBlank, isContent, reportSpan } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import type { Report } from '../report/report.ts';
import { lineBreak } from '../text/line-breaks.ts';
import { joined, nothingMore } from './engine/afterwards.ts';
import { finding } from './engine/finding.ts';
import { insertBlock } from './engine/insertion.ts';
import type { Edit, Finding, Fix, Rule } from './engine/rule.ts';

const code = 'unknown-year';

/** The reporting year is told nowhere, so that the newest edition is assumed. */
export const unknownYear: Rule = {
  code,
  group: 'structure',
  severity: 'information',
  asks: 'more',
  title: { zh: '不知道是哪一年度的报告', en: 'The reporting year is unknown' },
  explanation: {
    zh: `文件头、标题和正文开头都没有写明年度时提示。这时按最新的格式检查；与年份有关的规则（统计期限、往年的年份、核对上年报告）都不检查。

年度决定用哪一年的格式：2021年度起用国办公开办函〔2021〕30号的格式，2019、2020年度用国办公开办函〔2019〕60号的格式（试行），更早的没有统一格式。

做法：在标题里写上年份，或者在文件最前面写文件头：「---」一行，「年度: 」加四位数字一行，「---」一行。`,
    en: `Fires when neither the front matter nor the title nor the preface tells the year. The newest form is then assumed, and the rules that need the year (reporting period, stale years, comparison with last year) stay silent.

The year decides the form: 国办公开办函〔2021〕30号 from the reports for 2021 on, 国办公开办函〔2019〕60号 (trial) for 2019 and 2020, no set form before.

What to do: write the year in the title, or put front matter at the top of the file: a line “---”, a line “年度: ” with four digits, a line “---”.`,
  },
  example: {
    wrong: '# {{unknown-year:青禾镇人民政府政府信息公开工作年度报告}}\n\n一、总体情况\n',
    right: '# 青禾镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n',
  },
  check,
};

function* check({ report }: Subject): Generator<Finding> {
  if (report.year || isBlank(report) || report.tree.unclosedFrontMatter) return;
  if (report.frontMatter.some((entry) => entry.key === 'year')) return;
  yield finding(code, {
    span: reportSpan(report),
    fixes: () => fixes(report),
    message: () => ({
      zh: `文件头、标题和开头都没有写年度，暂按${report.edition.name.zh}检查`,
      en: `Neither front matter, title nor preface tells the year; the ${report.edition.name.en} is assumed`,
    }),
  });
}

function fixes(report: Report): readonly Fix[] {
  const guess = mostNamedYear(report);
  if (guess === null) {
    return [
      {
        title: { zh: '加文件头，再填年度', en: 'Insert front matter to fill in' },
        edits: [declaration(report, '')],
        certain: false,
      },
    ];
  }
  const due = report.forms.forYear(guess);
  const other = due !== null && report.tables.some(({ edition }) => edition.id !== due.id);
  return [
    {
      title: joined([
        {
          zh: `写明年度 ${guess}（正文里提到最多的年份）`,
          en: `Declare the year ${guess}, the one that the text names most`,
        },
        other ? { zh: '，表格不是这一年的格式', en: '; the tables are in the form of other years' } : nothingMore,
      ]),
      edits: [declaration(report, String(guess))],
      certain: false,
    },
  ];
}

function declaration(report: Report, year: string): Edit {
  const { text, frontMatter, lines } = report.tree;
  const entry = `年度: ${year}`;
  if (!frontMatter) return insertBlock(text, lines[0]?.span.start ?? 0, `---\n${entry}\n---`);
  const start = frontMatter.span.start + text.slice(frontMatter.span.start).search(/\r\n|\r|\n/);
  return { span: { start, end: start }, text: lineBreak(text) + entry };
}

function mostNamedYear(report: Report): number | null {
  const counts = new Map<number, number>();
  for (const line of report.tree.lines.filter(isContent)) {
    const text = report.tree.text.slice(line.span.start, line.span.end);
    for (const [year] of text.matchAll(/(?<!\d)20\d\d(?= ?年)/g)) {
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? null;
}
