// Findings that are known already, as options of the command line.
import { resolve } from 'node:path';
import { writeFile } from '../node/write-file.ts';
import type { Desk } from '../tasks/desk.ts';
import type { Localized } from '../text/language.ts';
import { baselineText, readBaseline } from '../workspace/baseline.ts';
import { type Arguments, type Option, UsageError } from './command.ts';
import { readText, Unreadable } from './read-text.ts';
import { namedTrouble } from './write-messages.ts';

export const baselineOption: Option = {
  name: 'baseline',
  value: 'FILE',
  description: {
    zh: '基线文件里已有的问题只作提示，不计入退出码',
    en: 'what a baseline knows already is a hint, and doesn’t count',
  },
};

/** The keys of the baseline that is named; null for none. Throws `UsageError` where it can't be read. */
export function baselineOf({ values }: Arguments, cwd: string): ReadonlySet<string> | null {
  const file = values.get('baseline');
  if (file === undefined) return null;
  const keys = readBaseline(textOf(file, cwd));
  if (keys) return keys;
  throw new UsageError({ zh: `${file}：不是基线文件。`, en: `${file}: no baseline.` });
}

function textOf(file: string, cwd: string): string {
  try {
    return readText(resolve(cwd, file));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { zh, en } = error.localized;
    throw new UsageError({ zh: `${file}：${zh}`, en: `${file}: ${en}` });
  }
}

/** Writes all findings of a desk, whatever their severity, and says how many. Throws `UsageError` where the file can't be written. */
export function writeBaseline({ entries }: Desk, file: string, cwd: string): Localized {
  const known = entries.flatMap(({ body, report }) =>
    (report?.findings ?? []).map(({ key, code }) => ({
      key,
      about: [body, report?.year, code].filter(Boolean).join(' '),
    })),
  );
  try {
    writeFile(resolve(cwd, file), baselineText(known), { isNew: false });
  } catch (error) {
    throw new UsageError(namedTrouble(file, error));
  }
  return { zh: `已写入基线 ${file}：${known.length} 处`, en: `baseline written to ${file}: ${known.length} findings` };
}
