import { deskOf } from '../../tasks/desk.ts';
import { readCount } from '../arguments.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { overviewText } from '../desk-overview.ts';
import { reviewFolder } from '../desk-review.ts';
import { type Context, exitCodes } from '../io.ts';
import { messages } from '../messages.ts';

export const desk: Command = {
  name: 'desk',
  summary: {
    zh: '审核一个文件夹的报告：谁没有报、谁要改、改什么',
    en: 'review a folder of reports: who has not submitted, who has to correct what',
  },
  operands: { zh: '[选项] [文件夹]', en: '[options] [folder]' },
  options: [
    {
      name: 'year',
      value: 'YEAR|all',
      description: {
        zh: '审核哪一年度的报告；不写时为文件夹里最新的年度，all 为所有年度',
        en: 'the year whose reports are reviewed; the newest one in the folder by default, all for every year',
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
    const year = yearOf(given);
    const reviewed = await reviewFolder(folder, context);
    const { unread } = reviewed;
    const result = deskOf(reviewed.reports, { ...(year === null ? {} : { year }), unread });
    await context.io.stdout.write(overviewText(result, { language: context.language, color: usesColor(context) }));
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

function usesColor({ io: { stdout, env } }: Context): boolean {
  return stdout.isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}
