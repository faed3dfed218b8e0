// The run of `export`: where exported reports go, and what is said of them.
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Exporter, TextExporter } from '../exporters/index.ts';
import { NotWritten } from '../exporters/not-written.ts';
import { type WriteOptions, writeFile } from '../node/write-file.ts';
import type { Localized } from '../text/language.ts';
import { UsageError } from './command.ts';
import { complain } from './complain.ts';
import { type Demands, type Exported, FileExport, type Written } from './export-file.ts';
import { exportMessages } from './export-messages.ts';
import type { ExportNames } from './export-names.ts';
import { FileNames, isRead } from './file-names.ts';
import { type Found, findReports } from './find-reports.ts';
import { type Context, exitCodes, OutputClosed } from './io.ts';
import { messages } from './messages.ts';
import { overFiles } from './over-files.ts';
import { readReport } from './read-reports.ts';
import type { ResultOutput } from './result-output.ts';
import { settingsFaults } from './settings-files.ts';
import { inPlace, namedTrouble } from './write-messages.ts';

/** Below so many reports a thread costs more than it saves: writers of what isn't text take longer. */
const FEWEST_FOR_THREADS = { text: 50, binary: 24 };

type Report = Extract<Exported, { kind: 'written' }>;

/** Where the exported reports go. `UsageError` from any of these ends the run. */
export interface Sink {
  /** Whether reports are written as parts of one whole. */
  readonly joins: boolean;
  /** Gives what else is to be said of the file. Throws `NotWritten` where this report alone can't be written. */
  readonly put: (report: Report) => Promise<Localized | null>;
  readonly begin: () => Promise<void>;
  /** Hears how many reports were refused. */
  readonly end: (refused: number) => Promise<void>;
}

/** `held back`: when every report has been read, and only where none was refused. */
export type Writing = 'at once' | 'held back';

/** Standard output or one file, for text: of one report, or of all as one whole. */
export function textSink(
  result: ResultOutput,
  exporter: TextExporter,
  { single, start, writing }: { readonly single: boolean; readonly start: string; readonly writing: Writing },
): Sink {
  const collection = single ? null : exporter.collection;
  const held: string[] = [];
  let written = 0;
  const add = async (text: string): Promise<void> => {
    if (writing === 'at once') await result.add(text);
    else held.push(text);
  };
  return {
    joins: collection !== null,
    begin: () => (single ? Promise.resolve() : add(start + (collection?.start ?? ''))),
    put: async ({ path, content }) => {
      result.reads(path);
      const before = written++ > 0 ? (collection?.between ?? '') : single ? start : '';
      await add(before + String(content));
      return null;
    },
    end: async (refused) => {
      if (writing === 'held back' && refused > 0) return;
      for (const text of held.splice(0)) await result.add(text);
      await result.add(collection?.end ?? '');
      await result.end();
    },
  };
}

/** One file, for what is not text. */
export function fileSink(path: string, name: string): Sink {
  return {
    joins: false,
    begin: async () => {},
    put: async ({ content }) => writeChecked(path, name, content, {}),
    end: async () => {},
  };
}

/** A file for each report in a folder, which is made where it is missing. */
export function folderSink(folder: string, name: string, names: ExportNames, start: string): Sink {
  const sources = new FileNames();
  return {
    joins: false,
    begin: async () => {
      try {
        mkdirSync(folder, { recursive: true });
      } catch (error) {
        throw new UsageError(namedTrouble(name, error));
      }
    },
    put: async (report) => {
      sources.add(report.path);
      const base = report.name === '-' ? '' : basename(report.path).replace(/\.[^.]*$/, '');
      const file = names.next(report.namedBy, base, (each) => isRead(join(folder, each), sources));
      const content = typeof report.content === 'string' ? start + report.content : report.content;
      return writeChecked(join(folder, file), join(name, file), content, { isFound: true });
    },
    end: async () => {},
  };
}

function writeChecked(
  path: string,
  name: string,
  content: string | Uint8Array,
  options: WriteOptions,
): Localized | null {
  try {
    return writeFile(path, content, options).inPlace ? inPlace : null;
  } catch (error) {
    throw new NotWritten(namedTrouble(name, error));
  }
}

