import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Kind, kinds } from '../../importers/kinds.ts';
import type { Imported, ImportFailure } from '../../importers/source.ts';
import { inOrder } from '../../node/in-order.ts';
import { writeFile } from '../../node/write-file.ts';
import type { Language, Localized } from '../../text/language.ts';
import { partFileNames } from '../../workspace/part-file-names.ts';
import { type Arguments, type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { isFolder } from '../find-reports.ts';
import { importFile } from '../import-file.ts';
import { importLimitOptions, importLimitsOf } from '../import-limit-options.ts';
import { type ImportSource, importSources } from '../import-sources.ts';
import { importLine, importSummary } from '../import-summary.ts';
import { type Context, exitCodes } from '../io.ts';
import { labelsOf, labelsOption } from '../labels-option.ts';
import { filesFromOption } from '../listed-files.ts';
import { messages } from '../messages.ts';
import { printable } from '../printable.ts';
import { inPlace, namedTrouble } from '../write-messages.ts';

const EXTENSION = '.nianbao';
/** For so many files another thread costs more than it saves. */
const FEWEST_FOR_THREADS = 8;

export const importCommand: Command = {
  name: 'import',
  operands: { zh: '[选项] <文件或文件夹…>', en: '[options] <file or folder…>' },
  options: [
    {
      name: 'output',
      short: 'o',
      value: 'FILE|FOLDER',
      description: {
        zh: '结果写入文件；多个文件时写文件夹，结果与原文件同名；一个文件里有多份报告的，各成一个文件',
        en: 'write the result to a file, or the results of several to a folder under their own names; a file of several reports gives one each',
      },
    },
    {
      name: 'from',
      value: 'FORMAT',
      choices: kinds,
      description: {
        zh: `来源的格式：${kinds.join('、')}；不写时自动识别`,
        en: `format of the source: ${kinds.join(', ')}; recognised by default`,
      },
    },
    {
      name: 'jsonl',
      description: {
        zh: '每个文件写一行 JSON：file、markup、notes、numbers，失败的写 error',
        en: 'write a line of JSON for each file: file, markup, notes, numbers, or error',
      },
    },
    filesFromOption,
    labelsOption,
    ...importLimitOptions,
    { name: 'force', short: 'f', description: { zh: '覆盖已有的文件', en: 'overwrite files that exist' } },
  ],
  notes: {
    zh: `文件夹连同下级一起查找 docx、pdf、html，结果放在 -o 的文件夹里同样的位置。没有 -o 时，结果写到标准输出。识别了什么、推断了什么、没有收什么、哪些数存疑、
数字的个数前后是否一致，写到标准错误。存疑的单元格留空，候选的数写在旁边的注释里。

退出码  0 导入了，有存疑的也是；2 用法不对，或有文件导入不了`,
    en: `Folders are searched for docx, pdf and html, folders below included; the results lie in the folder that -o names
as the sources lie in theirs. Without -o the result goes to standard output. What was recognised, guessed, left out or doubtful, and whether
as many numbers came out as went in, is said on standard error. A doubtful cell is left blank, with the
candidates in a comment beside it.

Exit codes  0 imported, doubtful cells included; 2 wrong usage, or a file that can't be imported`,
  },
  run: runImport,
};

async function runImport(context: Context, given: Arguments): Promise<number> {
  const { io, language } = context;
  if (given.operands.length === 0 && !given.values.has(filesFromOption.name))
    throw new UsageError(messages.missingImport());
  const asLines = given.flags.has('jsonl');
  if (asLines && given.values.has('output')) throw new UsageError(messages.linesOrFiles());
  const targetOf = asLines ? () => null : targets(given, io.cwd);
  const limits = importLimitsOf(given);
  const from = kinds.find((kind): kind is Kind => kind === given.values.get('from'));
  const written = new Set<string>();
  let failed = false;
  const stop = new AbortController();
  const options = { labels: labelsOf(given), limits, signal: stop.signal, ...(from ? { from } : {}) };
  const read = async ({ name, bytes, trouble }: ImportSource): Promise<Imported | ImportFailure> =>
    trouble ? { failure: trouble } : importFile(name, io, options, bytes);
  const pace = { atOnce: (io.threads?.count ?? 0) + 1, alone: FEWEST_FOR_THREADS };
  try {
    for await (const [{ name, below }, result] of inOrder(importSources(given, io), pace, read)) {
      if (asLines) await io.stdout.write(importLine(name, result, language));
      const isDone = asLines
        ? !('failure' in result)
        : await put(result, name, targetOf(below), { context, written, overwrite: given.flags.has('force') });
      failed ||= !isDone;
    }
  } finally {
    stop.abort();
  }
  return failed ? exitCodes.failure : exitCodes.clean;
}

interface Run {
  readonly context: Context;
  /** The paths of what this run has written. */
  readonly written: Set<string>;
  readonly overwrite: boolean;
}

/** Writes what came of a file, each of its reports, and tells of it; gives whether all went well. */
async function put(result: Imported | ImportFailure, name: string, target: Target | null, run: Run): Promise<boolean> {
  const { io, language } = run.context;
  const shown = name === '-' ? messages.standardInput()[language] : name;
  if ('failure' in result) {
    await complain(io, result.failure[language], shown);
    return false;
  }
  const parts = target?.isFound ? partsOf(result, target, io.cwd) : [];
  if (parts.length > 0) await io.stderr.write(partedMessage(shown, parts.length, language));
  let isDone = true;
  for (const { imported, target: own } of parts.length > 0 ? parts : [{ imported: result, target }]) {
    const trouble = await deliver(imported.markup, own, run.written, run.context, run.overwrite);
    if (trouble) {
      isDone = false;
      await complain(io, trouble[language], shown);
    } else await io.stderr.write(importSummary(imported, shown, own?.shown ?? null, language));
  }
  return isDone;
}

interface Target {
  /** As the user would write it. */
  readonly shown: string;
  readonly path: string;
  /** Whether only its folder was named. */
  readonly isFound: boolean;
}

/** Where the result of a file goes, by its name below the folder that was named; null for standard output. Throws `UsageError` where several have no folder. */
function targets({ operands, values }: Arguments, cwd: string): (name: string) => Target | null {
  const output = values.get('output');
  const several =
    operands.length > 1 || values.has(filesFromOption.name) || operands.some((each) => isFolder(resolve(cwd, each)));
  if (output === undefined || output === '-') {
    if (several) throw new UsageError(messages.needsFolder());
    return () => null;
  }
  const intoFolder = several || isFolder(resolve(cwd, output)) || /[\\/]$/.test(output);
  return (name) => {
    const shown = intoFolder ? join(output, dirname(name), resultName(name)) : output;
    return { shown, path: resolve(cwd, shown), isFound: intoFolder };
  };
}

/** The reports of a file that holds several, each with a file of its own beside the one that the file would have; else none. */
function partsOf(
  { reports = [] }: Imported,
  { shown }: Target,
  cwd: string,
): readonly { readonly imported: Imported; readonly target: Target }[] {
  const names = partFileNames(
    basename(shown, EXTENSION),
    reports.map(({ markup }) => markup),
  );
  return reports.map((imported, i) => {
    const own = join(dirname(shown), names[i] ?? '');
    return { imported, target: { shown: own, path: resolve(cwd, own), isFound: true } };
  });
}

function partedMessage(source: string, count: number, language: Language): string {
  const text = {
    zh: `${source} 里有 ${count} 份报告，各写一个文件：`,
    en: `${source} holds ${count} reports, each gets a file of its own:`,
  };
  return `${printable(text[language])}\n`;
}

function resultName(name: string): string {
  return `${name === '-' ? 'report' : basename(name).replace(/\.[^.]+$/, '')}${EXTENSION}`;
}

/** Writes a result where it goes, among those that are written; gives why not where that fails. */
async function deliver(
  markup: string,
  target: Target | null,
  written: Set<string>,
  { io, language }: Context,
  overwrite: boolean,
): Promise<Localized | null> {
  if (!target) {
    await io.stdout.write(markup);
    return null;
  }
  if (written.has(target.path)) return messages.writtenTwice(target.shown);
  try {
    mkdirSync(dirname(target.path), { recursive: true });
    const { inPlace: isInPlace } = writeFile(target.path, markup, { isNew: !overwrite, isFound: target.isFound });
    written.add(target.path);
    if (isInPlace) await complain(io, inPlace[language], target.shown);
    return null;
  } catch (error) {
    return namedTrouble(target.shown, error);
  }
}
