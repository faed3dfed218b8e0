import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { isReportFile } from '../workspace/report-files.ts';
import { settingsFileName } from '../workspace/settings.ts';

/** Files by whatever name: a path, a link to it, another name of the same file. */
export class FileNames {
  readonly #names = new Set<string>();

  add(path: string): void {
    this.#names.add(identityOf(path));
  }

  has(path: string): boolean {
    return this.#names.has(identityOf(path));
  }
}

/** Whether a path is, or leads to, a report, its settings, or one of the files that are read. */
export function isRead(path: string, sources: FileNames, real = path): boolean {
  const isOne = [path, real].some((each) => isReportFile(each) || basename(each) === settingsFileName);
  return isOne || sources.has(path);
}

/** The same for all names of a file; the path itself where there is none yet. */
function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return path;
  }
}
