import { resolve } from 'node:path';
import { appendTo } from '../append-to.ts';
import { readCount } from '../arguments.ts';
import { baselineOf, baselineOption } from '../baseline.ts';
import { type CheckOptions, type Complaint, FileCheck, type Outcome, writerFor } from '../check-file.ts';
import { outcomes, outcomesOfList } from '../check-files.ts';
import { colorOption, usesColor } from '../color-option.ts';
import { type Arguments, type Command, type Option, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { fixingOf, fixOptions } from '../fixing.ts';
import type { FormatOptions, FormatWriter } from '../formats/format.ts';
import { defaultFormat, formats } from '../formats/index.ts';
import { type Context, exitCodes } from '../io.ts';
import { filesFromOption } from '../listed-files.ts';
import { messages } from '../messages.ts';
import { resultOutput } from '../result-output.ts';
import { givenSettings, settingsOptions } from '../settings-options.ts';
import { Tally } from '../tally.ts';
import { rounds } from '../watching.ts';

const stdinName: Option = {
  name: 'stdin-filename',
  value: 'FILE',
  description: {
    zh: '标准输入的内容当作这个文件：用它的名称和它旁边的设置',
    en: 'take standard input for this file: its name, and the settings around it',
  },
};

const WIDTH = { least: 40, most: 160 };
/** Clears a terminal and what can be scrolled back to. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

export const check: Command = {
  name: 'check',
  operands: { zh: '[选项] [文件或文件夹…]', en: '[options] [file or folder…]' },
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: formats.map((format) => format.id),
      description: {
        zh: `输出格式：${formats.map(({ id }) => id).join('、')}；不写为 ${defaultFormat.id}`,
        en: `form of the output: ${formats.map(({ id }) => id).join(', ')}; ${defaultFormat.id} by default`,
      },
    },
    {
      name: 'max-warnings',
      value: 'N',
      description: { zh: '警告超过 N 处时，退出码为 1', en: 'exit with 1 where there are more than N warnings' },
    },
    ...settingsOptions,
    ...fixOptions,
    {
      name: 'watch',
      description: {
        zh: '文件一改动就重新检查，直到按 Ctrl+C；不在终端时只列改了的和结果变了的',
        en: 'check again whenever a file changes, until Ctrl+C; outside a terminal only what has changed is listed',
      },
    },
    baselineOption,
    filesFromOption,
    stdinName,
    { name: 'quiet', short: 'q', description: { zh: '只列错误', en: 'list errors only' } },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      description: { zh: '结果写入文件', en: 'write the result to a file' },
    },
    colorOption,
  ],
  notes: {
    zh: `文件夹会连同下级一起查找 *.nianbao 和 *.年报；- 表示标准输入；都不写时检查当前文件夹。
规则的级别可以写在报告旁边或上级文件夹的 nianbao.json 里：
  {"rules": {"规则代码": "error｜warning｜information｜hint｜off"}}

--fix 改正确定无疑的问题：规定的行名、表头、标题，序号，数的写法，一字不差的重复；改动的表随后排版，列出的是剩下的问题。
数对不上的、要由您决定的，一概不改。

退出码  0 没有错误；1 有错误，或警告超过 --max-warnings；2 用法不对，或有文件读不了、写不了`,
    en: `Folders are searched for *.nianbao and *.年报, folders below included; - is standard input;
without any, the current folder. Severities may be set in a nianbao.json beside the report or above it:
  {"rules": {"code": "error｜warning｜information｜hint｜off"}}

--fix mends what is certain: official labels, heads and titles, ordinals, the way numbers are written, identical
repetitions; it formats the tables it touches and lists what is left. Sums that are off and what is yours to decide stay.

Exit codes  0 no errors; 1 errors, or more warnings than --max-warnings; 2 wrong usage, or a file that can't be read or written`,
  },
  run: async (context, given) => {
    const limit = warningLimit(given);
    const fixing = fixingOf(given);
    const list = given.values.get(filesFromOption.name);
    if (list !== undefined && given.operands.length > 0) throw new UsageError(messages.listAlone());
    const options = checkOptions(context, given);
    const operands = given.operands.length > 0 ? given.operands : ['.'];
    if (given.flags.has('watch')) return watched(context, given, operands, options);
    const run = new Run(context, given);
    const check = new FileCheck(options, fixing ? (read, inForce) => fixing.fix(read, inForce) : undefined);
    const { io } = context;
    // A fix may change what the next report is compared with: then one is checked after the other.
    const around = { io, alone: fixing !== null, inputName: given.values.get(stdinName.name) };
    const all = list === undefined ? outcomes(operands, options, check, around) : outcomesOfList(list, check, io);
    await run.all(operands, options, all);
    await fixing?.tell(context);
    return run.exitCode(limit);
  },
};

/** Checks until it is stopped; a terminal and a file show all reports, a pipe those that were checked again. */
async function watched(
  context: Context,
  given: Arguments,
  operands: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const { io, language } = context;
  if (given.flags.has('fix')) throw new UsageError(messages.notWith('--watch', '--fix'));
  if (operands.includes('-')) throw new UsageError(messages.notWith('--watch', '-'));
  if (given.values.has(filesFromOption.name)) {
    throw new UsageError(messages.notWith('--watch', `--${filesFromOption.name}`));
  }
  const toFile = given.values.has('output');
  const clears = io.stdout.isTerminal && !toFile;
  let code: number = exitCodes.clean;
  for await (const round of rounds(operands, { options, io, whole: clears || toFile })) {
    if (clears) await io.stdout.write(CLEAR);
    const run = new Run(context, given);
    await run.all(operands, options, round);
    code = await run.exitCode(warningLimit(given));
    await io.stderr.write(`${messages.watching()[language]}\n`);
  }
  return code;
}

/** One run of the command: what it writes, says and counts. */
class Run {
  readonly #context: Context;
  readonly #given: Arguments;
  readonly #tally = new Tally();
  readonly #told = new Set<string>();
  #failed = false;
  #warnings = 0;

  constructor(context: Context, given: Arguments) {
    this.#context = context;
    this.#given = given;
  }

  async all(operands: readonly string[], options: CheckOptions, all: AsyncIterable<Outcome>): Promise<void> {
    const result = resultOutput(this.#context, this.#given.values.get('output'), operands);
    const writer = writerFor(options);
    await result.add(writer.start());
    let between = '';
    for await (const outcome of all) {
      if (outcome.path !== null) result.reads(outcome.path);
      await this.#complain(outcome.complaints);
      const text = this.#textOf(outcome, writer);
      writer.heard?.(text);
      await result.add(text === '' ? '' : between + text);
      if (text !== '') between = writer.between;
      await this.#tellFaults(outcome);
    }
    await result.add(writer.end(this.#tally));
    await result.end();
    await this.#append(writer);
  }

  /** Adds what the format has beside its result to the file that the environment names for it. */
  async #append({ appendix }: FormatWriter): Promise<void> {
    const { io, language } = this.#context;
    const added = appendix?.() ?? null;
    const file = added && io.env[added.variable];
    if (!added || !file) return;
    const trouble = appendTo(resolve(io.cwd, file), added.text);
    if (trouble) await complain(io, trouble[language], file);
  }

  async exitCode(limit: number | null): Promise<number> {
    const { io, language } = this.#context;
    const tooMany = limit !== null && this.#warnings > limit;
    if (tooMany) await complain(io, messages.tooManyWarnings(this.#warnings, limit)[language]);
    if (this.#failed) return exitCodes.failure;
    return this.#tally.errors > 0 || tooMany ? exitCodes.findings : exitCodes.clean;
  }

  /** What is written of a file, which is counted with it. */
  #textOf(outcome: Outcome, writer: FormatWriter): string {
    if (outcome.kind === 'unreadable') {
      this.#tally.unreadable++;
      return writer.unreadable(outcome.name, outcome.message);
    }
    this.#warnings += outcome.warnings;
    this.#tally.add(outcome.shown);
    return outcome.text;
  }

  async #tellFaults(outcome: Outcome): Promise<void> {
    const { faults } = outcome;
    const news = faults.filter(({ name, message }) => !this.#told.has(`${name}\n${message}`));
    for (const { name, message } of news) this.#told.add(`${name}\n${message}`);
    const all = outcome.kind === 'unreadable' ? [...news, outcome] : news;
    await this.#complain(all);
    this.#failed ||= all.length > 0;
  }

  async #complain(complaints: readonly Complaint[]): Promise<void> {
    for (const { name, message } of complaints) await complain(this.#context.io, message, name);
  }
}

function warningLimit({ values }: Arguments): number | null {
  const text = values.get('max-warnings');
  return text === undefined ? null : readCount('--max-warnings', text);
}

function checkOptions(context: Context, given: Arguments): CheckOptions {
  const baseline = baselineOf(given, context.io.cwd);
  return {
    cwd: context.io.cwd,
    format: given.values.get('format'),
    errorsOnly: given.flags.has('quiet'),
    settings: givenSettings(given, context.io.cwd),
    ...(baseline ? { baseline } : {}),
    output: formatOptions(context, given),
  };
}

function formatOptions(context: Context, given: Arguments): FormatOptions {
  const { io, language } = context;
  const { values } = given;
  const toTerminal = io.stdout.isTerminal && !values.has('output');
  const columns = (toTerminal ? io.stdout.columns : undefined) ?? WIDTH.most;
  return {
    language,
    color: usesColor(context, given),
    columns: Math.min(WIDTH.most, Math.max(WIDTH.least, columns)),
  };
}
