// Every report of a folder, of whatever kind, looked at for the desk.
import { resolve } from 'node:path';
import { deskFiles } from '../node/desk-files.ts';
import { textsAt } from '../node/past-texts.ts';
import { type Desk, deskOf, deskYear, type UnreadFile } from '../tasks/desk.ts';
import type { ReviewedReport } from '../tasks/review.ts';
import type { Localized } from '../text/language.ts';
import { UsageError } from './command.ts';
import { DeskFolder } from './desk-folder.ts';
import { importAll } from './desk-imports.ts';
import type { Context } from './io.ts';
import { nameIn } from './neighbours.ts';
import { Progress } from './progress.ts';
import { reasonOf } from './read-text.ts';
import { SettingsFiles, settingsFaults } from './settings-files.ts';

const doing: Localized = { zh: '核对', en: 'checking' };

export interface Reviewed {
  readonly desk: Desk;
  readonly unread: readonly UnreadFile[];
  /** Files left out since the same report lies beside them, and files that are no reports, as their user calls them. */
  readonly doubles: readonly string[];
  readonly passedOver: readonly string[];
}

export interface ReviewRequest {
  readonly folder: string;
  /** The year whose reports are checked, or all; null for the newest. */
  readonly year: number | 'all' | null;
  readonly baseline: ReadonlySet<string> | null;
  /** Findings that there were at this commit are known; null for none. */
  readonly since: string | null;
}

/** Reads the reports below a folder and checks those of a year. Throws `UsageError` where the folder can't be read. */
export async function reviewFolder({ folder, year, ...known }: ReviewRequest, context: Context): Promise<Reviewed> {
  const { cwd } = context.io;
  const nameOf = nameIn(cwd);
  const path = resolve(cwd, folder);
  const files = filesIn(path, folder);
  const imports = await importAll(files.others, context, nameOf);
  const faults = settingsFaults(context);
  const settings = new SettingsFiles(cwd, faults.hear);
  const before = known.since === null ? new Set<string>() : await keysAt(known.since, path, files.markup, context);
  const baseline = new Set([...before, ...(known.baseline ?? [])]);
  const reports = new DeskFolder(path, imports, settings, { nameOf, baseline });
  const { chosen, others, reviewed } = await reviewAll(reports, files.markup, year, context);
  await faults.tell();
  const unread = [...imports.unread, ...reports.unread];
  const { listed } = await reports.governing();
  return {
    desk: deskOf(reviewed, { year: chosen, others, roster: listed, unread }),
    unread,
    doubles: files.doubles.map(nameOf),
    passedOver: imports.passedOver.map(nameOf),
  };
}

async function reviewAll(
  folder: DeskFolder,
  markup: readonly string[],
  year: number | 'all' | null,
  context: Context,
): Promise<{ readonly chosen: number | null; readonly others: number; readonly reviewed: readonly ReviewedReport[] }> {
  const heads = await folder.heads(markup);
  const chosen = year === 'all' ? null : (year ?? deskYear(heads));
  const wanted = heads.filter((head) => chosen === null || head.year === chosen || head.year === null);
  const progress = new Progress(context, doing, wanted.length);
  const reviewed: ReviewedReport[] = [];
  for (const { source } of wanted) {
    const report = await folder.review(source);
    if (report) reviewed.push(report);
    await progress.step();
  }
  await progress.end();
  return { chosen, others: heads.length - wanted.length, reviewed };
}

/** The keys of all findings that the folder's reports in the markup had at a commit. Throws `UsageError` where git doesn't know it. */
async function keysAt(
  commit: string,
  path: string,
  now: readonly string[],
  context: Context,
): Promise<ReadonlySet<string>> {
  const past = textsAt(commit, path, now);
  if ('failure' in past) throw new UsageError(unknownCommit(commit, past.failure));
  const settings = new SettingsFiles(context.io.cwd, () => {});
  const none = { reports: new Map(), unread: [], passedOver: [] };
  const folder = new DeskFolder(path, none, settings, { nameOf: nameIn(context.io.cwd), past: past.texts });
  const { reviewed } = await reviewAll(folder, past.sources, 'all', context);
  return new Set(reviewed.flatMap(({ findings }) => findings.map(({ key }) => key)));
}

function unknownCommit(commit: string, said: string): Localized {
  return {
    zh: `--since：git 不认识「${commit}」这个提交，或者文件夹不在 git 里（${said}）。`,
    en: `--since: git knows no commit "${commit}" here (${said}).`,
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
