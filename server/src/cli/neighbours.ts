import { isAbsolute, relative } from 'node:path';
import type { Forms } from '../forms/form.ts';
import { filesOnDisk } from '../node/report-files.ts';
import { folderCopies } from '../workspace/folder-copies.ts';
import { type NeighbourSearch, neighbourSearch } from '../workspace/neighbours.ts';
import { type Pending, whenKnown } from '../workspace/pending.ts';
import { reportHeads } from '../workspace/report-heads.ts';
import { reportIndex } from '../workspace/report-index.ts';
import type { SettingsFiles } from './settings-files.ts';

/** So many reports are remembered, so that memory stays flat however many are checked. */
const MOST_REMEMBERED = 1_000;

/** The reports around others, each read once in a run; those below `cwd` are called as a user would write them there. */
export function neighboursOnDisk(cwd: string, settings: SettingsFiles): NeighbourSearch {
  const nameOf = (path: string): string => {
    const name = relative(cwd, path);
    return name.startsWith('..') || isAbsolute(name) ? path : name;
  };
  const formsFor = (path: string): Pending<Forms> => whenKnown(settings.of(path), ({ forms }) => forms);
  const heads = reportHeads(filesOnDisk, formsFor);
  const index = reportIndex(filesOnDisk, { nameOf, formsFor, most: MOST_REMEMBERED });
  const copies = folderCopies(filesOnDisk, formsFor, nameOf);
  return neighbourSearch(index, { folder: heads.of, copies: copies.of });
}
