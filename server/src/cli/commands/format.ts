import type { Forms } from '../../forms/form.ts';
import { rewritten } from '../../report/rewritten.ts';
import type { Localized } from '../../text/language.ts';
import { isTooLarge } from '../../text/limits.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { findReports } from '../find-reports.ts';
import { formatMessages } from '../format-messages.ts';
import { type Context, exitCodes } from '../io.ts';
import { labelsOf, labelsOption } from '../labels-option.ts';
import { messages } from '../messages.ts';
import { printable } from '../printable.ts';
import { type ReadText, readReports } from '../read-reports.ts';
import { byteOrderMark } from '../read-text.ts';
import { SettingsFiles, settingsFaults } from '../settings-files.ts';
import { writeReport } from '../write-report.ts';

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
  const settings = new SettingsFiles(io.cwd, faults.hear);
  const counts = { changed: 0, same: 0, failed: 0 };
  for await (const read of readReports(findReports(operands, io.cwd), io)) {
    const outcome =
      read.kind === 'text' ? await one(context, read, given, (await settings.of(read.path)).forms) : read.message;
    await faults.tell();
    if (outcome === 'changed' || outcome === 'same') counts[outcome]++;
    else {
      counts.failed++;
      await complain(io, outcome[language], read.name);
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

/** Formats one report; gives what became of it, or what went wrong. */
async function one(
  context: Context,
  read: ReadText,
  given: Arguments,
  forms: Forms,
): Promise<'changed' | 'same' | Localized> {
  const { io, language } = context;
  const { flags } = given;
  if (isTooLarge(read.text)) return formatMessages.tooLarge();
  const labels = given.values.has(labelsOption.name) ? labelsOf(given) : null;
  const { text, kept } = rewritten(read.text, { forms, canonical: flags.has('canonical'), labels });
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
