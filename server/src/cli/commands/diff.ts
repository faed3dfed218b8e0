import { diffReports, isSame, type ReportDiff } from '../../tasks/diff.ts';
import { diffJson } from '../../tasks/diff-json.ts';
import { colorOption, usesColor } from '../color-option.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { diffMessages } from '../diff-messages.ts';
import { diffText } from '../diff-text.ts';
import { type Context, exitCodes } from '../io.ts';
import { type ReadVersion, readVersions } from '../read-versions.ts';
import { resultOutput } from '../result-output.ts';

export const diff: Command = {
  name: 'diff',
  operands: { zh: '[选项] <原报告> <新报告>', en: '[options] <before> <after>' },
  options: [
    { name: 'json', description: { zh: '输出 JSON', en: 'write JSON' } },
    { name: 'html', description: { zh: '输出网页', en: 'write a web page' } },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      description: { zh: '结果写入文件', en: 'write the result to a file' },
    },
    {
      name: 'exit-code',
      description: { zh: '有变化时退出码为 1', en: 'exit with 1 where they differ' },
    },
    colorOption,
  ],
  notes: {
    zh: `比的是报告的内容：表格按行和列逐格比较，文字逐句比较。只调整了排版、换了行名写法的，没有变化。
两份报告年度不同的，是与上年比较：列出每个数的增减和百分比。
其中一份可以是 -（标准输入）。

退出码  0 比较完成；1 用了 --exit-code 而且有变化；2 用法不对，或有文件读不了、写不了`,
    en: `What the reports say is compared: tables cell by cell, by row and column, text by sentence. Formatting and
other ways to write a label or a number make no difference. Reports of two years are compared year on year:
each figure with its change, in percent too. One of the two may be - (standard input).

Exit codes  0 compared; 1 with --exit-code, where they differ; 2 wrong usage, or a file that can't be read or written`,
  },
  run: runDiff,
};

async function runDiff(context: Context, given: Arguments): Promise<number> {
  const { operands, flags, values } = given;
  if (operands.length !== 2) throw new UsageError(diffMessages.needsTwo());
  if (flags.has('json') && flags.has('html')) throw new UsageError(diffMessages.oneFormat());
  const { versions, failures } = await readVersions(context, operands);
  for (const { name, message } of failures) await complain(context.io, message[context.language], name);
  const [before, after] = versions;
  if (!before || !after || failures.length > 0) return exitCodes.failure;
  const found = diffReports(before.report, after.report);
  const result = resultOutput(context, values.get('output'), operands);
  await result.add(await written(found, [before, after], context, given));
  await result.end();
  return flags.has('exit-code') && !isSame(found) ? exitCodes.findings : exitCodes.clean;
}

async function written(
  found: ReportDiff,
  [before, after]: readonly [ReadVersion, ReadVersion],
  context: Context,
  given: Arguments,
): Promise<string> {
  const names = [before.name, after.name] as const;
  if (given.flags.has('json')) return `${JSON.stringify(diffJson(found, names), null, 2)}\n`;
  if (given.flags.has('html')) {
    const { diffPage } = await import('../../tasks/diff-html.ts');
    return diffPage(before.report, after.report, names, context.language);
  }
  return diffText(found, names, { language: context.language, color: usesColor(context, given) });
}
