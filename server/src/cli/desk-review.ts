// Every report of a folder, of whatever kind, looked at for the desk.
import { join, resolve, sep } from 'node:path';
import { subjectOf } from '../analysis/subject.ts';
import { deskFiles } from '../node/desk-files.ts';
import { filesOnDisk } from '../node/report-files.ts';
import { bind } from '../report/bind.ts';
import { parseWithinLimit } from '../syntax/parse.ts';
import type { UnreadFile } from '../tasks/desk.ts';
import { withDeskRules } from '../tasks/desk-rules.ts';
import { type ReviewedReport, reviewOf } from '../tasks/review.ts';
import type { Localized } from '../text/language.ts';
import type { Roster } from '../workspace/roster.ts';
import { settingsFileName } from '../workspace/settings.ts';
import { UsageError } from './command.ts';
import { importAll } from './desk-imports.ts';
import type { Context } from './io.ts';
import { nameIn, neighboursAmong } from './neighbours.ts';
import { Progress } from './progress.ts';
import { readFile } from './read-reports.ts';
import { reasonOf } from './read-text.ts';
import { SettingsFiles, settingsFaults } from './settings-files.ts';

/** What is appended to the path of an imported file, so that it counts as a report. */
const IMPORTED = '.nianbao';
const doing: Localized = { zh: '核对', en: 'checking' };

export interface Reviewed {
  readonly reports: readonly ReviewedReport[];
  readonly unread: readonly UnreadFile[];
  /** The bodies that have to report, where the folder's settings list them. */
  readonly roster: Roster | null;
  /** Files left out since the same report lies beside them, and files that are no reports, as their user calls them. */
  readonly doubles: readonly string[];
  readonly passedOver: readonly string[];
}

/** Reads and checks the reports below a folder. Throws `UsageError` where it can't be read. */
export async function reviewFolder(folder: string, context: Context): Promise<Reviewed> {
  const { cwd } = context.io;
  const nameOf = nameIn(cwd);
  const files = filesIn(resolve(cwd, folder), folder);
  const imports = await importAll(files.others, context, nameOf);
  const texts = new Map([...imports.reports].map(([path, { markup }]) => [path + IMPORTED, markup]));
  const sources = [...files.markup, ...texts.keys()];
  const originalOf = (source: string): string => (texts.has(source) ? source.slice(0, -IMPORTED.length) : source);
  const faults = settingsFaults(context);
  const settings = new SettingsFiles(cwd, faults.hear);
  const unread: UnreadFile[] = [...imports.unread];
  // Where no settings file says how far it reaches, the folder is what the desk was told to look at.
  const own = join(resolve(cwd, folder), settingsFileName);
  const governing = (await settings.of(own)).governing ?? { path: own, listed: null };
  const read = async (source: string): Promise<string | null> => texts.get(source) ?? filesOnDisk.read(source);
  const find = async (folders: readonly string[], depth?: number): Promise<readonly string[]> => [
    ...(await filesOnDisk.find(folders, depth)),
    ...[...texts.keys()].filter((source) => folders.some((each) => isBelow(source, each, depth))),
  ];
  const neighbours = neighboursAmong({ read, find }, settings, (source) => nameOf(originalOf(source)));
  const progress = new Progress(context, doing, sources.length);
  const reports: ReviewedReport[] = [];
  for (const source of sources) {
    const file = nameOf(originalOf(source));
    const text = texts.get(source) ?? markupOf(source, file, unread);
    await progress.step();
    if (text === null) continue;
    const inForce = await settings.of(source);
    const report = bind(parseWithinLimit(text), inForce.forms);
    const around = await neighbours.of(report, source, inForce.governing ?? governing);
    const subject = subjectOf(report, { ...around, source: file, settings: withDeskRules(inForce.settings) });
    const imported = imports.reports.get(originalOf(source)) ?? null;
    reports.push(
      reviewOf(subject, { file, source: originalOf(source), imported: imported && { doubts: imported.doubts } }),
    );
  }
  await progress.end();
  await faults.tell();
  return {
    reports,
    unread,
    roster: governing.listed,
    doubles: files.doubles.map(nameOf),
    passedOver: imports.passedOver.map(nameOf),
  };
}

function filesIn(path: string, shown: string) {
  try {
    return deskFiles(path);
  } catch (error) {
    const reason = reasonOf(error);
    throw new UsageError({ zh: `${shown}：${reason.zh}`, en: `${shown}: ${reason.en}` });
  }
}

function markupOf(source: string, file: string, unread: UnreadFile[]): string | null {
  const read = readFile({ name: file, path: source });
  if (read.kind === 'text') return read.text;
  unread.push({ file, reason: read.message });
  return null;
}

function isBelow(path: string, folder: string, depth = Number.POSITIVE_INFINITY): boolean {
  return path.startsWith(folder + sep) && path.slice(folder.length + 1).split(sep).length <= depth;
}
