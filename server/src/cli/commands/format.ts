import type { Localized } from '../../text/language.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { type Found, findReports } from '../find-reports.ts';
import { FileFormat, type Formatted } from '../format-file.ts';
import { formatMessages } from '../format-messages.ts';
import { type Context, exitCodes } from '../io.ts';
import { labelsOf, labelsOption } from '../labels-option.ts';
import { messages } from '../messages.ts';
import { overFiles } from '../over-files.ts';
import { printable } from '../printable.ts';
import { readReport } from '../read-reports.ts';
import { byteOrderMark } from '../read-text.ts';
import { settingsFaults } from '../settings-files.ts';
import { writeReport } from '../write-report.ts';

const FEWEST_FOR_THREADS = 100;

export const format: Command = {
  name: 'format',
  operands: { zh: '[选项] <文件或文件夹…>', en: '[options] <file or folder…>' },
  options: [
    {
      name: 'check',
      description: {
        zh: '不改文件，只列出需要排版的；有则退出码为 1',
        en: 'change nothing, list what would change, and exit with 1 where there is any',
      },
    },
    {
      name: 'canonical',
      description: {
        zh: '把带合并格子的表改为标准写法（一项一行），会丢东西的不改',
        en: 'write tables with merged cells in the canonical form, one item a row, unless something would be lost',
      },
    },
    {
      ...labelsOption,
      description: {
        zh: '表格的行名和表头都用 short 短的或 official 表样的；两者都不是的不改。不写时不改，--canonical 用短的',
        en: 'write short or official labels, one for the other; those that are neither stay. Without it none is changed, but by --canonical, which writes short ones',
      },
    },
  ],
  notes: {
    zh: `直接改写文件，列出改了的。只动表格里竖线和空白的位置：每一格的文字（--labels 改的行名和表头除外）和其他各行一字不变，制表符换成竖线，换行符照旧。
文件夹会连同下级一起查找 *.nianbao 和 *.年报，当前文件夹写作 .；- 从标准输入读，写到标准输出。

退出码  0 完成；1 用了 --check 而且有需要排版的；2 用法不对，或有文件读不了、写不了`,
    en: `Rewrites the files in place and lists those that changed. Only the bars of tables and the spaces around them move:
the text of every cell (but for --labels) and every other line stay as they are. TABs become bars; line breaks are kept.
Folders are searched for *.nianbao and *.年报; . is the current one; - reads standard input and writes standard output.

Exit codes  0 done; 1 with --check, where a file would change; 2 wrong usage, or a file that can't be read or written`,
  },
  run: runFormat,
};

async function runFormat(context: Context, given: Arguments): Promise<number> {
  const { operands, flags } = given;
  const { io, language } = context;
  if (operands.length > 1 && operands.includes('-')) throw new UsageError(formatMessages.inputAlone());
  if (operands.length === 0) throw new UsageError(messages.missingFile());
  const faults = settingsFaults(context);
  const labels = given.values.has(labelsOption.name) ? labelsOf(given) : null;
  const options = { cwd: io.cwd, canonical: flags.has('canonical'), labels };
  const fileFormat = new FileFormat(options);
  const perform = async (found: Found): Promise<Formatted> => fileFormat.outcome(await readReport(found, io));
  const work = { command: 'format', options, fewest: FEWEST_FOR_THREADS, perform } as const;
  const counts = { changed: 0, same: 0, failed: 0 };
  for await (const formatted of overFiles(findReports(operands, io.cwd), work, io.threads ?? null)) {
    const outcome = formatted.kind === 'formatted' ? await put(context, formatted, flags) : formatted.message;
    for (const { file, fault } of formatted.faults) faults.hear(file, fault);
    await faults.tell();
    if (outcome === 'changed' || outcome === 'same') counts[outcome]++;
    else {
      counts.failed++;
      await complain(io, outcome[language], formatted.name);
    }
  }
  const isFilter = operands[0] === '-' && !flags.has('check');
  const say = flags.has('check') ? formatMessages.wouldFormat : formatMessages.formatted;
  if (!isFilter && counts.changed + counts.same > 0) {
    await io.stderr.write(`${say(counts.changed, counts.same)[language]}\n`);
  }
  if (counts.failed > 0) return exitCodes.failure;
  return flags.has('check') && counts.changed > 0 ? exitCodes.findings : exitCodes.clean;
}

/** Writes what one report became; gives whether it is another, or what went wrong. */
async function put(
  { io, language }: Context,
  { read, text, kept }: Extract<Formatted, { kind: 'formatted' }>,
  flags: Arguments['flags'],
): Promise<'changed' | 'same' | Localized> {
  for (const { table, reason } of kept) {
    await complain(io, formatMessages.tableKept(table[language], reason[language])[language], read.name);
  }
  if (read.name === '-' && !flags.has('check')) await io.stdout.write((read.hasMark ? byteOrderMark : '') + text);
  if (text === read.text) return 'same';
  if (read.name !== '-' && !flags.has('check')) {
    const { trouble, remark } = writeReport(read, text);
    if (trouble) return trouble;
    if (remark) await complain(io, remark[language], read.name);
  }
  if (read.name !== '-' || flags.has('check')) await io.stdout.write(`${printable(read.name)}\n`);
  return 'changed';
}
