import { isOfYearBefore } from '../analysis/last-year.ts';
import { type NamedReport, namedReports } from '../analysis/named-reports.ts';
import type { Subject } from '../analysis/subject.ts';
import { listed } from '../forms/names.ts';
import type { Localized } from '../text/language.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'missing-file';

/** The front matter names a report that isn't there, or as last year's one of another year. */
export const missingFile: Rule = {
  code,
  group: 'across-files',
  severity: 'information',
  title: { zh: '没有找到上年或所属单位的报告', en: 'Last year’s report or one that is summed up is not found' },
  explanation: {
    zh: `文件头的「上年」或「下级」没有指到报告：没有这个文件，没有文件合乎带 * 的写法，或者「上年」指的报告不是上一年的。nianbao.json 名单（roster）里的所属单位没有报告，或者有好几份。缺的所属单位一次说完。

与那份报告有关的核对都没有做；不提示，看上去就像核对过、没有问题。

写相对于本文件的路径，例如「上年: ../2022/青禾镇.nianbao」，扩展名是 .nianbao 或 .年报；「下级」可以用 * 表示名称中的任何几个字，用 ** 表示任何几层文件夹。上年报告还没有转成文件的，先用 nianbao import 导入，或者删去这一行。

依据：文件头是本工具的约定，格式文件没有规定。`,
    en: `“上年” or “下级” in the front matter leads to no report: there is no such file, no file fits a pattern with *, or the report named as last year’s is of another year. Or a body that the roster of nianbao.json has below this one has no report, or several. All that are missing below it are said at once.

Whatever is compared with that report was not compared; silence would look as if all were well.

Write a path relative to this file, such as “上年: ../2022/青禾镇.nianbao”, ending in .nianbao or .年报. In 下级, * stands for any characters of a name and ** for any folders. Where last year’s report is no file yet, import it (nianbao import), or delete the line.

Source: front matter is a convention of this tool, not of the form.`,
  },
  noFix: {
    zh: '文件在哪里只有作者知道；写路径时，补全会列出文件夹里的报告。',
    en: 'only the author knows where the file is; completion lists the folder’s reports while a path is typed.',
  },
  example: {
    wrong: '---\n机关: 青禾镇人民政府\n年度: 2023\n上年: {{missing-file:青禾镇2022.nianbao}}\n---\n',
    right: '---\n机关: 青禾镇人民政府\n年度: 2023\n---\n',
  },
  *check(subject) {
    const byBody = subject.missing.filter(({ reports }) => reports !== undefined);
    for (const { key, named, reports } of subject.missing)
      if (reports === undefined) yield finding(code, { span: named.span, message: () => notFound(key, named.text) });
    const [first] = byBody;
    if (first) yield finding(code, { span: first.named.span, message: () => withoutReport(subject, byBody) });
    yield* ofAnotherYear(subject);
    yield* childOfAnotherYear(subject);
  },
};

function withoutReport({ report }: Subject, children: readonly NamedReport[]): Localized {
  const names = (all: readonly NamedReport[]) =>
    listed(
      all.map(({ named }) => named.text),
      10,
    );
  const none = children.filter(({ reports }) => reports === 0);
  const more = children.filter(({ reports }) => reports !== 0);
  const year = report.year?.value ?? '';
  const zh = [
    ...(none.length > 0 ? [`没有找到${names(none).zh}${year}年的报告`] : []),
    ...(more.length > 0 ? [`${names(more).zh}有好几份${year}年的报告`] : []),
  ];
  const en = [
    ...(none.length > 0 ? [`no report for ${year} of ${names(none).en} is found`] : []),
    ...(more.length > 0 ? [`${names(more).en} has several for ${year}`] : []),
  ];
  return {
    zh: `${zh.join('；')}，汇总数没有核对`,
    en: `Sums were not compared: ${en.join('; ')}`,
  };
}

function* childOfAnotherYear({ report, children }: Subject): Generator<Finding> {
  const year = report.year?.value ?? null;
  const entry = namedReports(report).find(({ key }) => key === 'children');
  const other = children.find((child) => child.year !== null && year !== null && child.year !== year);
  if (!entry || !other) return;
  yield finding(code, {
    span: entry.named.span,
    message: () => ({
      zh: `「${other.body ?? other.source}」的报告是${other.year}年的，不是${year}年的，汇总数没有核对`,
      en: `The report of “${other.body ?? other.source}” is of ${other.year}, not of ${year}; sums were not compared`,
    }),
  });
}

function notFound(key: NamedReport['key'], path: string): Localized {
  if (key === 'previous') {
    return {
      zh: `没有找到上年报告「${path}」，没有核对；写相对于本文件的路径`,
      en: `Last year’s report “${path}” is not found, nothing was compared; write a path relative to this file`,
    };
  }
  return {
    zh: `没有找到下级报告「${path}」；写相对于本文件的路径，可以用 *`,
    en: `No report “${path}” is found; write a path relative to this file, * is allowed`,
  };
}

function* ofAnotherYear({ report, previous }: Subject): Generator<Finding> {
  const year = report.year?.value ?? null;
  const entry = namedReports(report).find(({ key }) => key === 'previous');
  if (!entry || !previous || year === null || isOfYearBefore(previous, year)) return;
  yield finding(code, {
    span: entry.named.span,
    message: () => ({
      zh: `「${entry.named.text}」是${previous.year}年的报告，不是上年（${year - 1}年）的，没有核对`,
      en: `“${entry.named.text}” is the report of ${previous.year}, not of last year (${year - 1}); nothing was compared`,
    }),
  });
}
