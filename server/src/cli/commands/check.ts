import type { CheckedFinding } from '../../rules/engine/check.ts';
import type { Localized } from '../../text/language.ts';
import { LineIndex } from '../../text/line-index.ts';
import type { NeighbourSearch } from '../../workspace/neighbours.ts';
import { readCount } from '../arguments.ts';
import { checkReport, reportOf } from '../check-text.ts';
import type { Arguments, Command } from '../command.ts';
import { complain } from '../complain.ts';
import { findReports } from '../find-reports.ts';
import { type Fixing, fixingOf, fixOptions, NotWritten } from '../fixing.ts';
import type { CheckedFile, FormatOptions } from '../formats/format.ts';
import { defaultFormat, formats } from '../formats/index.ts';
import { type Context, exitCodes } from '../io.ts';
import { messages } from '../messages.ts';
import { neighboursOnDisk } from '../neighbours.ts';
import { type ReadText, readReports } from '../read-reports.ts';
import { resultOutput } from '../result-output.ts';
import { SettingsFiles } from '../settings-files.ts';
import { Tally } from '../tally.ts';

const WIDTH = { least: 40, most: 160 };

export const check: Command = {
  name: 'check',
  summary: { zh: '检查报告，列出每一处问题', en: 'check reports and list every finding' },
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
    ...fixOptions,
    { name: 'quiet', short: 'q', description: { zh: '只列错误', en: 'list errors only' } },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      description: { zh: '结果写入文件', en: 'write the result to a file' },
    },
    {
      name: 'color',
      value: 'auto|always|never',
      choices: ['auto', 'always', 'never'],
      description: {
        zh: '是否用颜色；不写时终端上用，设了 NO_COLOR 不用',
        en: 'colours; by default in a terminal, unless NO_COLOR is set',
      },
    },
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
    const run = new Run(context, given, fixing);
    await run.all(given.operands.length > 0 ? given.operands : ['.']);
    await fixing?.tell(context);
    return run.exitCode(limit);
  },
};

interface Failure {
  readonly name: string;
  readonly message: Localized;
}

/** One run of the command: what it writes, says and counts. */
class Run {
  readonly #context: Context;
  readonly #given: Arguments;
  readonly #fixing: Fixing | null;
  readonly #settings: SettingsFiles;
  readonly #neighbours: NeighbourSearch;
  readonly #tally = new Tally();
  #faults: { name: string; message: string }[] = [];
  #failed = false;
  #warnings = 0;

  constructor(context: Context, given: Arguments, fixing: Fixing | null) {
    this.#fixing = fixing;
    this.#context = context;
    this.#given = given;
    this.#settings = new SettingsFiles(context.io.cwd, (name, fault) =>
      this.#faults.push({ name, message: fault[context.language] }),
    );
    this.#neighbours = neighboursOnDisk(context.io.cwd, this.#settings);
  }

  async all(operands: readonly string[]): Promise<void> {
    const { io } = this.#context;
    const { values } = this.#given;
    const result = resultOutput(this.#context, values.get('output'), operands);
    const format = formats.find(({ id }) => id === values.get('format')) ?? defaultFormat;
    const writer = format.open(formatOptions(this.#context, this.#given));
    await result.add(writer.start());
    for await (const read of readReports(findReports(operands, io.cwd), io)) {
      if (read.kind === 'text') result.reads(read.path);
      const checked = read.kind === 'text' ? await this.#check(read) : read;
      await result.add('text' in checked ? writer.file(checked) : writer.unreadable(...this.#fail(checked)));
      await this.#tellFaults();
    }
    await result.add(writer.end(this.#tally));
    await result.end();
  }

  async exitCode(limit: number | null): Promise<number> {
    const { io, language } = this.#context;
    const tooMany = limit !== null && this.#warnings > limit;
    if (tooMany) await complain(io, messages.tooManyWarnings(this.#warnings, limit)[language]);
    if (this.#failed) return exitCodes.failure;
    return this.#tally.errors > 0 || tooMany ? exitCodes.findings : exitCodes.clean;
  }

  async #check(read: ReadText): Promise<CheckedFile | Failure> {
    const { io, language } = this.#context;
    const { name, path } = read;
    const inForce = await this.#settings.of(path);
    const { settings, forms } = inForce;
    const text = attempt(() => this.#fixing?.fix(read, inForce) ?? read.text);
    if (text instanceof Error) return { name, message: reasonOf(text) };
    const report = attempt(() => reportOf(text, forms));
    if (report instanceof Error) return { name, message: reasonOf(report) };
    const neighbours = await this.#neighbours.of(report, path);
    const result = attempt(() => checkReport(report, { ...neighbours, source: name, settings }));
    if (result instanceof Error) return { name, message: reasonOf(result) };
    const { findings, failures } = result;
    for (const { code, error } of failures)
      await complain(io, messages.ruleFailed(code, String(error))[language], name);
    const shown = this.#given.flags.has('quiet') ? findings.filter(isError) : findings;
    this.#warnings += findings.filter(({ severity }) => severity === 'warning').length;
    this.#tally.add(shown);
    let lines: LineIndex | null = null;
    return {
      file: name,
      text,
      get lines() {
        lines ??= new LineIndex(text);
        return lines;
      },
      findings: shown,
    };
  }

  #fail({ name, message }: Failure): [file: string, message: string] {
    const said = message[this.#context.language];
    this.#tally.unreadable++;
    this.#faults.push({ name, message: said });
    return [name, said];
  }

  async #tellFaults(): Promise<void> {
    for (const { name, message } of this.#faults) await complain(this.#context.io, message, name);
    this.#failed ||= this.#faults.length > 0;
    this.#faults = [];
  }
}

/** What the action gives, or what it threw: one report that can't be checked doesn't end the run. */
function attempt<Value>(action: () => Value): Value | Error {
  try {
    return action();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function reasonOf(error: Error): Localized {
  return error instanceof NotWritten ? error.localized : messages.unexpected(error.stack ?? error.message);
}

function isError({ severity }: CheckedFinding): boolean {
  return severity === 'error';
}

function warningLimit({ values }: Arguments): number | null {
  const text = values.get('max-warnings');
  return text === undefined ? null : readCount('--max-warnings', text);
}

function formatOptions({ io, language }: Context, { values }: Arguments): FormatOptions {
  const toTerminal = io.stdout.isTerminal && !values.has('output');
  const wanted = values.get('color') ?? 'auto';
  const automatic = toTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
  const columns = (toTerminal ? io.stdout.columns : undefined) ?? WIDTH.most;
  return {
    language,
    color: wanted === 'always' || (wanted === 'auto' && automatic),
    columns: Math.min(WIDTH.most, Math.max(WIDTH.least, columns)),
  };
}
