// The files of a folder that may be reports: in the markup, and of the kinds that can be imported.

import { type Dirent, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { append } from '../text/lists.ts';
import { isReportFile } from '../workspace/report-files.ts';
import { isPassedOver } from './find-files.ts';
import { ignoredOnDisk } from './report-files.ts';

/** A folder that holds this file was written by the desk, and holds no reports. */
export const deskMark = '.nianbao-desk';

/** In the order in which one is taken where several of one name lie side by side. */
const importable: readonly string[] = ['.docx', '.doc', '.wps', '.html', '.htm', '.pdf', '.txt'];

export interface DeskFiles {
  readonly markup: readonly string[];
  /** To be imported: none beside which the same report lies in the markup or in a kind that is read better. */
  readonly others: readonly string[];
  /** Left out for that reason. */
  readonly doubles: readonly string[];
}

/** The files below a folder, sorted; links aren't followed. Throws where the folder itself can't be read. */
export function deskFiles(folder: string): DeskFiles {
  const found: { markup: string[]; others: string[]; doubles: string[] } = { markup: [], others: [], doubles: [] };
  search(folder, readdirSync(folder, { withFileTypes: true }), found, ignoredOnDisk(folder).has);
  return found;
}

type Found = Readonly<Record<keyof DeskFiles, string[]>>;

function search(
  folder: string,
  entries: readonly Dirent[],
  found: Found,
  isIgnored: (path: string, isFolder: boolean) => boolean,
): void {
  if (entries.some(({ name }) => name === deskMark)) return;
  const wanted = entries
    .filter(({ name }) => !isPassedOver(name) && !name.startsWith('.') && !name.startsWith('~$'))
    .filter((entry) => !isIgnored(join(folder, entry.name), entry.isDirectory()))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = wanted.filter((entry) => entry.isFile()).map(({ name }) => name);
  append(
    found.markup,
    files.filter(isReportFile).map((name) => join(folder, name)),
  );
  const named = new Set(files.filter(isReportFile).map(stemOf));
  for (const ending of importable) {
    const ofKind = files.filter((name) => extname(name).toLowerCase() === ending);
    for (const name of ofKind) (named.has(stemOf(name)) ? found.doubles : found.others).push(join(folder, name));
    for (const name of ofKind) named.add(stemOf(name));
  }
  for (const entry of wanted) {
    const inside = join(folder, entry.name);
    if (entry.isDirectory()) search(inside, entriesOf(inside), found, isIgnored);
  }
}

function stemOf(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
