// The reports of a folder as the desk looks at them.
import { join, sep } from 'node:path';
import type { RuleSettings } from '../analysis/settings.ts';
import { subjectOf } from '../analysis/subject.ts';
import { filesOnDisk } from '../node/report-files.ts';
import { bind } from '../report/bind.ts';
import type { Report } from '../report/report.ts';
import { parseWithinLimit } from '../syntax/parse.ts';
import type { UnreadFile } from '../tasks/desk.ts';
import { withDeskRules } from '../tasks/desk-rules.ts';
import { type ReviewedReport, reviewOf } from '../tasks/review.ts';
import type { NeighbourSearch } from '../workspace/neighbours.ts';
import { type ReportHeads, reportHeads, scopeOf } from '../workspace/report-heads.ts';
import type { ReportHead } from '../workspace/roster.ts';
import { type Governing, settingsFileName } from '../workspace/settings.ts';
import type { DeskImports } from './desk-imports.ts';
import { formsOf, neighboursAmong } from './neighbours.ts';
import { readFile } from './read-reports.ts';
import type { SettingsFiles } from './settings-files.ts';

/** What is appended to the path of an imported file, so that it counts as a report. */
const IMPORTED = '.nianbao';

export interface DeskFolderOptions {
  /** What the user calls a file by its path. */
  readonly nameOf: (path: string) => string;
  /** The keys of findings that are known, beside those of the settings. */
  readonly baseline?: ReadonlySet<string> | null;
  readonly past?: ReadonlyMap<string, string | null>;
}

/** The reports of a folder by their paths; an imported one has its file's with an ending more. */
export class DeskFolder {
  readonly unread: UnreadFile[] = [];
  readonly #folder: string;
  readonly #imports: DeskImports;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #settings: SettingsFiles;
  readonly #neighbours: NeighbourSearch;
  readonly #heads: ReportHeads;
  readonly #nameOf: (path: string) => string;
  readonly #baseline: ReadonlySet<string> | null;
  readonly #past: ReadonlyMap<string, string | null>;

  /** `past` are texts that count instead of those on disk, null for a file that isn't to be there. */
  constructor(
    folder: string,
    imports: DeskImports,
    settings: SettingsFiles,
    { nameOf, baseline = null, past = new Map() }: DeskFolderOptions,
  ) {
    this.#baseline = baseline;
    this.#past = past;
    this.#folder = folder;
    this.#imports = imports;
    this.#texts = new Map([...imports.reports].map(([path, { markup }]) => [path + IMPORTED, markup]));
    this.#settings = settings;
    this.#nameOf = (source) => nameOf(this.#originalOf(source));
    const files = {
      read: async (source: string) =>
        past.has(source) ? (past.get(source) ?? null) : (this.#texts.get(source) ?? filesOnDisk.read(source)),
      find: async (folders: readonly string[], depth?: number) => [
        ...(await filesOnDisk.find(folders, depth)).filter((source) => past.get(source) !== null),
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
    const around = await this.#neighbours.of(report, source, governing ?? (await this.governing()), true);
    const file = this.#nameOf(source);
    const original = this.#originalOf(source);
    const subject = subjectOf(report, { ...around, source: file, settings: this.#settingsOf(settings) });
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
    if (this.#past.has(source)) return this.#past.get(source) ?? null;
    const file = this.#nameOf(source);
    const read = readFile({ name: file, path: source });
    if (read.kind === 'text') return read.text;
    this.unread.push({ file, reason: read.message });
    return null;
  }

  #settingsOf(settings: RuleSettings): RuleSettings {
    const withRules = withDeskRules(settings);
    if (!this.#baseline) return withRules;
    return { ...withRules, baseline: new Set([...this.#baseline, ...(settings.baseline ?? [])]) };
  }

  #originalOf(source: string): string {
    return this.#texts.has(source) ? source.slice(0, -IMPORTED.length) : source;
  }
}

function isBelow(path: string, folder: string, depth = Number.POSITIVE_INFINITY): boolean {
  return path.startsWith(folder + sep) && path.slice(folder.length + 1).split(sep).length <= depth;
}
