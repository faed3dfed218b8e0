import { isAbsolute, relative } from 'node:path';
import type { Forms } from '../forms/form.ts';
import { filesOnDisk } from '../node/report-files.ts';
import { folderCopies } from '../workspace/folder-copies.ts';
import { type NeighbourSearch, neighbourSearch } from '../workspace/neighbours.ts';
import { type Pending, whenKnown } from '../workspace/pending.ts';
import { type ReportHeads, reportHeads } from '../workspace/report-heads.ts';
import { reportIndex } from '../workspace/report-index.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { SettingsFiles } from './settings-files.ts';

/** So many reports are remembered, so that memory stays flat however many are checked. */
const MOST_REMEMBERED = 1_000;

/** The reports around others, each read once in a run; those below `cwd` are called as a user would write them there. */
export function neighboursOnDisk(cwd: string, settings: SettingsFiles): NeighbourSearch {
  return neighboursAmong(filesOnDisk, settings, nameIn(cwd));
}

/** The same among other files; `nameOf` tells what their user calls them. */
export function neighboursAmong(
  files: Pick<Workspace, 'read' | 'find'>,
  settings: SettingsFiles,
  nameOf: (path: string) => string,
  heads: ReportHeads = reportHeads(files, formsOf(settings)),
): NeighbourSearch {
  const formsFor = formsOf(settings);
  const index = reportIndex(files, { nameOf, formsFor, most: MOST_REMEMBERED });
  const copies = folderCopies(files, formsFor, nameOf);
  return neighbourSearch(index, { folder: heads.of, copies: copies.of });
}

/** The forms that a report is read with. */
export function formsOf(settings: SettingsFiles): (path: string) => Pending<Forms> {
  return (path) => whenKnown(settings.of(path), ({ forms }) => forms);
}

/** What a user in `cwd` calls a file by its path. */
export function nameIn(cwd: string): (path: string) => string {
  return (path) => {
    const name = relative(cwd, path);
    return name.startsWith('..') || isAbsolute(name) ? path : name;
  };
}