/** One run of the command: reads, exports, and says what is wrong or left out. */
export class ExportRun {
  readonly #context: Context;
  readonly #exporter: Exporter;
  readonly #demands: Demands;
  readonly #faults: ReturnType<typeof settingsFaults>;
  #done = 0;
  #showsProgress = false;
  #failures = 0;
  #refused = 0;
  #faulty = 0;
  #errors = 0;

  constructor(context: Context, exporter: Exporter, demands: Demands) {
    this.#context = context;
    this.#exporter = exporter;
    this.#demands = demands;
    this.#faults = settingsFaults(context);
  }

  /** Exports all and gives the exit code. In a terminal it tells how far it is where there are several. `alone`: in this thread. */
  async all(operands: readonly string[], sink: Sink, alone: boolean): Promise<number> {
    const { io } = this.#context;
    const found = io.stderr.isTerminal ? [...findReports(operands, io.cwd)] : findReports(operands, io.cwd);
    const { id: format, text } = this.#exporter;
    const options = { ...this.#demands, cwd: io.cwd, format, asItem: sink.joins };
    const fileExport = new FileExport(options, this.#exporter);
    const perform = async (one: Found): Promise<Exported> => fileExport.outcome(await readReport(one, io));
    const fewest = FEWEST_FOR_THREADS[text ? 'text' : 'binary'];
    const work = { command: 'export', options, fewest, perform } as const;
    await sink.begin();
    for await (const exported of overFiles(found, work, alone ? null : (io.threads ?? null))) {
      this.#done++;
      if (Array.isArray(found) && found.length > 1) await this.#progress(found.length);
      await this.#take(exported, sink);
    }
    await this.#clear();
    await sink.end(this.#refused);
    if (this.#faulty > 0 && !this.#exporter.published) {
      await this.#say(exportMessages.haveErrors(this.#faulty, this.#errors));
    }
    if (this.#failures > 0) return exitCodes.failure;
    return this.#refused > 0 ? exitCodes.findings : exitCodes.clean;
  }

  /** Puts one report where it goes, or says why not: the others go on. */
  async #take(exported: Exported, sink: Sink): Promise<void> {
    for (const { file, fault } of exported.faults) this.#faults.hear(file, fault);
    if (exported.faults.length > 0) await this.#clear();
    await this.#faults.tell();
    if (exported.kind === 'written') {
      const trouble = await this.#put(exported, sink);
      if (trouble) await this.#fail(exported.name, trouble);
      else await this.#remark(exported.name, exported);
    } else if (exported.kind === 'failure') await this.#fail(exported.name, exported.message);
    else {
      this.#refused++;
      await this.#say(exported.message, exported.name);
    }
  }

  async #put(exported: Report, sink: Sink): Promise<Localized | null> {
    try {
      const remark = await sink.put(exported);
      if (remark) await this.#say(remark, exported.name);
      return null;
    } catch (error) {
      if (error instanceof UsageError || error instanceof OutputClosed) throw error;
      return error instanceof NotWritten ? error.localized : messages.unexpected(error);
    }
  }

  /** Says how many errors a report has, and what of its page is left out. It is exported all the same. */
  async #remark(name: string, { errors, isDraft, omitted }: Written): Promise<void> {
    if (errors > 0) this.#faulty++;
    this.#errors += errors;
    if (!this.#exporter.published) return;
    if (errors > 0) await this.#say(isDraft ? exportMessages.isDraft(errors) : exportMessages.hasErrors(errors), name);
    if (omitted) await this.#say(exportMessages.leftOut(omitted.count, omitted.first), name);
  }

  async #fail(name: string, message: Localized): Promise<void> {
    this.#failures++;
    await this.#say(message, name);
  }

  async #say(message: Localized, name?: string): Promise<void> {
    await this.#clear();
    await complain(this.#context.io, message[this.#context.language], name);
  }

  async #progress(total: number): Promise<void> {
    const { io, language } = this.#context;
    await io.stderr.write(`\r${exportMessages.progress(this.#done, total)[language]}`);
    this.#showsProgress = true;
  }

  async #clear(): Promise<void> {
    if (this.#showsProgress) await this.#context.io.stderr.write('\r\u001b[K');
    this.#showsProgress = false;
  }
}
