// Every report of a folder, of whatever kind, looked at for the desk.
import { join, resolve, sep } from 'node:path';
import { subjectOf } from '../analysis/subject.ts';
import { deskFiles } from '../node/desk-files.ts';
import { filesOnDisk } from '../node/report-files.ts';
import { bind } from '../report/bind.ts';
import type { Report } from '../report/report.ts';
import { parseWithinLimit } from '../syntax/parse.ts';
import { type Desk, deskOf, deskYear, type UnreadFile } from '../tasks/desk.ts';
import { withDeskRules } from '../tasks/desk-rules.ts';
import { type ReviewedReport, reviewOf } from '../tasks/review.ts';
import type { Localized } from '../text/language.ts';
import type { NeighbourSearch } from '../workspace/neighbours.ts';
import { type ReportHeads, reportHeads, scopeOf } from '../workspace/report-heads.ts';
import type { ReportHead } from '../workspace/roster.ts';
import { type Governing, settingsFileName } from '../workspace/settings.ts';
import { UsageError } from './command.ts';
import { type DeskImports, importAll } from './desk-imports.ts';
import type { Context } from './io.ts';
import { formsOf, nameIn, neighboursAmong } from './neighbours.ts';
import { Progress } from './progress.ts';
import { readFile } from './read-reports.ts';
import { reasonOf } from './read-text.ts';
import { SettingsFiles, settingsFaults } from './settings-files.ts';

/** What is appended to the path of an imported file, so that it counts as a report. */
const IMPORTED = '.nianbao';
const doing: Localized = { zh: '核对', en: 'checking' };

export interface Reviewed {
  readonly desk: Desk;
  readonly unread: readonly UnreadFile[];
  /** Files left out since the same report lies beside them, and files that are no reports, as their user calls them. */
  readonly doubles: readonly string[];
  readonly passedOver: readonly string[];
}

/** Reads the reports below a folder and checks those of a year, or all; where none is named, of the newest. Throws `UsageError` where the folder can't be read. */
export async function reviewFolder(folder: string, year: number | 'all' | null, context: Context): Promise<Reviewed> {
  const { cwd } = context.io;
  const nameOf = nameIn(cwd);
  const files = filesIn(resolve(cwd, folder), folder);
  const imports = await importAll(files.others, context, nameOf);
  const faults = settingsFaults(context);
  const folderOfReports = new DeskFolder(resolve(cwd, folder), imports, new SettingsFiles(cwd, faults.hear), nameOf);
  const heads = await folderOfReports.heads(files.markup);
  const chosen = year === 'all' ? null : (year ?? deskYear(heads));
  const wanted = heads.filter((head) => chosen === null || head.year === chosen || head.year === null);
  const progress = new Progress(context, doing, wanted.length);
  const reports: ReviewedReport[] = [];
  for (const { source } of wanted) {
    const report = await folderOfReports.review(source);
    if (report) reports.push(report);
    await progress.step();
  }
  await progress.end();
  await faults.tell();
  const unread = [...imports.unread, ...folderOfReports.unread];
  return {
    desk: deskOf(reports, {
      year: chosen,
      others: heads.length - wanted.length,
      roster: (await folderOfReports.governing()).listed,
      unread,
    }),
    unread,
    doubles: files.doubles.map(nameOf),
    passedOver: imports.passedOver.map(nameOf),
  };
}

/** The reports of a folder by their paths; an imported one has its file's with an ending more. */
class DeskFolder {
  readonly unread: UnreadFile[] = [];
  readonly #folder: string;
  readonly #imports: DeskImports;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #settings: SettingsFiles;
  readonly #neighbours: NeighbourSearch;
  readonly #heads: ReportHeads;
  readonly #nameOf: (path: string) => string;

  constructor(folder: string, imports: DeskImports, settings: SettingsFiles, nameOf: (path: string) => string) {
    this.#folder = folder;
    this.#imports = imports;
    this.#texts = new Map([...imports.reports].map(([path, { markup }]) => [path + IMPORTED, markup]));
    this.#settings = settings;
    this.#nameOf = (source) => nameOf(this.#originalOf(source));
    const files = {
      read: async (source: string) => this.#texts.get(source) ?? filesOnDisk.read(source),
      find: async (folders: readonly string[], depth?: number) => [
        ...(await filesOnDisk.find(folders, depth)),
        ...[...this.#texts.keys()].filter((source) => folders.some((each) => isBelow(source, each, depth))),
      ],
    };
    this.#heads = reportHeads(files, formsOf(settings));
    this.#neighbours = neighboursAmong(files, settings, this.#nameOf, this.#heads);
  }

  /** Whose the reports are; those that can't be read are kept in `unread`. */
  async heads(markup: readonly string[]): Promise<readonly ReportHead[]> {
    const scope = scopeOf(join(this.#folder, settingsFileName), (await this.governing()).path);
    const bySource = new Map((scope ? (await this.#heads.of(scope)).all : []).map((head) => [head.source, head]));
    return [...markup, ...this.#texts.keys()].flatMap((source): readonly ReportHead[] => {
      const head = bySource.get(source);
      if (head) return [head];
      return this.#markup(source) === null ? [] : [{ source, body: null, year: null }];
    });
  }

  /** Null for one that can't be read any more. */
  async review(source: string): Promise<ReviewedReport | null> {
    const report = await this.#report(source);
    if (!report) return null;
    const { settings, governing } = await this.#settings.of(source);
    const around = await this.#neighbours.of(report, source, governing ?? (await this.governing()));
    const file = this.#nameOf(source);
    const original = this.#originalOf(source);
    const subject = subjectOf(report, { ...around, source: file, settings: withDeskRules(settings) });
    const imported = this.#imports.reports.get(original) ?? null;
    return reviewOf(subject, { file, source: original, imported: imported && { doubts: imported.doubts } });
  }

  /** The settings file that says how far the folder reaches; without one, the folder is what the desk was told to look at. */
  async governing(): Promise<Governing> {
    const own = join(this.#folder, settingsFileName);
    return (await this.#settings.of(own)).governing ?? { path: own, listed: null };
  }

  async #report(source: string): Promise<Report | null> {
    const text = this.#texts.get(source) ?? this.#markup(source);
    return text === null ? null : bind(parseWithinLimit(text), (await this.#settings.of(source)).forms);
  }

  #markup(source: string): string | null {
    const file = this.#nameOf(source);
    const read = readFile({ name: file, path: source });
    if (read.kind === 'text') return read.text;
    this.unread.push({ file, reason: read.message });
    return null;
  }

  #originalOf(source: string): string {
    return this.#texts.has(source) ? source.slice(0, -IMPORTED.length) : source;
  }
}

function filesIn(path: string, shown: string) {
  try {
    return deskFiles(path);
  } catch (error) {
    const reason = reasonOf(error);
    throw new UsageError({ zh: `${shown}：${reason.zh}`, en: `${shown}: ${reason.en}` });
  }
}

function isBelow(path: string, folder: string, depth = Number.POSITIVE_INFINITY): boolean {
  return path.startsWith(folder + sep) && path.slice(folder.length + 1).split(sep).length <= depth;
}
