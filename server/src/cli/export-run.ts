import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pageStyleOf, type RuleSettings } from '../analysis/settings.ts';
import { documentOf } from '../exporters/document-of.ts';
import type { Exporter, TextExporter } from '../exporters/index.ts';
import { exportRefusal, NotWritten } from '../exporters/not-written.ts';
import type { Publication } from '../exporters/publication.ts';
import { type WriteOptions, writeFile } from '../node/write-file.ts';
import { readReport } from '../report/bind.ts';
import type { Report } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import { isTooLarge } from '../text/limits.ts';
import type { NeighbourSearch } from '../workspace/neighbours.ts';
import { checkReport } from './check-text.ts';
import { UsageError } from './command.ts';
import { complain } from './complain.ts';
import { exportMessages } from './export-messages.ts';
import type { ExportNames } from './export-names.ts';
import { FileNames, isRead } from './file-names.ts';
import { findReports } from './find-reports.ts';
import { type Context, exitCodes, OutputClosed } from './io.ts';
import { messages } from './messages.ts';
import { neighboursOnDisk } from './neighbours.ts';
import { type ReadText, readReports } from './read-reports.ts';
import type { ResultOutput } from './result-output.ts';
import { SettingsFiles } from './settings-files.ts';
import { inPlace, namedTrouble } from './write-messages.ts';

/** Where the exported reports go. `UsageError` from any of these ends the run. */
export interface Sink {
  /** Gives what else is to be said of the file. Throws `NotWritten` where this report alone can't be written. */
  readonly put: (report: Report, source: ReadText, how: Publication) => Promise<Localized | null>;
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
    begin: () => (single ? Promise.resolve() : add(start + (collection?.start ?? ''))),
    put: async (report, { path }, how) => {
      result.reads(path);
      const before = written++ > 0 ? (collection?.between ?? '') : single ? start : '';
      await add(before + (collection ? collection.item(report) : exporter.write(report, how)));
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
export function fileSink(path: string, name: string, exporter: Exporter): Sink {
  return {
    begin: async () => {},
    put: async (report, _, how) => writeChecked(path, name, await exporter.write(report, how), {}),
    end: async () => {},
  };
}

/** A file for each report in a folder, which is made where it is missing. */
export function folderSink(folder: string, name: string, exporter: Exporter, names: ExportNames, start: string): Sink {
  const sources = new FileNames();
  return {
    begin: async () => {
      try {
        mkdirSync(folder, { recursive: true });
      } catch (error) {
        throw new UsageError(namedTrouble(name, error));
      }
    },
    put: async (report, source, how) => {
      sources.add(source.path);
      const base = source.name === '-' ? '' : basename(source.path).replace(/\.[^.]*$/, '');
      const file = names.next(report, base, (each) => isRead(join(folder, each), sources));
      const content = await exporter.write(report, how);
      const whole = typeof content === 'string' ? start + content : content;
      return writeChecked(join(folder, file), join(name, file), whole, { isFound: true });
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

/** What is to become of reports with errors. */
export interface Demands {
  /** They are refused. */
  readonly requireClean: boolean;
  /** They are marked as drafts. */
  readonly markDraft: boolean;
}

/** One run of the command: reads, exports, and says what is wrong or left out. */
export class ExportRun {
  readonly #context: Context;
  readonly #exporter: Exporter;
  readonly #demands: Demands;
  readonly #settings: SettingsFiles;
  readonly #neighbours: NeighbourSearch;
  #faults: { name: string; message: Localized }[] = [];
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
    this.#settings = new SettingsFiles(context.io.cwd, (name, message) => this.#faults.push({ name, message }));
    this.#neighbours = neighboursOnDisk(context.io.cwd, this.#settings);
  }

  /** Exports all and gives the exit code. In a terminal it tells how far it is where there are several. */
  async all(operands: readonly string[], sink: Sink): Promise<number> {
    const { io } = this.#context;
    const found = io.stderr.isTerminal ? [...findReports(operands, io.cwd)] : findReports(operands, io.cwd);
    await sink.begin();
    for await (const read of readReports(found, io)) {
      this.#done++;
      if (Array.isArray(found) && found.length > 1) await this.#progress(found.length);
      const failure = read.kind === 'text' ? await this.#one(read, sink) : read.message;
      if (failure) await this.#fail(read.name, failure);
    }
    await this.#clear();
    await sink.end(this.#refused);
    if (this.#faulty > 0 && !this.#exporter.published) {
      await this.#say(exportMessages.haveErrors(this.#faulty, this.#errors));
    }
    if (this.#failures > 0) return exitCodes.failure;
    return this.#refused > 0 ? exitCodes.findings : exitCodes.clean;
  }

  /** Exports one report, and gives why not where it fails: the others go on. */
  async #one(source: ReadText, sink: Sink): Promise<Localized | null> {
    if (isTooLarge(source.text)) return messages.tooLarge();
    const { settings, forms } = await this.#settings.of(source.path);
    const report = readReport(source.text, forms);
    if (report.conflicts.length > 0) {
      this.#refused++;
      await this.#say(exportRefusal(report.conflicts.length), source.name);
      return null;
    }
    const errors = await this.#errorsIn(report, source, settings);
    if (errors > 0 && this.#demands.requireClean) {
      this.#refused++;
      await this.#say(exportMessages.notClean(errors), source.name);
      return null;
    }
    const isDraft = errors > 0 && this.#demands.markDraft;
    try {
      const how = { page: pageStyleOf(settings), draftErrors: isDraft ? errors : null };
      const remark = await sink.put(report, source, how);
      if (remark) await this.#say(remark, source.name);
    } catch (error) {
      if (error instanceof UsageError || error instanceof OutputClosed) throw error;
      if (error instanceof NotWritten) return error.localized;
      return messages.unexpected(error);
    }
    await this.#remark(report, source.name, { errors, isDraft });
    return null;
  }

  async #errorsIn(report: Report, { name, path }: ReadText, settings: RuleSettings): Promise<number> {
    const { findings } = checkReport(report, { ...(await this.#neighbours.of(report, path)), source: name, settings });
    for (const fault of this.#faults.splice(0)) await this.#say(fault.message, fault.name);
    return findings.filter(({ severity }) => severity === 'error').length;
  }

  /** Says how many errors a report has, and what of its page is left out. It is exported all the same. */
  async #remark(
    report: Report,
    name: string,
    { errors, isDraft }: { readonly errors: number; readonly isDraft: boolean },
  ): Promise<void> {
    if (errors > 0) this.#faulty++;
    this.#errors += errors;
    if (!this.#exporter.published) return;
    if (errors > 0) await this.#say(isDraft ? exportMessages.isDraft(errors) : exportMessages.hasErrors(errors), name);
    const { omissions } = documentOf(report);
    const [first] = omissions;
    if (first) await this.#say(exportMessages.leftOut(omissions.length, first.text.slice(0, 12)), name);
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
