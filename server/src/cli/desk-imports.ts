// The reports of other kinds on their way to the desk: imported in threads, their files untouched.

import { standardForms } from '../forms/index.ts';
import { failures } from '../importers/notes.ts';
import { isComplete, whereNumbersAre } from '../importers/number-count.ts';
import type { Imported, ImportFailure } from '../importers/source.ts';
import { readReport } from '../report/bind.ts';
import type { UnreadFile } from '../tasks/desk.ts';
import type { ImportedFrom } from '../tasks/review.ts';
import type { Localized } from '../text/language.ts';
import { importFile } from './import-file.ts';
import type { Context } from './io.ts';
import { Progress } from './progress.ts';

export interface ImportedReport extends ImportedFrom {
  readonly markup: string;
}

export interface DeskImports {
  /** By path. */
  readonly reports: ReadonlyMap<string, ImportedReport>;
  readonly unread: readonly UnreadFile[];
  /** What was read and is no report, by path. */
  readonly passedOver: readonly string[];
}

const doing: Localized = { zh: '转换', en: 'importing' };

/** Imports files, so many at once. `nameOf` gives what their user calls them. */
export async function importAll(
  paths: readonly string[],
  context: Context,
  nameOf: (path: string) => string,
): Promise<DeskImports> {
  const atOnce = (context.io.threads?.count ?? 0) + 1;
  const progress = new Progress(context, doing, paths.length);
  const results = new Map<string, Imported | ImportFailure>();
  const left = [...paths].reverse();
  const work = async (): Promise<void> => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      results.set(path, await importFile(path, context.io));
      await progress.step();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await progress.end();
  const reports = new Map<string, ImportedReport>();
  const unread: UnreadFile[] = [];
  const passedOver: string[] = [];
  for (const path of paths) {
    const result = results.get(path) ?? failures.empty();
    if ('failure' in result && result.isNoReport) passedOver.push(path);
    else if ('failure' in result) unread.push({ file: nameOf(path), reason: result.failure });
    else if (!isReport(result.markup)) passedOver.push(path);
    else reports.set(path, { markup: result.markup, doubts: doubtsOf(result) });
  }
  return { reports, unread, passedOver };
}

/** Whether a text is a report by its title and parts, or has anything of the form: a notice or a list in the folder has not. */
function isReport(markup: string): boolean {
  const { title, year, tables, tornParts, sections } = readReport(markup, standardForms());
  if (title && year && sections.length > 1) return true;
  return tables.length + tornParts.length > 0 || sections.filter(({ definition }) => definition !== null).length > 1;
}

function doubtsOf({ notes, numbers }: Imported): readonly Localized[] {
  const doubtful = notes.filter(({ kind }) => kind === 'doubtful').map(({ message }) => message);
  return isComplete(numbers) ? doubtful : [...doubtful, numbersLost(numbers)];
}

function numbersLost(numbers: Imported['numbers']): Localized {
  const where = whereNumbersAre(numbers);
  return {
    zh: `原文表格里有 ${numbers.found} 个数：${where.zh}`,
    en: `${numbers.found} numbers in the source’s tables: ${where.en}`,
  };
}
