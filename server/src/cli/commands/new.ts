import { dirname, join, relative, resolve, sep } from 'node:path';
import { writeFile } from '../../node/write-file.ts';
import { readReport } from '../../report/bind.ts';
import type { Report } from '../../report/report.ts';
import { newReport, yearTrouble } from '../../report/skeleton.ts';
import type { Localized } from '../../text/language.ts';
import { isReportFile, reportFileName } from '../../workspace/report-files.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { isFolder } from '../find-reports.ts';
import { importSummary } from '../import-summary.ts';
import { type Context, exitCodes } from '../io.ts';
import { labelsOf, labelsOption } from '../labels-option.ts';
import { messages } from '../messages.ts';
import { printable } from '../printable.ts';
import { readText, Unreadable } from '../read-text.ts';
import { SettingsFiles, settingsFaults } from '../settings-files.ts';
import { inPlace, namedTrouble } from '../write-messages.ts';

export const newCommand: Command = {
  name: 'new',
  operands: { zh: '[选项]', en: '[options]' },
  options: [
    {
      name: 'body',
      value: 'NAME',
      description: { zh: '机关全称；有上年报告的可以不写', en: "the body's full name; last year's report has it" },
    },
    {
      name: 'year',
      value: 'YEAR',
      description: { zh: '报告的年度，例如 2024', en: 'the reporting year, such as 2024' },
    },
    {
      name: 'from',
      value: 'FILE',
      description: {
        zh: '上年的报告，也可以是 Word、PDF、网页或文本文件',
        en: "last year's report; a Word, PDF, HTML or text file will do",
      },
    },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      description: {
        zh: '写入的文件或文件夹；不写时为「机关-年度.nianbao」，- 为标准输出',
        en: 'the file or folder to write; else BODY-YEAR.nianbao; - for standard output',
      },
    },
    labelsOption,
    { name: 'force', short: 'f', description: { zh: '覆盖已有的文件', en: 'overwrite a file that exists' } },
  ],
  notes: {
    zh: `写出这个年度的格式：标题、前言、各部分标题和空表，要写的地方标着「【待填写：…】」，check 会逐处提示。
有上年报告的，标题的写法照旧，上年的「结转下年度」填入「上年结转」，上年的文字放在「//」批注里供改写，不会公布。
在终端里没有写机关、年度的，会问。

退出码：0 已写好；2 用法不对，或文件读不了、写不了、已经存在`,
    en: `Writes the form of the year: title, preface, headings and blank tables. What is to be written is marked, and check reports each mark that is left.
From last year's report the wording of headings is kept, the requests carried forward become those carried over, and the text stands in
// comments to rewrite, which are never published.
In a terminal, body and year are asked for where they are missing.

Exit codes: 0 written; 2 wrong usage, or a file that can't be read, can't be written, or exists`,
  },
  run: runNew,
};

async function runNew(context: Context, given: Arguments): Promise<number> {
  const { io, language } = context;
  const [surplus] = given.operands;
  if (surplus !== undefined) throw new UsageError(messages.surplusOperand(surplus));
  const from = given.values.get('from');
  const thisYear = new Date().getFullYear();
  const faults = settingsFaults(context);
  const settings = new SettingsFiles(io.cwd, faults.hear);
  const read = from === undefined ? null : await readPrevious(context, from, settings);
  if (read && 'failure' in read) {
    await complain(io, read.failure[language], from);
    return exitCodes.failure;
  }
  const body = await bodyOf(context, given, read);
  const year = await yearOf(context, given, read, thisYear);
  const target = targetOf(io.cwd, given.values.get('output'), reportFileName(body, year));
  if (from !== undefined && target?.path === resolve(io.cwd, from)) {
    throw new UsageError(messages.wouldOverwriteReport());
  }
  const file =
    from === undefined || !isReportFile(from)
      ? null
      : pathFrom(target?.path ?? join(io.cwd, '-'), resolve(io.cwd, from));
  const { forms } = await settings.of(target?.path ?? join(io.cwd, '-'));
  await faults.tell();
  const markup = newReport({
    body,
    year,
    labels: labelsOf(given),
    forms,
    ...(read ? { previous: read } : {}),
    ...(file ? { previousFile: file } : {}),
  });
  if (!target) await io.stdout.write(markup);
  else {
    const remark = write(target, markup, given.flags.has('force'));
    if (remark) await complain(io, remark[language], target.name);
    await complain(io, messages.written(printable(target.name))[language]);
  }
  return exitCodes.clean;
}

/** Last year's report; a file that is none yet is imported, and what that did is said. */
async function readPrevious(
  { io, language }: Context,
  file: string,
  settings: SettingsFiles,
): Promise<Report | { readonly failure: Localized }> {
  try {
    if (isReportFile(file)) {
      const path = resolve(io.cwd, file);
      return readReport(readText(path), (await settings.of(path)).forms);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { failure: error.localized };
  }
  const { importFile } = await import('../import-file.ts');
  const imported = await importFile(file, io);
  if ('failure' in imported) return imported;
  await io.stderr.write(importSummary(imported, file, null, language));
  return readReport(imported.markup, (await settings.of(resolve(io.cwd, file))).forms);
}

async function bodyOf({ io, language }: Context, { values }: Arguments, previous: Report | null): Promise<string> {
  const known = values.get('body') ?? previous?.body?.text ?? (await io.ask?.(messages.askBody()[language])) ?? '';
  if (known.trim() === '') throw new UsageError(messages.missingBody());
  return known.trim();
}

/** The year given, else the one after last year's report, else asked for: the one before this year, unless another is typed. */
async function yearOf(
  { io, language }: Context,
  { values }: Arguments,
  previous: Report | null,
  thisYear: number,
): Promise<number> {
  const next = previous?.year ? String(previous.year.value + 1) : null;
  const asked = async (): Promise<string | null> => {
    const answer = await io.ask?.(messages.askYear(thisYear - 1)[language]);
    return answer === undefined || answer === null ? null : answer.trim() || String(thisYear - 1);
  };
  const year = values.get('year') ?? next ?? (await asked());
  if (year === null) throw new UsageError(messages.missingYear());
  const trouble = yearTrouble(year, thisYear);
  if (trouble) throw new UsageError(trouble);
  return Number(year);
}

interface Target {
  readonly name: string;
  readonly path: string;
  /** Whether only its folder was named. */
  readonly isFound: boolean;
}

/** Where the report goes; null for standard output. */
function targetOf(cwd: string, output: string | undefined, usual: string): Target | null {
  if (output === '-') return null;
  const isFound = output === undefined || isFolder(resolve(cwd, output));
  const name = output === undefined ? usual : isFound ? join(output, usual) : output;
  return { name, path: resolve(cwd, name), isFound };
}

function pathFrom(target: string, file: string): string {
  return relative(dirname(target), file).split(sep).join('/');
}

/** Gives what else is to be said. Throws `UsageError`. */
function write({ name, path, isFound }: Target, text: string, overwrite: boolean): Localized | null {
  try {
    return writeFile(path, text, { isNew: !overwrite, isFound }).inPlace ? inPlace : null;
  } catch (error) {
    throw new UsageError(namedTrouble(name, error));
  }
}
