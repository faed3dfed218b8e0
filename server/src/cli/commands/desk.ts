import type { Desk } from '../../tasks/desk.ts';
import { deskPage } from '../../tasks/desk-page.ts';
import { problemCsv, problemLines } from '../../tasks/problem-list.ts';
import type { Localized } from '../../text/language.ts';
import { readCount } from '../arguments.ts';
import { baselineOf, baselineOption, writeBaseline } from '../baseline.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { overviewText } from '../desk-overview.ts';
import { type Reviewed, reviewFolder } from '../desk-review.ts';
import { type Context, exitCodes } from '../io.ts';
import { messages } from '../messages.ts';
import { printable } from '../printable.ts';

const writers: Readonly<Record<string, (desk: Desk, context: Context) => string>> = {
  pretty: overview,
  csv: (result, { language }) => problemCsv(result, language),
  jsonl: (result, { language }) => problemLines(result, language),
  html: (result, { language }) => deskPage(result, language, () => null),
};

export const desk: Command = {
  name: 'desk',
  operands: { zh: '[选项] [文件夹]', en: '[options] [folder]' },
  options: [
    {
      name: 'output',
      short: 'o',
      value: 'FOLDER',
      description: {
        zh: '把总览、问题清单和各单位的退回修改意见写入文件夹',
        en: 'write the overview, the list of problems and a letter to each body into a folder',
      },
    },
    {
      name: 'format',
      value: 'FORMAT',
      choices: Object.keys(writers),
      description: {
        zh: '标准输出的格式：pretty 总览（不写时），csv、jsonl 问题清单，html 总览网页',
        en: 'what goes to standard output: pretty, the overview (by default); csv or jsonl, the problems; html, a page',
      },
    },
    {
      name: 'year',
      value: 'YEAR|all',
      description: {
        zh: '审核哪一年度的报告；不写时为文件夹里最新的年度，all 为所有年度',
        en: 'the year whose reports are reviewed; the newest one in the folder by default, all for every year',
      },
    },
    baselineOption,
    {
      name: 'write-baseline',
      value: 'FILE',
      description: {
        zh: '把现有的问题写入基线文件，供以后 --baseline 或 nianbao.json 的 baseline 使用',
        en: 'write the findings into a file for --baseline, or for “baseline” in nianbao.json',
      },
    },
    {
      name: 'since',
      value: 'COMMIT',
      description: {
        zh: '只列 git 的这个提交以后新出现的问题',
        en: 'list only what is new since a commit of git',
      },
    },
  ],
  notes: {
    zh: `文件夹里的报告可以是年报标记（*.nianbao、*.年报），也可以是 Word、PDF、网页或文本：先转换，再核对，原文件不动。
同名的几种文件只取一种。其他年度的报告用来对照。

退出码  0 没有需修改的；1 有单位未报送或需修改；2 用法不对，或有文件读不了、写不了`,
    en: `The folder's reports may be in the markup (*.nianbao, *.年报), or Word, PDF, HTML or text files: these are imported,
then checked; the files stay as they are. Of several kinds of one name one is taken. Reports of other years are compared with.

Exit codes  0 nothing has to be corrected; 1 reports are missing or have to be corrected; 2 wrong usage, or a file that can't be read or written`,
  },
  run: async (context, given) => {
    const [folder = '.', surplus] = given.operands;
    if (surplus !== undefined) throw new UsageError(messages.surplusOperand(surplus));
    const request = {
      folder,
      year: yearOf(given),
      baseline: baselineOf(given, context.io.cwd),
      since: given.values.get('since') ?? null,
    };
    const reviewed = await reviewFolder(request, context);
    const { desk: result, unread } = reviewed;
    const write = writers[given.values.get('format') ?? 'pretty'] ?? overview;
    await context.io.stdout.write(write(result, context));
    await say(context, deskRemarks(reviewed));
    const output = given.values.get('output');
    if (output !== undefined) {
      const { writeDesk } = await import('../desk-output.ts');
      const letters = await writeDesk(result, output, context);
      await say(context, [wrote(output, letters)]);
    }
    const baseline = given.values.get('write-baseline');
    if (baseline !== undefined) await say(context, [writeBaseline(result, baseline, context.io.cwd)]);
    if (unread.length > 0) return exitCodes.failure;
    return result.entries.some(({ state }) => state === 'missing' || state === 'revise')
      ? exitCodes.findings
      : exitCodes.clean;
  },
};

function yearOf({ values }: Arguments): number | 'all' | null {
  const text = values.get('year');
  if (text === undefined || text === 'all') return text ?? null;
  return readCount('--year', text);
}

function overview(result: Desk, context: Context): string {
  return overviewText(result, { language: context.language, color: usesColor(context) });
}

async function say({ io, language }: Context, texts: readonly Localized[]): Promise<void> {
  for (const text of texts) await io.stderr.write(`${printable(text[language])}\n`);
}

function wrote(folder: string, letters: number): Localized {
  return {
    zh: `已写入 ${folder}：总览、问题清单，退回修改意见 ${letters} 份`,
    en: `written to ${folder}: overview, problems, ${letters} ${letters === 1 ? 'letter' : 'letters'}`,
  };
}

/** What was left out. */
function deskRemarks({ doubles, passedOver }: Reviewed): readonly Localized[] {
  return [
    ...doubles.map((file) => ({
      zh: `${file}：旁边有同名的报告，没有用它`,
      en: `${file}: left out, the same report lies beside it`,
    })),
    ...passedOver.map((file) => ({ zh: `${file}：不是年度报告，没有核对`, en: `${file}: not a report, not checked` })),
  ];
}

function usesColor({ io: { stdout, env } }: Context): boolean {
  return stdout.isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}
